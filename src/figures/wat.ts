/**
 * WebAssembly's text format in colour. The build draws the untouched module
 * with it and the island every later one, so the two look alike.
 */
import { escape } from './escape.ts'

const PART =
  /(?<comment>;;[^\n]*|\(;.*?;\))|(?<string>"(?:\\.|[^"\\])*")|(?<name>\$[^\s()]+)|(?<number>(?<![\w.$])[+-]?(?:0x[\da-fA-F_.p+-]+|\d[\d_.e+-]*|inf|nan(?::0x[\da-f]+)?)(?![\w.]))|(?<keyword>[a-z][\w.]*)/gs

const CLASS = {
  comment: 'comment',
  string: 'string',
  name: 'parameter',
  number: 'constant',
  keyword: 'keyword',
}

/** @returns markup for a `<pre>`: escaped text with `tok-…` spans. */
export function watMarkup(text: string): string {
  let markup = ''
  let end = 0
  for (const match of text.matchAll(PART)) {
    const [kind] = Object.entries(match.groups!).find(([, part]) => part)!
    markup += escape(text.slice(end, match.index))
    markup += `<span class="tok-${CLASS[kind as keyof typeof CLASS]}">${escape(match[0])}</span>`
    end = match.index + match[0].length
  }
  return markup + escape(text.slice(end))
}
