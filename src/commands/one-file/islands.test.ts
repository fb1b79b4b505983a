import { expect, test } from 'vitest'
import { liveIn, settleIslands } from './islands.ts'

const island = (name: string) =>
  `<is-land on:interaction="click" import="../assets/${name}-1.js"><${name} defer-hydration data-key="k">
<p>7</p></${name}></is-land>`
const html = `<section class="step" id="one">${island('runnable-program')}</section>
<section class="step" id="two" data-presses="1">${island('tool-terminal')}<span hidden data-press="1" data-do="[]"></span></section>`

test('an island that runs names itself, and no file', () => {
  const settled = settleIslands(html, '', '/talk/')
  expect(settled).toContain('import="runnable-program"><runnable-program')
  expect(liveIn(settled)).toEqual(['runnable-program'])
})

test('one that does not shows its result, and says where it runs', () => {
  const settled = settleIslands(html, 'https://a.example/', '/talk/')
  expect(settled).toContain(
    '<p class="result-only-line">This one <a data-on-site href="https://a.example/talk/#two">runs on the site</a>.',
  )
  expect(settled).toMatch(/<tool-terminal [^>]*data-revealed="">\s*<p>7<\/p>/)
  expect(settled.match(/<is-land/g)).toHaveLength(1)
  expect(settled.match(/data-key/g)).toHaveLength(1)
  expect(settled).toContain('data-presses="0"')
})

test('without a site, it says so without a link', () => {
  expect(settleIslands(html, '', '/talk/')).toContain(
    'This one runs on the site.',
  )
})
