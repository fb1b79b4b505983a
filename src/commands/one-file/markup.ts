/**
 * Markup of our own pages, read tag by tag: attributes stand in quotes there, and
 * no text has a bare “<”.
 */
import { escape } from '../../figures/escape.ts'

export class Tag {
  readonly name: string
  readonly isEnd: boolean
  readonly #attributes: Map<string, string | undefined>
  readonly #closing: string

  constructor(name: string, isEnd: boolean, attributes: string, end: string) {
    this.name = name
    this.isEnd = isEnd
    this.#closing = end
    this.#attributes = new Map(
      [...attributes.matchAll(ATTRIBUTE)].map(([, key, twice, once]) => [
        key!,
        quoted(twice ?? once),
      ]),
    )
  }

  /** The names of its attributes, in order. */
  get names(): string[] {
    return [...this.#attributes.keys()]
  }

  has(name: string): boolean {
    return this.#attributes.has(name)
  }

  /** @returns '' for an attribute that says nothing, or is not there */
  get(name: string): string {
    return this.#attributes.get(name) ?? ''
  }

  set(name: string, value: string): void {
    this.#attributes.set(name, value)
  }

  delete(name: string): void {
    this.#attributes.delete(name)
  }

  hasClass(name: string): boolean {
    return this.get('class').split(' ').includes(name)
  }

  get markup(): string {
    if (this.isEnd) return `</${this.name}>`
    const words = [...this.#attributes].map(([name, value]) =>
      value === undefined ? ` ${name}` : ` ${name}="${escape(value)}"`,
    )
    return `<${this.name}${words.join('')}${this.#closing}>`
  }
}

const ATTRIBUTE = /([^\s="']+)(?:=(?:"([^"]*)"|'([^']*)'))?/g
const TAG =
  /<(\/?)([a-z][a-z\d-]*)((?:\s+[^\s=">/]+(?:=(?:"[^"]*"|'[^']*'))?)*)\s*(\/?)>/gi

/**
 * Writes markup anew.
 *
 * @param change what stands in place of a tag; it may change the tag and give
 *   its `markup`
 */
export function mapTags(html: string, change: (tag: Tag) => string): string {
  return html.replaceAll(
    TAG,
    (_, slash: string, name: string, attributes: string, end: string) =>
      change(new Tag(name, slash !== '', attributes, end)),
  )
}

/** Looks at each tag that opens something, in order. */
export function eachTag(html: string, look: (tag: Tag) => void): void {
  for (const [, slash, name, attributes, end] of html.matchAll(TAG)) {
    if (!slash) look(new Tag(name!, false, attributes!, end!))
  }
}

/**
 * The markup from one text to another, the first of which it has, the other not.
 *
 * @throws {Error} if one of them is missing: the layout is another one
 */
export function between(html: string, start: string, end: string): string {
  const from = html.indexOf(start)
  const to = html.indexOf(end, from)
  if (from >= 0 && to >= 0) return html.slice(from, to)
  const missing = from < 0 ? start : end
  throw new Error(
    `No ${missing} in the page. Its layout has changed: mend src/commands/one-file.`,
  )
}

/** What an attribute says; undefined if it has no value. */
function quoted(text: string | undefined): string | undefined {
  return text?.replaceAll(
    /&(amp|lt|gt|quot|#39);/g,
    (_, name: string) =>
      ({ amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" })[name]!,
  )
}
