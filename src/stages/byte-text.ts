/** Numbers and strings from a module's bytes, as WebAssembly's text has them. */

/** A text in quotation marks, with what would break it escaped. */
export function quoted(text: string): string {
  const inner = text.replaceAll(
    // oxlint-disable-next-line no-control-regex
    /["\\\u0000-\u001f\u007f]/g,
    (one) => `\\${one === '"' || one === '\\' ? one : hex(one.charCodeAt(0))}`,
  )
  return `"${inner}"`
}

/** Bytes as the string of a data segment; no more than people read. */
export function quotedBytes(bytes: Uint8Array): string {
  const shown = Array.from(bytes.subarray(0, 32), (byte) => {
    const isPlain = byte >= 0x20 && byte < 0x7f && byte !== 0x22
    return isPlain && byte !== 0x5c
      ? String.fromCharCode(byte)
      : `\\${hex(byte)}`
  })
  return `"${shown.join('')}"${bytes.length > 32 ? ' …' : ''}`
}

function hex(byte: number): string {
  return byte.toString(16).padStart(2, '0')
}

/** The f32 with these bits: the fewest digits that only it has, `inf`, `nan`. */
export function f32Text(bits: number): string {
  const value = new Float32Array(Uint32Array.of(bits).buffer)[0]!
  const sign = bits >>> 31 ? '-' : ''
  if (Number.isNaN(value)) return nanText(sign, bits & 0x7f_ffff, 0x40_0000)
  if (!Number.isFinite(value)) return `${sign}inf`
  const size = Math.abs(value)
  for (let digits = 1; digits < 9; digits += 1) {
    const short = Number(size.toPrecision(digits))
    if (Math.fround(short) === size) return sign + short
  }
  return sign + Number(size.toPrecision(9))
}

/** The f64 with these bits. */
export function f64Text(bits: bigint): string {
  const value = new Float64Array(BigUint64Array.of(bits).buffer)[0]!
  const sign = bits >> 63n ? '-' : ''
  if (Number.isNaN(value)) {
    return nanText(sign, bits & 0xf_ffff_ffff_ffffn, 0x8_0000_0000_0000n)
  }
  if (!Number.isFinite(value)) return `${sign}inf`
  return sign + Math.abs(value)
}

/** A NaN says its payload, unless it is the one that machines make. */
function nanText<T extends number | bigint>(sign: string, rest: T, usual: T) {
  return `${sign}nan${rest === usual ? '' : `:0x${rest.toString(16)}`}`
}
