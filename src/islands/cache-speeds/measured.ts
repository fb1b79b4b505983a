/** What was measured of stores, and may have come from anywhere. */
import { SIZES, STORES, type StoreTimes } from '../../figures/stores.ts'

export interface Measured {
  megabytes: number
  times: Readonly<Record<string, StoreTimes>>
}

/** @returns null for what is no measurement of these stores */
export function soundMeasured(came: unknown): Measured | null {
  const { megabytes, times } = (came ?? {}) as Partial<Measured>
  if (!SIZES.some((size) => size === megabytes)) return null
  const sound = STORES.flatMap(({ key }) => {
    const one: unknown = (times as Record<string, unknown> | undefined)?.[key]
    return isTimes(one) ? [[key, one] as const] : []
  })
  if (sound.length === 0) return null
  return { megabytes: megabytes!, times: Object.fromEntries(sound) }
}

function isTimes(value: unknown): value is StoreTimes {
  const { refusal, write, read } = (value ?? {}) as Record<string, unknown>
  return typeof refusal === 'string' || (isSpread(write) && isSpread(read))
}

function isSpread(value: unknown): boolean {
  const { least, median, most } = (value ?? {}) as Record<string, unknown>
  return [least, median, most].every((one) => Number.isFinite(one))
}
