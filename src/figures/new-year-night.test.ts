import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { newYearNight, type NewYearNightOptions } from './new-year-night.ts'

const kilobyte = 1024
const cases: (NewYearNightOptions & { most: number })[] = [
  { width: 1600, height: 900, crop: 'full', most: 14 * kilobyte },
  { width: 1280, height: 560, crop: 'full', most: 15 * kilobyte },
  { width: 1600, height: 420, crop: 'skyline', most: 7 * kilobyte },
]

describe.each(cases)('$crop at $width x $height', ({ most, ...options }) => {
  const picture = newYearNight(options)

  test('is the same every time', () => {
    expect(newYearNight(options)).toBe(picture)
  })

  test(`stays below ${most} bytes`, () => {
    expect(Buffer.byteLength(picture)).toBeLessThanOrEqual(most)
  })

  test('passes a strict content security policy', () => {
    expect(picture).not.toMatch(/\sstyle=|<style|\son\w+=|<script/)
  })

  test('refers only to what it has, and names everything once', () => {
    const ids = [...picture.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    const used = picture.matchAll(/(?:url\(|href=")#([^")]+)/g)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).toEqual(expect.arrayContaining([...used].map(([, id]) => id)))
  })

  test('has the first bytes of a WebAssembly module for sparks', () => {
    expect(picture).toContain('>00 61 73 6d</text>')
  })

  test('has no broken number', () => {
    expect(picture).not.toMatch(/NaN|undefined|Infinity|--|\de[-\d]/)
  })

  test('has only classes that the style sheet knows', () => {
    const sheet = readFileSync('src/styles/night.css', 'utf8')
    const classes = [...picture.matchAll(/ class="([^"]+)"/g)]
      .flatMap(([, names]) => names!.split(' '))
      .filter((name) => name !== `night-${options.crop}`)
    for (const name of new Set(classes)) {
      expect(sheet).toMatch(new RegExp(`\\.${name}(?![\\w-])`))
    }
  })
})

test('is an image with a title, and an ornament without one', () => {
  const size = { width: 1600, height: 900, crop: 'full' } as const
  const named = newYearNight({ ...size, title: 'Night & bytes' })
  expect(named).toContain('role="img"><title>Night &amp; bytes</title>')
  expect(newYearNight(size)).toContain('aria-hidden="true"')
})

test('both crops fit on one page: they share no id', () => {
  const ids = (['full', 'skyline'] as const).map((crop) => {
    const picture = newYearNight({ width: 1600, height: 600, crop })
    return [...picture.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
  })
  expect(ids[0]!.filter((id) => ids[1]!.includes(id))).toEqual([])
})
