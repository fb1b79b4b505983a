/** Moves: what stays of a listing in its next version. */
import { expect, test } from 'vitest'
import { movesBetween } from './moves.ts'

/** The words that stay. */
function stays(before: string, after: string): string {
  const [old, now] = [before.split(' '), after.split(' ')]
  const moves = movesBetween(old, now)
  for (const [i, j] of moves) expect(now[j]).toBe(old[i])
  return moves.map(([i]) => old[i]).join(' ')
}

test.each([
  ['let a = 1', 'let a = 1', 'let a = 1'],
  ['let a = 1', 'let b = a + 1', 'let = 1'],
  ['a + b', 'b + a', 'b'],
  ['a ( x ) b', 'a ( y ) b', 'a ( ) b'],
  ['x', 'y', ''],
  ['if ( a ) return b', 'return b', 'return b'],
  ['f ( g ( x ) )', 'let y = g ( x ) f ( y )', 'g ( x ) )'],
])('%j becomes %j: %j stays', (before, after, expected) => {
  expect(stays(before, after)).toBe(expected)
})

test('each word stays once, and in its order', () => {
  const moves = movesBetween([...'abcabba'], [...'cbabac'])
  expect(moves).toHaveLength(4)
  for (const [index, [before, after]] of moves.entries()) {
    const [lastBefore, lastAfter] = moves[index - 1] ?? [-1, -1]
    expect(before).toBeGreaterThan(lastBefore)
    expect(after).toBeGreaterThan(lastAfter)
  }
})

test('nothing comes of nothing', () => {
  expect(movesBetween([], ['a'])).toEqual([])
  expect(movesBetween(['a'], [])).toEqual([])
})
