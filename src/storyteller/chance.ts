/**
 * Chance that comes again: numbers from 0 to below 1, by the generator that is
 * known as splitmix32.
 *
 * @param number which of the many rows of a seed this is: each can be had without the others
 */
export function chanceOf(seed: number, number = 0): () => number {
  let state = Math.imul(seed, 0x9e_37_79_b1) ^ Math.imul(number, 0x85_eb_ca_6b)
  return () => {
    state = (state + 0x9e_37_79_b9) | 0
    let bits = state ^ (state >>> 16)
    bits = Math.imul(bits, 0x21_f0_aa_ad)
    bits = Math.imul(bits ^ (bits >>> 15), 0x73_5a_2d_97)
    return ((bits ^ (bits >>> 15)) >>> 0) / 2 ** 32
  }
}
