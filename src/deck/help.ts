/** The list of keys. Each row does what it says, for whoever has no such key. */
import { buttonOf, isPlain, made, Sheet } from './dialog.ts'
import type { Wish } from './keys.ts'
import type { Lectern, Tool } from './tools.ts'
import { GROUPS, HANDS, keysFor, OTHERS } from './words.ts'

export function tool(lectern: Lectern): Tool {
  const sheet = new Sheet('keys', 'Keys and tools', lectern.signal, {
    onKey: (event) => {
      if (event.key !== '?' || !isPlain(event)) return
      event.preventDefault()
      sheet.close()
    },
  })
  const open = () => {
    const close = buttonOf('', () => void sheet.close(), 'Close')
    close.autofocus = true
    const heading = made('h2', '', 'Keys and tools')
    const head = made('header', 'keys-head', heading, close)
    const groups = GROUPS.map(({ title, wishes }) => {
      const rows = Object.entries(wishes)
        .filter(([wish]) => isThere(wish as Wish, lectern))
        .map(([wish, words]) => rowOf(sheet, lectern, wish as Wish, words))
      return group(title, ...rows)
    })
    sheet.open(head, made('div', 'keys-groups', ...groups, ...more()))
  }
  return {
    use: () => void (sheet.close() || open()),
    layDown: () => sheet.close(),
  }
}

/** The presenter’s window is there already, and is not left. */
function isThere(wish: Wish, { role }: Lectern): boolean {
  return role !== 'speaker' || (wish !== 'speaker' && wish !== 'leave')
}

function rowOf(
  sheet: Sheet,
  lectern: Lectern,
  wish: Wish,
  words: string,
): HTMLElement {
  const act = () => {
    sheet.close()
    lectern.wish(wish)
  }
  const name = made('span', '', words)
  return made('li', '', buttonOf('', act, name, ' ', kbds(keysFor(wish))))
}

/** What is no wish of the deck, and what needs no key. */
function more(): HTMLElement[] {
  const others = OTHERS.map(([keys, words]) =>
    made('li', '', made('span', '', words), ' ', kbds(keys)),
  )
  const hands = HANDS.map(([name, words]) =>
    made('li', '', made('span', '', made('b', '', name), ` ${words}`)),
  )
  return [group('Page and programs', ...others), group('No keys', ...hands)]
}

function group(title: string, ...rows: HTMLElement[]): HTMLElement {
  return made('section', '', made('h3', '', title), made('ul', '', ...rows))
}

function kbds(keys: readonly string[]): HTMLElement {
  const all = made('span', 'keys-of')
  for (const key of keys) all.append(made('kbd', '', key), ' ')
  return all
}
