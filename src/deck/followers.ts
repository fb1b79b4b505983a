/**
 * The followers’ link: its address and its code, large, for everybody in the
 * room; and how it stands with the line to them, for the speaker.
 */
import { Sheet } from './dialog.ts'
import { isPlain } from './keys.ts'
import { LEADERSHIP, leadership, type Leadership } from './leadership.ts'
import { make, makeButton, write } from './making.ts'
import { linkOf } from './room.ts'
import type { Lectern, Tool } from './tools.ts'

export function tool(lectern: Lectern): Tool {
  return new Followers(lectern)
}

/** Its own key, and those that move slides, clickers’ among them. */
const CLOSING: ReadonlySet<string> = new Set([
  'q',
  'Q',
  'PageDown',
  'PageUp',
  'ArrowRight',
  'ArrowLeft',
])

/** What can be stopped. */
const GOING: ReadonlySet<Leadership> = new Set(['connecting', 'open', 'lost'])

class Followers implements Tool {
  readonly #lectern: Lectern
  readonly #sheet: Sheet
  readonly #content = make('div', { className: 'followers-content' })
  readonly #status = make('p', { role: 'status' })
  readonly #stop = makeButton('Stop leading', () => leadership.stop())
  /** What the content is about. */
  #shown = ''

  constructor(lectern: Lectern) {
    const { inStep, signal } = lectern
    this.#lectern = lectern
    this.#sheet = new Sheet('followers', 'Follow on your own device', signal, {
      onKey: (event) => this.#press(event),
      onClose: () => {
        if (inStep.known('link') === true) inStep.say('link', null)
      },
    })
    leadership.addEventListener('change', () => this.#update(), { signal })
    inStep.watch('link', (value, { answers }) => {
      if (value === true && !answers) this.#show()
      else if (value === null) this.#sheet.close()
    })
  }

  use(): void {
    if (this.#sheet.close()) return
    this.#show()
    // Where nobody can follow, the room has nothing to read.
    if (GOING.has(leadership.now)) this.#lectern.inStep.say('link', true)
  }

  layDown(): boolean {
    return this.#sheet.close()
  }

  #show(): void {
    if (this.#sheet.isOpen) return
    const close = makeButton('Close', () => void this.#sheet.close(), {
      autofocus: true,
    })
    const foot = make('footer', {}, this.#status, this.#stop, close)
    this.#sheet.open(this.#content, foot)
    this.#update()
  }

  #update(): void {
    const { link, now } = leadership
    this.#status.dataset['now'] = now
    this.#stop.hidden = !GOING.has(now)
    const shown = link || now
    if (this.#shown !== shown) {
      this.#content.replaceChildren(...(link ? linkAndCode() : [howTo()]))
    }
    this.#shown = shown
    write(this.#status, LEADERSHIP[now])
  }

  #press(event: KeyboardEvent): void {
    if (!CLOSING.has(event.key) || !isPlain(event)) return
    event.preventDefault()
    this.#sheet.close()
  }
}

function linkAndCode(): HTMLElement[] {
  const path = pathOfTalk()
  const link = linkOf(leadership, path)
  const [, scheme, rest] = /^(\w+:\/\/)(.*)$/.exec(link)!
  const code = make('img', {
    src: `/follow.svg?path=${encodeURIComponent(path)}`,
    alt: 'The link as a code for cameras',
    width: 400,
    height: 400,
  })
  const address = make('p', { className: 'followers-link' })
  // It may break behind each slash, and nowhere else.
  const parts = rest!.split(/(?<=\/)/).flatMap((part) => [make('wbr'), part])
  address.append(make('span', {}, scheme!), ...parts)
  return [
    make('div', { className: 'followers-code' }, code),
    make(
      'div',
      { className: 'followers-words' },
      make('h2', {}, 'Follow on your own device'),
      address,
      make(
        'p',
        {},
        'Slides and programs come along by themselves. Try a program, look around, leave: the slides wait for you.',
      ),
    ),
  ]
}

/** The shortest to type, as followers come to the speaker’s chapter by themselves. */
function pathOfTalk(): string {
  const talk = document.querySelector<HTMLAnchorElement>('.contents-talk a')
  return (talk ?? location).pathname
}

/** What is missing for a link. */
function howTo(): HTMLElement {
  const { now } = leadership
  const isOther = ['elsewhere', 'refused', 'stopped'].includes(now)
  const words = isOther
    ? 'Open the link that “npm run present” printed last: it has the secret by which this browser leads.'
    : 'Serve the site with “npm run present”, and open the link that it prints: then all windows of this browser are followed on other devices.'
  const more = GOING.has(now) ? [] : [make('p', {}, words)]
  return make(
    'div',
    { className: 'followers-words' },
    make('h2', {}, more.length > 0 ? 'Nobody follows yet' : 'Connecting…'),
    ...more,
  )
}
