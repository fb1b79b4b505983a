/**
 * The door: the page “Before going on stage”. It tries a talk as it will be
 * presented, and says what would fail. The address may say what to check:
 * `?talk=/compiling/&slot=40&size=1920x1080&network`.
 */
import type { Checked, Wish } from './check.ts'
import type { Size } from './projector.ts'
import { remember, remembered } from './remembered.ts'
import { Report } from './report.ts'

const main = document.querySelector<HTMLElement>('main')!
const form = main.querySelector<HTMLFormElement>('[data-check]')!
const report = new Report(main)
const talk = control<HTMLSelectElement>('talk')
const slot = control<HTMLInputElement>('slot')
const size = control<HTMLSelectElement>('size')
const offline = control<HTMLInputElement>('offline')

function control<E extends HTMLElement>(name: string): E {
  return form.elements.namedItem(name) as unknown as E
}

/** Takes what the address asks for, as far as the page has it. */
function readAddress(): void {
  const asked = new URLSearchParams(location.search)
  const wanted = asked.get('talk') ?? ''
  if ([...talk.options].some(({ value }) => value === wanted)) {
    talk.value = wanted
  }
  choose()
  slot.value = asked.get('slot') ?? slot.value
  const picture = asked.get('size') ?? size.value
  if (sizeOf(picture)) {
    const isKnown = [...size.options].some(({ value }) => value === picture)
    if (!isKnown) size.add(new Option(picture.replace('x', ' × '), picture))
    size.value = picture
  }
  offline.checked = !asked.has('network')
}

/** Another talk comes with its own slot, and with what is known of it. */
function choose(): void {
  slot.value = talk.selectedOptions[0]!.dataset['minutes']!
  report.recall(remembered(talk.value))
}

/** @param words `1920x1080`. @returns undefined for what is no picture */
function sizeOf(words: string): Size | undefined {
  const [, width = '', height = ''] = /^(\d{3,4})x(\d{3,4})$/.exec(words) ?? []
  return width ? { width: Number(width), height: Number(height) } : undefined
}

function wish(): Wish {
  const root = new URL('..', location.href)
  const pages = talk.selectedOptions[0]!.dataset['pages']!.split(' ')
  const { patience, longest } = form.dataset
  return {
    pages: pages.map((path) => new URL(`.${path}`, root)),
    slot: slot.valueAsNumber,
    size: sizeOf(size.value) ?? { width: innerWidth, height: innerHeight },
    isOffline: offline.checked,
    patience: { quiet: Number(patience) * 1000, most: Number(longest) * 1000 },
    screen: main.querySelector<HTMLElement>('.check-screen')!,
  }
}

/** @param isBusy while a check goes on, nothing else is chosen */
function enable(isBusy: boolean): void {
  for (const part of form.elements) {
    part.toggleAttribute('disabled', isBusy)
  }
}

const NOT_LOADED =
  'The script that checks could not be loaded. Check the connection, and press Check it again.'

async function start(): Promise<void> {
  const stopping = new AbortController()
  const stop = main.querySelector<HTMLElement>('[data-stop]')!
  stop.addEventListener('click', () => stopping.abort(), { once: true })
  const chosen = talk.value
  const wanted = wish()
  enable(true)
  report.open()
  try {
    const { check } = await import('./check.ts').catch(() => {
      throw new Error(NOT_LOADED)
    })
    const came = await check(wanted, report, stopping.signal)
    const what = report.close(came)
    // What was stopped says nothing of the whole.
    if (came.isWhole) remember(chosen, what)
    end(came)
  } catch (error) {
    report.fail((error as Error).message)
    end(undefined)
  } finally {
    enable(false)
  }
}

/** Tells whoever drives this page, as `npm run rehearse` does. */
function end(detail: Checked | undefined): void {
  document.dispatchEvent(new CustomEvent('check-end', { detail }))
}

form.addEventListener('submit', (event) => {
  event.preventDefault()
  void start()
})
talk.addEventListener('change', choose)
readAddress()
enable(false)
