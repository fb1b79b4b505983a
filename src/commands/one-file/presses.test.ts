import { expect, test } from 'vitest'
import { livePresses } from './presses.ts'

const isLive = (name: string) => name === 'a-live'

const step = (...slides: string[]) =>
  `<section class="step" id="s" data-presses="4">${slides
    .map((slide) => `<div class="slide">${slide}</div>`)
    .join('')}</section>`
const orders = (press: number) =>
  `<span hidden data-press="${press}" data-do="[[&quot;run&quot;]]"></span>`
const live = '<a-live data-key="1"></a-live>'
const still = '<a-still data-key="2"></a-still>'

test('a step whose islands all run stays as it is', () => {
  const html = step(live + orders(1) + orders(2))
  expect(livePresses(html, isLive)).toBe(html)
})

test('a press that drove what does not run is gone, and the next take its place', () => {
  const html = step(
    `${still}${orders(1)}<p class="fragment" data-press="2"></p>`,
    `${live}${orders(3)}<p class="fragment" data-press="4"></p>`,
  )
  expect(livePresses(html, isLive)).toBe(
    '<section class="step" id="s" data-presses="3"><div class="slide">' +
      '<a-still data-key="2"></a-still><span hidden></span>' +
      '<p class="fragment" data-press="1"></p></div><div class="slide">' +
      `${live}${orders(2)}<p class="fragment" data-press="3"></p></div></section>`,
  )
})

test('a press that does something else as well stays', () => {
  const html = step(`${still}${orders(1)}<p data-press="1"></p>`)
  expect(livePresses(html, isLive)).toContain('data-presses="4"')
  expect(livePresses(html, isLive)).not.toContain('data-do')
})

test('a quotation that goes through its lines keeps its presses', () => {
  const staged = `<figure data-stages="[[1],[2],[3]]" data-press="2"></figure>`
  const html = step(`${still}${orders(1)}${staged}${still}${orders(4)}`)
  expect(livePresses(html, isLive)).toContain('data-presses="2"')
  expect(livePresses(html, isLive)).toContain(
    '<figure data-stages="[[1],[2],[3]]" data-press="1">',
  )
})

test('each step is counted by itself', () => {
  const html = step(still + orders(1)) + step(live + orders(1))
  expect(livePresses(html, isLive)).toMatch(
    /data-presses="3".*data-presses="4".*data-do/s,
  )
})
