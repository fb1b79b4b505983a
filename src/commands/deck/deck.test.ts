/** The deck that tools are compared with: of the size that is said, and made of it what has to be. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { SLIDE_WORDS } from '../../site/counting-step.ts'
import { chapterOf } from './chapter.ts'
import { countOf, itemsOf, lengthened, readDeck, titlesOf } from './deck.ts'
import { plainDeck } from './plain-deck.ts'
import { revealPage } from './reveal-page.ts'

const deck = readDeck(readFileSync('src/commands/deck/ten-programs.md', 'utf8'))

function codeIn(body: string): string[] {
  return [...body.matchAll(/^```\w+\n(.*?)^```$/gms)].map(([, code]) => code!)
}

test('has 20 slides, and code on 10 of them', () => {
  expect(countOf(deck)).toBe(20)
  expect(new Set(titlesOf(deck)).size).toBe(20)
  const counts = deck.slides.map(({ body }) => codeIn(body).length)
  expect(counts.filter((count) => count === 1)).toHaveLength(10)
  expect(counts.filter((count) => count > 1)).toEqual([])
})

test.each(deck.slides.map(({ title, body }) => [title, body] as const))(
  '“%s” says something, and is no longer than a slide',
  (_, body) => {
    const code = codeIn(body)
    for (const listing of code) {
      const lines = listing.trimEnd().split('\n')
      expect(lines.length).toBeLessThanOrEqual(12)
      for (const line of lines) expect(line.length).toBeLessThanOrEqual(64)
    }
    const parts = body.split('\n\n')
    const shown = parts.filter((part) => /^(?:[-|>]|\d\.)/.test(part))
    expect(code.length + shown.length).toBe(1)
    expect((shown.join(' ').match(/[\w’]+/g) ?? []).length).toBeLessThanOrEqual(
      30,
    )
    expect(parts[0]).toMatch(/^[A-Z].*\.$/)
  },
)

test('ends with a list that fits a slide of ours', () => {
  const items = itemsOf(deck.recap)
  expect(items.length).toBeGreaterThan(1)
  expect(items.join(' ').split(' ').length).toBeLessThanOrEqual(SLIDE_WORDS)
})

test('goes on to any number of slides, each under a title of its own', () => {
  const long = lengthened(deck, 400)
  expect(countOf(long)).toBe(400)
  expect(new Set(titlesOf(long)).size).toBe(400)
  expect(long.slides[18 + 3]!.body).toBe(deck.slides[3]!.body)
  expect(countOf(lengthened(deck, 20))).toBe(20)
})

test('is a chapter, a deck of reveal.js and a plain page, with the same on each', () => {
  const chapter = chapterOf(deck)
  const reveal = revealPage(deck)
  const plain = plainDeck(deck)
  expect(chapter.match(/^## /gm)).toHaveLength(18)
  for (const page of [reveal, plain]) {
    expect(page.match(/<section/g)).toHaveLength(20)
    expect(page.match(/<pre/g)).toHaveLength(10)
  }
  for (const title of titlesOf(deck)) {
    expect(reveal).toContain(`>${title}</h`)
    expect(plain).toContain(`>${title}</h`)
  }
})

test('what is said to a slide is no part of what it shows', () => {
  const [said] = deck.slides[1]!.body.split('\n\n')
  expect(said).toMatch(/^Eight bytes/)
  const [, notes] = /<aside class="notes">(<p>Eight.*?)<\/aside>/s.exec(
    revealPage(deck),
  )!
  expect(notes).toContain(said)
  expect(plainDeck(deck)).toContain(`<aside hidden><p>${said}</p>`)
})
