/** Records against what they are of: the chapters that ask, and the weights. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readCheckpoints } from './models.ts'
import { readTold, recordOf, RECORDS } from './told.ts'
import { wishesIn } from './wishes.ts'

const checkpoints = readCheckpoints()
const wishes = wishesIn('content')

test('each story was told by the weights that are here', () => {
  const hashes = new Map(
    checkpoints.map(({ name, file }) => [
      name,
      createHash('sha256').update(readFileSync(file)).digest('hex'),
    ]),
  )
  expect(wishes.length).toBeGreaterThan(0)
  for (const wish of wishes) {
    const told = readTold(wish)
    expect(told, recordOf(wish)).toMatchObject({
      ...wish,
      sha256: hashes.get(wish.model),
      text: expect.stringMatching(/\w[^]*\w/),
    })
  }
})

test('no record is left of what nobody asks for', () => {
  const asked = new Set(wishes.map(recordOf))
  const left = readdirSync(RECORDS).filter(
    (name) => !asked.has(`${RECORDS}/${name}`),
  )
  expect(left).toEqual([])
})

test('checkpoints go from early to final, each of 1.3 million bytes', () => {
  expect(checkpoints.map(({ name }) => name)).toEqual([
    'early',
    'middle',
    'final',
  ])
  for (const { file } of checkpoints) {
    expect((statSync(file).size / 1e6).toFixed(1)).toBe('1.3')
  }
})
