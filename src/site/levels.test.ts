/** Fences with levels: what they say, and what stands in the page for them. */
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import MarkdownIt from 'markdown-it'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Binaryen } from '../binaryen/binaryen.ts'
import { loadBinaryen } from '../binaryen/node.ts'
import { compile, LEVELS } from '../examplescript/examplescript.ts'
import { openBakery } from './bakery.ts'
import { openFolder, render } from './chapter.fixture.ts'
import { kitchen } from './kitchen.fixture.ts'
import { parseLevels } from './levels-fence.ts'
import { levels } from './levels.ts'
import { questions } from './question.ts'
import { runnables } from './runnable.ts'

let leave: () => void
let md: MarkdownIt
let binaryen: Binaryen
const PROGRAMS = ['sieve', 'quicksort'].map((name) => {
  const file = `src/examplescript/programs/${name}.example`
  return [file, readFileSync(file, 'utf8')] as const
})
const [[, SIEVE]] = PROGRAMS as [[string, string]]
beforeAll(async () => {
  const real = { ...kitchen, bakery: await openBakery() }
  binaryen = await loadBinaryen()
  md = new MarkdownIt()
    .use(runnables, real)
    .use(levels, real)
    .use(questions, real)
  leave = openFolder(Object.fromEntries(PROGRAMS))
})
afterAll(() => leave())

const SQUARES = `function square(x: f64): f64 {
  return x * x
}
export function work(n: i32): f64 {
  let sum = 0.0
  for (let i = 0; i < n; i++) sum += square(i + 1) - square(i) + square(i - 1)
  return sum
}`

function fence(words = 'work=work(3)', source = SQUARES): string {
  return `\`\`\`examplescript levels ${words} title="T"\n${source}\n\`\`\`\n`
}

/** What the page says of each level: its name, size and packed size. */
function rowsOf(page: string): string[] {
  return [...page.matchAll(/<tr><th scope="row">.*?<\/tr>/g)].map(([row]) =>
    row
      .replaceAll(/<(svg|span).*?<\/\1>/g, '')
      .replaceAll(/<[^>]*>/g, ' ')
      .replaceAll(/\s+/g, ' ')
      .trim(),
  )
}

/** The same, straight from the compiler. */
function compiled(source: string): string[] {
  return [...LEVELS].map(([name, level]) => {
    const { bytes } = compile(source, binaryen, { level }) as {
      bytes: Uint8Array
    }
    const sizes = [bytes.length, gzipSync(bytes).length]
    return [name, ...sizes.map((size) => size.toLocaleString('en'))].join(' ')
  })
}

describe('the words of a fence', () => {
  test.each([
    [
      'work=digits(1000)',
      { work: { name: 'digits', operand: 1000 }, of: [], title: 'T' },
    ],
    [
      'of=sieve(10),game-of-life(2)',
      {
        of: [
          { name: 'sieve', operand: 10 },
          { name: 'game-of-life', operand: 2 },
        ],
        title: 'T',
      },
    ],
  ])('%s', (words, expected) => {
    expect(parseLevels(`examplescript levels ${words} title="T"`, 'x')).toEqual(
      expected,
    )
  })

  test.each(['', ' work=work', ' of=sieve', ' work=a(1) of=sieve(1)', ' O3'])(
    'not “%s”',
    (words) => {
      expect(() =>
        parseLevels(`examplescript levels${words} title="T"`, 'x'),
      ).toThrow('does not say what to measure')
    },
  )
})

test('the sizes are those that compile gives at each level', () => {
  const page = render(md, fence())
  expect(page).toContain('<level-prices defer-hydration class="card"')
  expect(rowsOf(page)).toEqual(compiled(SQUARES))
})

test('the text is that of -Oz, with what differs from -O3', () => {
  const page = render(md, fence())
  expect(page).toContain('aria-label="What -Oz made of work"')
  const unmarked = page.replaceAll(/<\/?b>/g, '')
  expect(unmarked).toMatch(/<ins>.*call \$square\n<\/ins>/)
  expect(page).toMatch(/<del>.*\n<\/del>/)
  expect(page).toContain('<option value="square">square</option>')
})

test('a program of the compiler’s own is quoted, and shown whole', () => {
  const quoted = 'function sieve(end: i32): void {'
  const page = render(md, fence('of=sieve(10),quicksort(5)', quoted))
  expect(rowsOf(page)).toEqual(compiled(SIEVE))
  expect(page).toContain('twins(1000)')
  expect(page).toContain('<option>sieve</option><option>quicksort</option>')
  const [, data] = /data-programs="([^"]*)"/.exec(page)!
  expect(data).not.toContain("'")
  const offered = JSON.parse(unescape(data!))
  expect(offered).toMatchObject([
    {
      name: 'sieve',
      source: SIEVE.trimEnd(),
      work: { name: 'work', operand: 10 },
    },
    { name: 'quicksort', work: { name: 'work', operand: 5 } },
  ])
})

function unescape(text: string): string {
  const signs = { '&quot;': '"', '&lt;': '<', '&gt;': '>', '&amp;': '&' }
  return text.replaceAll(/&\w+;/g, (sign) => signs[sign as keyof typeof signs])
}

describe('the build stops', () => {
  test.each([
    ['for a program with a problem', fence(undefined, 'x +'), 'not compile'],
    ['for work that is not there', fence('work=play(1)'), 'no function play'],
    ['for a program that is not there', fence('of=seive(1)'), 'no such file'],
    [
      'for a quotation that is wrong',
      fence('of=sieve(1)'),
      'does not say this',
    ],
    ['for a second card of one title', fence() + fence(), 'title “T”'],
  ])('%s', (_, text, words) => {
    expect(() => render(md, text)).toThrow(words)
  })
})

/** A prediction with these answers, right before levels. */
function asked(answers: string[]): string {
  const items = answers.map((answer) => `> - ${answer}\n>       Because.\n`)
  return `> [!PREDICT] Which?\n>\n${items.join('')}\n${fence()}`
}

describe('a prediction', () => {
  test.each([
    [['[x] A: `-Oz > -O3`', '[ ] B: `-Oz < -O3`', '[ ] C: `-Oz = -O3`']],
    [['[x] A: `-O3 = 98 bytes`', '[ ] B: `-O3 > 98 bytes`']],
    [['[ ] A: `packed -O3 > -O0`', '[x] B: `packed -O3 < -O0`']],
  ])('holds: %s', (answers) => {
    expect(render(md, asked(answers))).toContain('Which?')
  })

  test.each([
    [
      ['[x] A: `-Oz < -O3`', '[ ] B: `-Oz = -O3`'],
      'is ticked, and out come 103 and 98',
    ],
    [['[x] A: `-Oz > -O3`', '[ ] B: `-O3 = -O4`'], 'is not ticked'],
    [['[x] A: `-O3 < -O5`', '[ ] B: none'], 'no size can tell'],
    [['[x] A: the third', '[ ] B: none'], 'no size can tell'],
  ])('does not hold: %s', (answers, words) => {
    expect(() => render(md, asked(answers))).toThrow(words)
  })
})
