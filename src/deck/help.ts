/** The list of keys. Each row does what it says, for whoever has no such key. */
import { Sheet } from './dialog.ts'
import { isPlain } from './keys.ts'
import { make, makeButton } from './making.ts'
import type { Wish } from './keys.ts'
import { isFor, type Lectern, type Tool } from './tools.ts'
import { FOLLOWING, GROUPS, HANDS, keysFor, OTHERS } from './words.ts'

export function tool(lectern: Lectern): Tool {
  const sheet = new Sheet('keys', 'Keys and tools', lectern.signal, {
    onKey: (event) => {
      if (event.key !== '?' || !isPlain(event)) return
      event.preventDefault()
      sheet.close()
    },
  })
  const open = () => {
    const close = makeButton('Close', () => void sheet.close())
    close.autofocus = true
    const heading = make('h2', {}, 'Keys and tools')
    const head = make('header', { className: 'keys-head' }, heading, close)
    const groups = GROUPS.map(({ title, wishes }) => {
      const rows = Object.entries(wishes)
        .filter(([wish]) => isFor(lectern.role, wish as Wish))
        .map(([wish, words]) => rowOf(sheet, lectern, wish as Wish, words))
      return group(title, ...rows)
    })
    sheet.open(
      head,
      make('div', { className: 'keys-groups' }, ...groups, ...more(lectern)),
    )
  }
  return {
    use: () => void (sheet.close() || open()),
    layDown: () => sheet.close(),
  }
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
  const name = make('span', {}, words)
  return make('li', {}, makeButton([name, ' ', kbds(keysFor(wish))], act))
}

/** What is no wish of the deck, and what needs no key. */
function more({ role }: Lectern): HTMLElement[] {
  const rows = role === 'follow' ? FOLLOWING : OTHERS
  const others = rows.map(([keys, words]) =>
    make('li', {}, make('span', {}, words), ' ', kbds(keys)),
  )
  const hands = HANDS.map(([name, words]) =>
    make('li', {}, make('span', {}, make('b', {}, name), ` ${words}`)),
  )
  return [group('Page and programs', ...others), group('No keys', ...hands)]
}

function group(title: string, ...rows: HTMLElement[]): HTMLElement {
  return make('section', {}, make('h3', {}, title), make('ul', {}, ...rows))
}

function kbds(keys: readonly string[]): HTMLElement {
  const all = make('span', { className: 'keys-of' })
  for (const key of keys) all.append(make('kbd', {}, key), ' ')
  return all
}
