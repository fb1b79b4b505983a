/**
 * The service worker, from the page: what is stored is said at its foot, a new
 * version in a line of its own, and every window knows that one presents.
 */
import type { Keeping } from '../keeping.ts'
import { showNothing, showStored, showWaiting } from './foot.ts'
import { LOCK, type Answer, type Word } from './messages.ts'
import { showNews } from './news.ts'

/** Milliseconds after which a page that is looked at again asks for a new version. */
const LONG = 60 * 60 * 1000

const { serviceWorker } = navigator

type Register = () => Promise<ServiceWorkerRegistration>

/**
 * @param registration null where the reader wants nothing stored
 * @param register makes one
 * @param keeping knows what the reader wants
 */
export function visit(
  registration: ServiceWorkerRegistration | null,
  register: Register,
  keeping: Keeping,
): void {
  if (registration) return greet(registration, register, keeping)
  const add = async () => {
    keeping.set('offline', null)
    showWaiting()
    greet(await register(), register, keeping)
  }
  showNothing(() => void add())
}

/** Hears of what is stored, as soon as somebody is there to tell. */
function greet(
  registration: ServiceWorkerRegistration,
  register: Register,
  keeping: Keeping,
): void {
  const isFirst = !serviceWorker.controller
  const hello = () => {
    tell(registration.active, { kind: 'hello', isFirst }, (answer) => {
      if (answer.kind !== 'stored') return
      showStored(answer, remove)
      if (answer.isOther) showNews(() => bring(registration))
    })
  }
  const remove = () => {
    keeping.set('offline', { version: 1 })
    tell(registration.active, { kind: 'delete' }, () =>
      showNothing(() => void add()),
    )
  }
  const add = async () => {
    keeping.set('offline', null)
    showWaiting()
    // The same registration, as long as the page is open.
    await register()
    hello()
  }
  void serviceWorker.ready.then(hello)
  serviceWorker.addEventListener('controllerchange', hello)
  // A Worker that was there before goes past the new one, to the end.
  if (isFirst) document.addEventListener('visibilitychange', hello)
  watch(registration)
}

/** Watches for a version that waits, and asks for one now and then. */
function watch(registration: ServiceWorkerRegistration): void {
  const look = () => {
    // The very first one waits for a moment, too.
    const isNew = registration.waiting && registration.active
    if (isNew) showNews(() => bring(registration))
  }
  const watchComing = () =>
    registration.installing?.addEventListener('statechange', look)
  look()
  watchComing()
  registration.addEventListener('updatefound', watchComing)
  holdWhilePresenting(() => takeOver(registration, false))
  let asked = Date.now()
  document.addEventListener('visibilitychange', () => {
    if (document.hidden || Date.now() - asked < LONG) return
    asked = Date.now()
    // Without a network there is none.
    registration.update().catch(() => {})
  })
}

function reload(): void {
  location.reload()
}

/** Brings the new version, when it is there. */
function bring(registration: ServiceWorkerRegistration): void {
  if (!registration.waiting) return reload()
  serviceWorker.addEventListener('controllerchange', reload)
  takeOver(registration, true)
}

function takeOver(
  { waiting }: ServiceWorkerRegistration,
  isAsked: boolean,
): void {
  tell(waiting, { kind: 'take over', isAsked })
}

/** @param onEnd called when nobody presents in this window, first at once */
function holdWhilePresenting(onEnd: () => void): void {
  const page = document.documentElement
  let end: (() => void) | undefined
  const look = () => {
    const presents = page.matches('.presenting')
    if (presents === (end !== undefined)) return
    if (presents) {
      const ended = new Promise<void>((resolve) => (end = resolve))
      void navigator.locks.request(LOCK, { mode: 'shared' }, () => ended)
    } else {
      end!()
      end = undefined
      onEnd()
    }
  }
  look()
  if (!end) onEnd()
  new MutationObserver(look).observe(page, { attributeFilter: ['class'] })
}

function tell(
  worker: ServiceWorker | null,
  word: Word,
  hear: (answer: Answer) => void = () => {},
): void {
  const { port1, port2 } = new MessageChannel()
  port1.addEventListener('message', ({ data }) => hear(data as Answer))
  port1.start()
  worker?.postMessage(word, [port2])
}
