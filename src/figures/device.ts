/** What a device has for models on its graphics card, as a list. */
import { escape } from './escape.ts'
import { bytesWords } from './model-choice.ts'

/** Sizes in bytes; null for what is not there, or what nobody tells. */
export interface ShownDevice {
  card: {
    name: string
    isSoftware: boolean
    hasF16: boolean
    limits: { maxBufferSize: number; maxComputeWorkgroupStorageSize: number }
  } | null
  storage: { used: number; free: number } | null
  savesData: boolean
}

export function deviceMarkup({
  card,
  storage,
  savesData,
}: ShownDevice): string {
  const slow = card?.isSoftware ? ', played by the processor: slow' : ''
  const rows: [name: string, words: string][] = [
    [
      'Graphics card',
      card ? `${card.name}${slow}` : 'none that a page may use',
    ],
  ]
  if (card) {
    const { maxBufferSize, maxComputeWorkgroupStorageSize } = card.limits
    rows.push(
      ['16-bit floats', card.hasF16 ? 'yes' : 'no: models with f32 only'],
      ['Largest buffer', bytesWords(maxBufferSize)],
      ['Shared by a workgroup', `${maxComputeWorkgroupStorageSize / 1024} KiB`],
      ['Its memory', 'no browser tells'],
    )
  }
  rows.push(
    ['Storage left', storage ? bytesWords(storage.free) : 'not told'],
    ['Saves data', savesData ? 'yes' : 'no'],
  )
  const items = rows.map(
    ([name, words]) => `<div><dt>${name}</dt><dd>${escape(words)}</dd></div>`,
  )
  return `<dl>${items.join('')}</dl>`
}
