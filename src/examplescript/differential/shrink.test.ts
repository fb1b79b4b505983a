/** What fails is made small, and still fails. */
import { expect, test } from 'vitest'
import { check } from '../check.ts'
import { shrinkText } from './robust.ts'
import { shrink } from './shrink.ts'

const SOURCE = `let total = 0
function unused(x: i32): i32 { return x * 2 }
function add(x: i32, y: i32): i32 {
  for (let i = 0; i < 3; i++) {
    if (x > y) total += x << (y + 1)
    else { total -= 1 }
  }
  return total
}
export function main(): i32 {
  let a = 1, b = 2
  return add(a, b * 3) + add(4, 5)
}
`

test('a program keeps the part that fails', async () => {
  const small = await shrink(SOURCE, (source) => {
    const { program } = check(source)
    return program !== undefined && source.includes('<<')
  })
  expect(small).toBe('function add(): i32 {\n  0 << 0\n  return 0\n}\n')
})

test('a text that is no program keeps the letters that fail', async () => {
  const small = await shrinkText('abc(((x]]{y', (source) =>
    /\(.*\]/.test(source),
  )
  expect(small).toBe('(]')
})
