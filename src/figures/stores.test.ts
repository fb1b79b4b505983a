/** Stores side by side: before somebody measures, after, and one that is not there. */
import { expect, test } from 'vitest'
import { STORES, storesDrawnMarkup } from './stores.ts'

const spread = (median: number) => ({
  least: median * 0.95,
  median,
  most: median * 1.05,
})

test('before a measurement, each store has its names and no number', () => {
  const page = storesDrawnMarkup({})
  for (const { name, called } of STORES) {
    expect(page).toContain(
      `${name}<span class="level-tag">WebLLM: <span>${called}`,
    )
  }
  expect(page.match(/–/g)).toHaveLength(2 * STORES.length)
  expect(page).toContain('Nobody has measured')
})

test('afterwards, the quickest are marked, and a refusal takes both places', () => {
  const page = storesDrawnMarkup({
    times: {
      cache: { write: spread(50), read: spread(10) },
      opfs: { write: spread(40), read: spread(10.2) },
      'opfs-sync': { refusal: 'This browser has no <such> files.' },
      indexeddb: { write: spread(90), read: spread(60) },
    },
    megabytes: 32,
    parts: 8,
  })
  expect(page.match(/>quickest</g)).toHaveLength(2)
  expect(page.match(/>as quick</g)).toHaveLength(1)
  expect(page).toContain(
    '<td colspan="2" class="refusal">This browser has no &lt;such&gt; files.</td>',
  )
  expect(page).toContain('32 MB of random bytes, in 8 parts.')
})
