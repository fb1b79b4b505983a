/** Addresses within a chapter: written, read, and typed by anybody. */
import { describe, expect, test } from 'vitest'
import { formatAddress, parseAddress, type Address } from './address.ts'

function address(step: string, presses = 0, packed = ''): Address {
  return { step, presses, packed }
}

describe('is written, and read again', () => {
  test.each([
    ['', address('')],
    ['#a-step', address('a-step')],
    ['#i32-2-3', address('i32-2-3')],
    ['#2024', address('2024')],
    ['#2024/7', address('2024', 7)],
    ['#a-step/12', address('a-step', 12)],
    ['#a-step/9999', address('a-step', 9999)],
    ['#a-step~1.eJ-_0', address('a-step', 0, '1.eJ-_0')],
    ['#a-step/3~1.eJ-_0', address('a-step', 3, '1.eJ-_0')],
    ['#/4', address('', 4)],
    ['#~1.eJ-_0', address('', 0, '1.eJ-_0')],
    ['#/4~1.eJ-_0', address('', 4, '1.eJ-_0')],
    ['#100%25', address('100%')],
    ['#%2541', address('%41')],
    ['#a%2Fb%7Ec%23d/2', address('a/b~c#d', 2)],
    ['#zw%C3%B6lf%20%F0%9F%8E%86', address('zwölf 🎆')],
  ])('%j', (hash, parts) => {
    expect(formatAddress(parts)).toBe(hash)
    expect(parseAddress(hash)).toEqual(parts)
  })
})

describe('is read, whatever it is', () => {
  test.each([
    ['#', address('')],
    ['a-step/3', address('a-step', 3)],
    ['#a-step/', address('a-step')],
    ['#a-step~', address('a-step')],
    ['#a-step/~', address('a-step')],
    ['#a-step/0', address('a-step')],
    ['#a-step/007', address('a-step', 7)],
    ['#a-step/10000', address('a-step', 9999)],
    [`#a-step/${'9'.repeat(400)}~x`, address('a-step', 9999, 'x')],
    ['#a-step/-3', address('a-step')],
    ['#a-step/1.5', address('a-step')],
    ['#a-step/x', address('a-step')],
    ['#a-step/1/2', address('a-step')],
    ['#a-step/x~1.a', address('a-step', 0, '1.a')],
    ['#a-step~1.a/3', address('a-step', 0, '1.a/3')],
    ['#a-step~1.a~2.b', address('a-step', 0, '1.a~2.b')],
    ['##a', address('#a')],
    ['#zwölf', address('zwölf')],
    ['#100%', address('100%')],
    ['#%zz/2', address('%zz', 2)],
    ['#%C3~x', address('%C3', 0, 'x')],
    ['#a\nb/2~c\nd', address('a\nb', 2, 'c\nd')],
  ])('%j', (hash, parts) => {
    expect(parseAddress(hash)).toEqual(parts)
    expect(parseAddress(formatAddress(parts))).toEqual(parts)
  })
})
