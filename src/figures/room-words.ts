/** How much room something takes, as disks and downloads are told: in powers of ten. */

const UNITS = [
  [1e9, 'GB'],
  [1e6, 'MB'],
  [1e3, 'KB'],
] as const

/** @returns such as `3.81 GB`, `226 MB`, `6 bytes`: three digits that count */
export function roomWords(bytes: number): string {
  // What rounds up to a thousand of a unit is one of the next.
  const [size, unit] = UNITS.find(([least]) => bytes >= 0.9995 * least) ?? []
  if (!size) return bytes === 1 ? '1 byte' : `${bytes} bytes`
  const number = (bytes / size).toLocaleString('en', {
    maximumSignificantDigits: 3,
  })
  return `${number} ${unit}`
}
