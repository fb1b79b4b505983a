/** What is written in a number or a string, as a value. */

/**
 * The value of a number that the scanner found to be one. What it found to be
 * none gives some value, as nobody will see it.
 */
export function decodeNumber(text: string): {
  isFloat: boolean
  value: number | bigint
} {
  const isPlain = text.length <= 15 && !text.includes('_')
  const digits = isPlain ? text : text.replaceAll('_', '')
  const value = Number(digits)
  const isHexadecimal = digits[1] === 'x' || digits[1] === 'X'
  const isFloat = !isHexadecimal && /[.eE]/.test(digits)
  if (isFloat || value <= Number.MAX_SAFE_INTEGER) return { isFloat, value }
  return { isFloat, value: INTEGER.test(digits) ? BigInt(digits) : 0n }
}

const INTEGER = /^(?:0[xX][\da-fA-F]+|0[bB][01]+|\d+)$/

/** The text inside of quotes, its escapes replaced by what they stand for. */
export function decodeString(quoted: string): string {
  const isClosed = quoted.length > 1 && quoted.endsWith(quoted[0]!)
  const inner = quoted.slice(1, isClosed ? -1 : undefined)
  if (!inner.includes('\\')) return inner
  return inner.replaceAll(ESCAPE, (_, byte, unit, point, other) => {
    const hex: string | undefined = byte ?? unit ?? point
    if (hex === undefined) return SIMPLE.get(other) ?? other
    const code = Number.parseInt(hex, 16)
    return code > 0x10_ffff ? '' : String.fromCodePoint(code)
  })
}

const ESCAPE =
  /\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|u\{([\da-fA-F]+)\}|([^]))/g
const SIMPLE = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['0', '\0'],
])
