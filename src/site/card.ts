/**
 * Cards: the markup that islands of the one family share, and the key by which
 * storage, links and other windows know each of them.
 */
import { createHash } from 'node:crypto'
import { escape } from '../figures/escape.ts'
import { island, type IslandSites } from './islands.ts'
import { AuthoringError, type Env } from './place.ts'

export interface Cards {
  islands: IslandSites
}

export interface Card {
  /** The island's tag. */
  name: string
  title: string
  /** All that makes the untouched island what it is; plain data. */
  source: unknown
  env: Env
  attributes: Record<string, string>
  /** What stands in the card, given the card's key. */
  body: (key: string) => string
}

/** An island of the one family, under the key that its state is kept by. */
export function card({ islands }: Cards, options: Card): string {
  const { name, title, source, env, attributes, body } = options
  const untouched = JSON.stringify([name, attributes, source])
  const hash = createHash('sha256').update(untouched).digest('hex').slice(0, 10)
  const count = (env.islandCounts.get(hash) ?? 0) + 1
  env.islandCounts.set(hash, count)
  const key = `${name}-${hash}-${count}`
  return island(
    islands,
    name,
    env.page.url,
    {
      class: 'card',
      role: 'group',
      'aria-label': title,
      'data-key': key,
      ...attributes,
    },
    body(key),
  )
}

/** Readers, screen readers and tests find a program by its title. */
export function demandOwnTitle(title: string, env: Env, place: string): void {
  if (env.islandTitles.has(title)) {
    throw new AuthoringError(
      place,
      `another program of this chapter has the title “${title}”, too.`,
      'Give each its own.',
    )
  }
  env.islandTitles.add(title)
}

export function head(title: string, beside = ''): string {
  return `<p class="card-title">${escape(title)}${beside}</p>\n`
}

/** The listing that a script turns into the text box “Program”. */
export function program(listing: string): string {
  return listing.replace('<pre ', '<pre data-program ')
}

/**
 * The row of buttons under a program: the main ones, and the quiet ones.
 *
 * @param called what the place for words is called, in a card that has more than one
 */
export function bar(
  main: string,
  status: string,
  quiet: string,
  called = '',
): string {
  const live = called
    ? `role="status" aria-label="${called}"`
    : 'aria-live="polite"'
  return `<div class="bar">${main}<span class="bar-status" ${live}>${status}</span><span class="quiet">${quiet}${button('copy-link', 'Copy link')}</span></div>
<p class="trouble" role="alert" hidden></p><p class="told" role="status" hidden></p>
`
}

export function button(act: string, words: string, label = words): string {
  const name = label === words ? '' : ` aria-label="${label}"`
  return `<button type="button" data-act="${act}"${name} disabled>${words}</button>`
}

export function primaryButton(act: string, words: string): string {
  return `<button type="button" class="primary" data-act="${act}" disabled>${words}</button>`
}
