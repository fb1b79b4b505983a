/** The views as markup: tabs, panels, and what is drawn already. */
import { expect, test } from 'vitest'
import { viewTitle, VIEWS, viewsMarkup, type ViewName } from './views.ts'

const drawn = new Map<ViewName, string>([
  ['types', '<b>types</b>'],
  ['tokens', '<b>tokens</b>'],
])
const markup = viewsMarkup(drawn, ['-O0', '-O<3>'], 'key-1')

function all(pattern: RegExp): string[] {
  return [...markup.matchAll(pattern)].map(([, one = '']) => one)
}

test('each view has a tab and a panel that name each other', () => {
  const ids = VIEWS.map((view) => `key-1-${view}`)
  expect(all(/role="tab" id="([^"]+)-tab"/g)).toEqual(ids)
  expect(all(/aria-controls="([^"]+)"/g)).toEqual(ids)
  expect(all(/class="view [^"]+" id="([^"]+)"/g)).toEqual(ids)
  expect(all(/role="(?:region|tabpanel)" aria-label="(\w+)"/g)).toEqual(
    VIEWS.map(viewTitle),
  )
})

test('the first that is drawn is shown, and no other', () => {
  expect(markup).toContain('data-shown="types"')
  expect(all(/data-view="(\w+)" data-drawn data-current>/g)).toEqual(['types'])
  expect(
    all(/data-act="(\w+)"[^>]*aria-selected="true" tabindex="0"/g),
  ).toEqual(['types'])
  expect(markup.match(/aria-selected="true"/g)).toHaveLength(1)
  expect(markup.match(/data-current/g)).toHaveLength(1)
})

test('what is drawn stands there; the others are empty', () => {
  expect(all(/data-view="(\w+)" data-drawn/g)).toEqual(['tokens', 'types'])
  expect(all(/<div class="view-body">(.*?)<\/div>/g)).toEqual([
    '<b>tokens</b>',
    '',
    '<b>types</b>',
    '',
    '',
  ])
})

test('the text has the hue of the intermediate representation', () => {
  expect(all(/class="view stage-(\w+)"/g)).toEqual([
    'tokens',
    'tree',
    'types',
    'ir',
    'bytes',
  ])
})

test('levels are offered, escaped', () => {
  expect(all(/<option>([^<]*)</g)).toEqual(['-O0', '-O&lt;3&gt;'])
})

test('nothing works until the script is there', () => {
  const controls = markup.match(/<(?:button|select) [^>]*>/g)!
  expect(controls).toHaveLength(VIEWS.length + 3)
  for (const control of controls) expect(control).toContain(' disabled>')
})
