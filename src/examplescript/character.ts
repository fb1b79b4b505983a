/**
 * Characters: what each may be part of, how one that cannot be seen is shown,
 * and what people mean by those that editors and keyboards slip in.
 */

export function isDigit(character: string | undefined): boolean {
  return character !== undefined && character >= '0' && character <= '9'
}

export function isLetter(character: string | undefined): boolean {
  if (character === undefined) return false
  return (
    (character >= 'a' && character <= 'z') ||
    (character >= 'A' && character <= 'Z') ||
    character === '_' ||
    character === '$'
  )
}

export function isWordPart(character: string | undefined): boolean {
  return isLetter(character) || isDigit(character)
}

export function isSpace(character: string | undefined): boolean {
  return (
    character === ' ' ||
    character === '\n' ||
    character === '\t' ||
    character === '\r' ||
    character === '\u{FEFF}' ||
    character === '\u{A0}'
  )
}

/** Where a string ends at the latest: the four ends of a line, or the text's. */
export function isLineEnd(character: string | undefined): boolean {
  return (
    character === undefined ||
    character === '\n' ||
    character === '\r' ||
    character === '\u{2028}' ||
    character === '\u{2029}'
  )
}

/** Characters without a shape of their own, as something that can be shown. */
export function visible(text: string): string {
  return text.replaceAll(
    /[\p{C}\p{Z}]/gu,
    (character) =>
      `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`,
  )
}

/** The first 20 characters, for a message. */
export function shorten(text: string): string {
  return text.length <= 20 ? text : `${text.slice(0, 20).toWellFormed()}…`
}

/** @returns what to write instead of characters that stand for nothing. */
export function hintFor(text: string): string | undefined {
  return HINTS.find(([pattern]) => pattern.test(text))?.[1]
}

const HINTS: [RegExp, string][] = [
  [/[“”„‘’‚«»]/, 'Write straight quotes: " or \'.'],
  [/[×·]/, 'Write * to multiply.'],
  [/÷/, 'Write / to divide.'],
  [/[−–—‐‑－]/, 'Write - for minus.'],
  [/≤/, 'Write <= for less than or equal.'],
  [/≥/, 'Write >= for greater than or equal.'],
  [/≠/, 'Write != for not equal.'],
  [/#/, 'Comments start with //.'],
  [/[！-～]/, 'Write it half-width, as on an English keyboard.'],
  [/\p{L}/u, 'Names are made of a to z, A to Z, 0 to 9, _ and $.'],
]
