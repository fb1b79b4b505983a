/** Numbers in 16 bits: a sign, 5 bits of exponent, 10 bits behind the point (IEEE 754 binary16). */

const single = new Float32Array(1)
const singleBits = new Uint32Array(single.buffer)

/**
 * @param value taken as a number in 32 bits
 * @returns the bits of the nearest half, the even one of two; what is too large becomes infinite
 */
export function toHalf(value: number): number {
  single[0] = value
  const bits = singleBits[0]!
  const sign = (bits >>> 16) & 0x8000
  const exponent = ((bits >>> 23) & 0xff) - 127
  const fraction = bits & 0x7f_ffff
  if (exponent === 128) return sign | 0x7c00 | (fraction ? 0x200 : 0)
  if (exponent < -25) return sign
  if (exponent > 15) return sign | 0x7c00
  // Below 2^-14 a half has no leading one of its own, and fewer bits.
  const subnormal = exponent < -14
  const dropped = subnormal ? -1 - exponent : 13
  const exact = subnormal
    ? fraction | 0x80_0000
    : fraction | ((exponent + 15) << 23)
  const kept = exact >>> dropped
  const rest = exact & ((1 << dropped) - 1)
  const middle = 1 << (dropped - 1)
  const up = rest > middle || (rest === middle && kept & 1)
  // A carry runs into the exponent, where it means the next power of two, or infinity.
  return sign | (up ? kept + 1 : kept)
}

/** @param bits of a half */
export function fromHalf(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1
  const exponent = (bits >>> 10) & 0x1f
  const fraction = bits & 0x3ff
  if (exponent === 0) return sign * fraction * 2 ** -24
  if (exponent === 31) return fraction ? NaN : sign * Infinity
  return sign * (1024 + fraction) * 2 ** (exponent - 25)
}
