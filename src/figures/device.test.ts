/** A device in words. */
import { expect, test } from 'vitest'
import { deviceMarkup, type ShownDevice } from './device.ts'

const device: ShownDevice = {
  card: {
    name: 'a <card>',
    isSoftware: true,
    hasF16: false,
    limits: { maxBufferSize: 2 ** 30, maxComputeWorkgroupStorageSize: 32768 },
  },
  storage: { used: 0, free: 5e9 },
  savesData: true,
}

test('a card, its limits and the storage', () => {
  const markup = deviceMarkup(device)
  expect(markup).toContain('a &lt;card&gt;, played by the processor: slow')
  expect(markup).toContain('<dd>no: models with f32 only</dd>')
  expect(markup).toContain('<dd>1.1 GB</dd>')
  expect(markup).toContain('<dd>32 KiB</dd>')
  expect(markup).toContain('<dd>5.0 GB</dd>')
})

test('none', () => {
  const markup = deviceMarkup({ card: null, storage: null, savesData: false })
  expect(markup).toContain('none that a page may use')
  expect(markup).not.toContain('16-bit')
  expect(markup).toContain('<dd>not told</dd>')
})
