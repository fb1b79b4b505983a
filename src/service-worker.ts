/**
 * The service worker, one for all: after one visit the text of all chapters is
 * there without a network, and each tool after its first use.
 *
 * 1. The build writes a list of all files with their hashes into this script.
 *    Another list is another version.
 * 2. A version is installed when all of its text is there: `install`. Whatever
 *    is stored was held against its hash, so nothing else can get in.
 * 3. It takes over at once, unless somebody presents: `take over`. Windows that
 *    are open keep what their pages were made for (`windows.ts`).
 * 4. Requests are answered from what is stored, else from the network: `answer`.
 *    Models, other sites and parts of files go their way as without a worker.
 *
 * Without room, or for readers who save data, it stores what is visited.
 */
import { Filling } from './offline/filling.ts'
import { canBe } from './offline/genuine.ts'
import {
  byPath,
  inventory,
  type Listed,
  type SiteList,
} from './offline/list.ts'
import { LOCK, type Answer, type Word } from './offline/messages.ts'
import { notStored } from './offline/not-stored.ts'
import { pathOf, routeOf } from './offline/routing.ts'
import { scope, type FetchEvent, type WordEvent } from './offline/scope.ts'
import { Shelf } from './offline/shelf.ts'
import { Windows } from './offline/windows.ts'

/** Put here by the build. */
declare const SITE_LIST: string

const list = JSON.parse(SITE_LIST) as SiteList
const files = byPath(list)
const root = scope.registration.scope
const shelf = new Shelf(root)
const filling = new Filling(shelf, list)
const windows = new Windows(shelf, list)

/** Nobody has the network switched off for longer than that, in milliseconds. */
const LONGEST_REHEARSAL = 10_000

/** Until when nothing is asked of the network; milliseconds since 1970. */
let rehearsesUntil = 0

scope.addEventListener('install', (event) => event.waitUntil(install()))
scope.addEventListener('activate', (event) =>
  event.waitUntil(scope.clients.claim()),
)
scope.addEventListener('message', (event) => event.waitUntil(hear(event)))
scope.addEventListener('fetch', (event) => {
  const { method, url, headers } = event.request
  const path = pathOf({ method, url, isPart: headers.has('range') }, root)
  if (path !== undefined) event.respondWith(answer(event, path))
  else if (isRehearsing()) event.respondWith(Promise.resolve(Response.error()))
})

async function install(): Promise<void> {
  try {
    await filling.fill()
  } catch (error) {
    if (!(await filling.goesOnWithout(error as Error))) throw error
  }
  if (!(await isPresented())) await scope.skipWaiting()
}

/** Whether any window shows slides. */
async function isPresented(): Promise<boolean> {
  const { held } = await navigator.locks.query()
  return held?.some(({ name }) => name === LOCK) ?? false
}

async function hear({ data, source, ports }: WordEvent): Promise<void> {
  const word = data as Word
  const tell = (told: Answer) => ports[0]?.postMessage(told)
  switch (word.kind) {
    case 'rehearse':
      rehearsesUntil = Math.min(word.until, Date.now() + LONGEST_REHEARSAL)
      return tell({ kind: 'rehearsing' })
    case 'take over':
      if (word.isAsked || !(await isPresented())) await scope.skipWaiting()
      return
    case 'delete':
      await shelf.deleteAll()
      await scope.registration.unregister()
      return tell({ kind: 'deleted' })
    case 'hello':
      return greet(word.isFirst, await windows.meet(source?.id), tell)
  }
}

/**
 * Says what is stored, completes it, and makes room.
 * @param isFirst whether the page was there before any worker
 * @param isOther whether the page is of another version
 */
async function greet(
  isFirst: boolean,
  isOther: boolean,
  tell: (told: Answer) => void,
): Promise<void> {
  const say = async () => {
    const stored = inventory(list, await shelf.keys())
    tell({ kind: 'stored', ...stored, isOther })
    return stored.isWhole
  }
  const isWhole = await say()
  const added = isFirst ? await filling.takeOver() : 0
  // What keeps it from being whole may have gone meanwhile.
  if (!isWhole) await filling.fill().catch(() => {})
  if (added || !isWhole) await say()
  await windows.tidy()
}

async function answer(event: FetchEvent, path: string): Promise<Response> {
  const { request, resultingClientId } = event
  const isNavigation = request.mode === 'navigate'
  const ofWindow = await windows.filesFor(event).catch(() => files)
  const route = routeOf(path, isNavigation, ofWindow)
  if (isNavigation) event.waitUntil(windows.note(resultingClientId, ofWindow))
  switch (route.to) {
    case 'listed':
      return (await shelf.get(route.file)) ?? fetchListed(event, route.file)
    case 'other version':
      return (await shelf.find(route.path)) ?? ask(event)
    case 'folder':
      return Response.redirect(`${root}${path}/${new URL(request.url).search}`)
    case 'unknown page':
    case 'network':
      return ask(event)
  }
}

/** Asks the network for a file, and stores it, too. */
async function fetchListed(event: FetchEvent, file: Listed): Promise<Response> {
  const response = await ask(event)
  if (canBe(file, response)) {
    event.waitUntil(shelf.tryPut(file, response.clone()))
  }
  return response
}

/** Where no answer comes, a page is there that says so. */
async function ask({ request }: FetchEvent): Promise<Response> {
  try {
    if (isRehearsing()) return await withoutNetwork(request)
    return await fetch(request)
  } catch {
    return withoutNetwork(request)
  }
}

async function withoutNetwork({ mode }: Request): Promise<Response> {
  if (mode !== 'navigate') return Response.error()
  const page = files.get('404.html')
  const stored = page && (await shelf.get(page))
  return notStored(stored, list.prefix, new URL(root).pathname)
}

function isRehearsing(): boolean {
  return Date.now() < rehearsesUntil
}
