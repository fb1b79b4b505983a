/** Key presses: what waits for which, what they drive, and what they count to. */
import MarkdownIt from 'markdown-it'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { escape } from '../figures/escape.ts'
import { CHAPTER, openFolder, render } from './chapter.fixture.ts'
import { exercises } from './exercise.ts'
import { kitchen } from './kitchen.fixture.ts'
import { nexts } from './nexts.ts'
import { questions } from './question.ts'
import { quotations } from './quotation.ts'
import { runnables } from './runnable.ts'
import { steps } from './steps.ts'
import { tables } from './tables.ts'
import { texts } from './texts.ts'

let leave: () => void
beforeAll(() => {
  leave = openFolder({ 'src/a.ts': 'one\ntwo\nthree\n' })
})
afterAll(() => leave())

const md = new MarkdownIt({ html: true })
  .use(tables)
  .use(quotations, kitchen.highlighter)
  .use(runnables, kitchen)
  .use(exercises, kitchen)
  .use(texts, kitchen)
  .use(nexts, kitchen)
  .use(questions, kitchen)
  .use(steps)

/** A step of this body. */
function html(body: string): string {
  const data = { collections: { talks: [] } }
  return render(md, `## One\n\n${body}\n`, data)
}

/**
 * What a key press shows or does, in the order of the page, as
 * `PRESS tag.class: word`; then how many presses there are.
 */
function presses(body: string): string[] {
  const markup = html(body)
  const tags = markup.matchAll(/<(\w+)[^>]* data-press="(\d+)"[^>]*>/g)
  const waiting = [...tags].map(({ 0: open, 1: tag, 2: press, index }) => {
    if (tag === 'span') return `${press} does`
    const [, names = ''] = / class="([^"]*)"/.exec(open) ?? []
    const text = markup.slice(index + open.length).replaceAll(/<[^>]*>/g, ' ')
    const next = open.includes(' data-next') ? ' next' : ''
    const what = [tag, ...names.split(' ')].filter(Boolean).join('.')
    return `${press} ${what}${next}: ${/\w+/.exec(text)}`
  })
  const [, all] = /<section [^>]*data-presses="(\d+)"/.exec(markup) ?? []
  return [...waiting, `of ${all ?? 0}`]
}

const fence = (text: string, info = '') => `\`\`\`${info}\n${text}\n\`\`\`\n`
const run = (title = 'T') => fence('x', `examplescript run title="${title}"`)
const PAUSE = '<!-- pause -->\n\n'
const BUILD = '<!-- one by one -->\n\n'
const NEXT_SLIDE = '---\n\n'
const WHY = '> [!WHY] A?\n>\n> - [x] b\n>       c\n> - [ ] d\n>       e\n'

describe('a step', () => {
  test.each<[string, string, ...string[]]>([
    ['nothing to wait for', 'A.\n\n- b\n'],
    ['a second slide', `A.\n\n${NEXT_SLIDE}B.\n`, '1 div.slide: B'],
    [
      'three slides',
      `A.\n\n${NEXT_SLIDE}B.\n\n${NEXT_SLIDE}C.\n`,
      '1 div.slide: B',
      '2 div.slide: C',
    ],
    [
      'a pause before what is shown',
      `A.\n\n${PAUSE}${fence('x')}`,
      '1 div.shows.fragment: x',
    ],
    [
      'a pause before words and what is shown',
      `A.\n\n${PAUSE}B.\n\n${fence('x')}\nC.\n`,
      '1 p.fragment: B',
      '1 div.shows.fragment: x',
      '1 p.fragment: C',
    ],
    [
      'a pause before all that a text is made of',
      `${PAUSE}### a\n\n- b\n\n1. c\n\n> d\n\n| e |\n| - |\n`,
      '1 h3.fragment: a',
      '1 ul.fragment: b',
      '1 ol.fragment: c',
      '1 blockquote.fragment: d',
      '1 div.fragment.table: e',
    ],
    [
      'two pauses',
      `${PAUSE}${fence('x')}\n${PAUSE}${fence('y')}`,
      '1 div.shows.fragment: x',
      '2 div.shows.fragment: y',
    ],
    [
      'a pause before a question',
      `${PAUSE}${WHY}`,
      '1 div.shows.fragment: Why',
    ],
    [
      'a pause that ends with its slide',
      `${PAUSE}${fence('x')}\n${NEXT_SLIDE}${fence('y')}`,
      '1 div.shows.fragment: x',
      '2 div.slide: y',
    ],
    [
      'a list that builds',
      `${BUILD}- a\n- b\n- c\n`,
      '1 li.fragment: a',
      '2 li.fragment: b',
      '3 li.fragment: c',
    ],
    [
      'a list with numbers that builds, and one that does not',
      `${BUILD}1. a\n2. b\n\nC.\n\n- d\n`,
      '1 li.fragment: a',
      '2 li.fragment: b',
    ],
    [
      'a list that builds with lists in it',
      `${BUILD}- a\n  - aa\n  - ab\n- b\n`,
      '1 li.fragment: a',
      '2 li.fragment: b',
    ],
    [
      'a list that builds after a pause',
      `${PAUSE}${BUILD}- a\n- b\n\n${fence('x')}`,
      '1 ul.fragment: a',
      '2 li.fragment: a',
      '3 li.fragment: b',
      '1 div.shows.fragment: x',
    ],
    [
      'a list that builds, and then a pause',
      `${BUILD}- a\n- b\n\n${PAUSE}${fence('x')}`,
      '1 li.fragment: a',
      '2 li.fragment: b',
      '3 div.shows.fragment: x',
    ],
    [
      'a list that builds behind a note',
      `${BUILD}<!-- note: x -->\n\n- a\n`,
      '1 li.fragment: a',
    ],
    [
      'a program that is driven twice',
      `${run()}\n<!-- do: run -->\n<!-- do: reset -->\n`,
      '1 does',
      '2 does',
    ],
    ['a quotation in one stage', fence('one\ntwo', 'ts src/a.ts {1}')],
    [
      'a quotation in three stages, and a driven program',
      `${run()}\n${fence('one\ntwo', 'ts src/a.ts {1|2|all}')}\n<!-- do: run -->\n`,
      '1 figure.quotation: src',
      '3 does',
    ],
    [
      'a quotation in stages after a pause',
      `${PAUSE}${fence('one\ntwo', 'ts src/a.ts {1|2}')}`,
      '1 div.shows.fragment: src',
      '2 figure.quotation: src',
    ],
    [
      'a quotation in the place of another',
      `${fence('one', 'ts src/a.ts')}\n${fence('two', 'ts src/a.ts {1} next')}\n${PAUSE}${fence('x')}`,
      '1 div.shows.fragment next: src',
      '2 div.shows.fragment: x',
    ],
    [
      'a quotation with stages in the place of another with stages',
      `${fence('one\ntwo', 'ts src/a.ts {1|2}')}\n${fence('two\nthree', 'ts src/a.ts {1|2} next')}`,
      '1 figure.quotation: src',
      '2 div.shows.fragment next: src',
      '3 figure.quotation: src',
    ],
    [
      'a listing in the place of another, after a pause',
      `${PAUSE}${fence('x')}\n${fence('y', 'ts next')}`,
      '1 div.shows.fragment: x',
      '2 div.shows.fragment next: y',
    ],
    [
      'all of it, over two slides',
      `${BUILD}- a\n- b\n\n${run()}\n<!-- do: run -->\n\n${NEXT_SLIDE}${PAUSE}${run('U')}\n<!-- do: run -->\n`,
      '1 li.fragment: a',
      '2 li.fragment: b',
      '3 does',
      '4 div.slide: U',
      '5 div.shows.fragment: U',
      '6 does',
    ],
  ])('with %s', (_, body, ...expected) => {
    const last = expected.map((line) => parseInt(line, 10))
    const all = `of ${Math.max(0, ...last)}`
    expect(presses(body)).toEqual([...expected, all])
  })

  test.each([
    ['A.\n', 0],
    [`${fence('one\ntwo', 'ts src/a.ts {1|2|all}')}`, 2],
    [`A.\n\n${NEXT_SLIDE}${fence('one\ntwo', 'ts src/a.ts {1|2|all}')}`, 3],
    [`${BUILD}- a\n- b\n\n${NEXT_SLIDE}${run()}\n<!-- do: run -->\n`, 4],
  ])('counts them all: %j', (body, count) => {
    expect(presses(body).at(-1)).toBe(`of ${count}`)
  })

  test('counts anew', () => {
    const markup = html(
      `${PAUSE}${fence('x')}\n## Two\n\n${PAUSE}${fence('y')}`,
    )
    expect(markup.match(/data-presses="1"/g)).toHaveLength(2)
    expect(markup.match(/data-press="1"/g)).toHaveLength(2)
  })
})

test('a quotation says its stages, an empty one for all', () => {
  expect(html(fence('one\ntwo\nthree', 'ts src/a.ts {1|2-3|all}'))).toContain(
    '<figure class="quotation" data-stages="[[1],[2,3],[]]" data-press="1">',
  )
})

const EXERCISE = [
  fence('x', 'examplescript exercise title="E"'),
  fence('y', 'hint'),
].join('\n')
const PREDICT = WHY.replace('WHY', 'PREDICT').replace('b', '`1 token`')

describe('do', () => {
  test.each([
    [run(), 'run', '[["run"]]'],
    [run(), 'text="6 * 7", run', '[["text","6 * 7"],["run"]]'],
    [
      run(),
      String.raw`text="a\nb < \"c\""`,
      String.raw`[["text","a\nb < \"c\""]]`,
    ],
    [run(), 'reset', '[["reset"]]'],
    [run(), '\n  text=a,\n  run\n', '[["text","a"],["run"]]'],
    [
      fence('x', 'examplescript tokens title="T"'),
      'text=a, reset',
      '[["text","a"],["reset"]]',
    ],
    [
      EXERCISE,
      'hint, text=a, check, solution, reset',
      '[["hint"],["text","a"],["check"],["solution"],["reset"]]',
    ],
    [
      fence('x', 'text tokens title="T"'),
      'text=a, reset',
      '[["text","a"],["reset"]]',
    ],
    [
      fence('x', 'text next title="T"'),
      'topK=5, take-10, draw, back',
      '[["topK","5"],["take-10"],["draw"],["back"]]',
    ],
    [
      fence('words: a', 'story title="T"'),
      'topK=1, model=early, tell, another, continue',
      '[["topK","1"],["model","early"],["tell"],["another"],["continue"]]',
    ],
    [WHY, 'skip, reset', '[["skip"],["reset"]]'],
    [
      `${PREDICT}\n${fence('1 token', 'examplescript run title="T"')}`,
      'skip, run',
      '[["skip"],["run"]]',
    ],
    [`${run()}\nWords.\n\n${fence('x')}`, 'run', '[["run"]]'],
  ])('under %j: %s', (above, value, orders) => {
    expect(html(`${above}\n<!-- do: ${value} -->\n`)).toContain(
      `<span hidden data-press="1" data-do="${escape(orders)}"></span>`,
    )
  })

  test('drives the nearest island above', () => {
    const above = `${run()}\n${WHY}\n`
    expect(html(`${above}<!-- do: skip -->\n`)).toContain('data-do')
    expect(() => html(`${above}<!-- do: run -->\n`)).toThrow(
      'has no act “run”. It has: skip, reset.',
    )
  })
})

describe('stops the build', () => {
  const AN_EXAMPLE = 'An example: <!-- do: text="6 * 7", run -->.'
  const NO_ISLAND =
    'no island stands above this on its slide. Put it under the program that it drives.'
  const NO_LIST =
    'no list follows “one by one”. Put it right before the list that builds item by item.'
  const NO_PAUSE =
    'nothing that a slide shows follows “pause”. Put it before the program, list or quotation that waits for a key press.'
  const NO_NEXT =
    'there is nothing above this on its slide that it could take the place of. Put it behind a fence, or leave “next” out.'
  // The body starts in line 7.
  test.each([
    ['do with nothing above', '<!-- do: run -->\n', 7, NO_ISLAND],
    ['do above its program', `<!-- do: run -->\n\n${run()}`, 7, NO_ISLAND],
    [
      'do under what only is read',
      `${fence('x')}\n<!-- do: run -->\n`,
      11,
      NO_ISLAND,
    ],
    [
      'do under a program of the slide before',
      `${run()}\n${NEXT_SLIDE}<!-- do: run -->\n`,
      13,
      NO_ISLAND,
    ],
    [
      'do under a program of the step before',
      `${run()}\n## Two\n\n<!-- do: run -->\n`,
      13,
      NO_ISLAND,
    ],
    [
      'an act that the program has not',
      `${run()}\n<!-- do: walk -->\n`,
      11,
      `the island above has no act “walk”. It has: run, reset, text=…. ${AN_EXAMPLE}`,
    ],
    [
      'an act that only a question has',
      `${run()}\n<!-- do: skip -->\n`,
      11,
      `the island above has no act “skip”. It has: run, reset, text=…. ${AN_EXAMPLE}`,
    ],
    [
      'a setting that the program has not',
      `${run()}\n<!-- do: run, txt=a -->\n`,
      11,
      `the island above has no setting “txt”. It has: run, reset, text=…. ${AN_EXAMPLE}`,
    ],
    [
      'words that are no order',
      `${run()}\n<!-- do: 2 + 3 -->\n`,
      11,
      `“2 + 3” is no order. Write acts and NAME=VALUE with commas between them. ${AN_EXAMPLE}`,
    ],
    [
      'a broken string',
      `${run()}\n<!-- do: text="\\q" -->\n`,
      11,
      '"\\q" is no string of JSON.',
    ],
    ['one by one at the end', `A.\n\n${BUILD}`, 9, NO_LIST],
    ['one by one before words', `${BUILD}A.\n\n- b\n`, 7, NO_LIST],
    ['one by one before a fence', `${BUILD}${fence('x')}\n- b\n`, 7, NO_LIST],
    ['one by one before a quotation', `${BUILD}> - b\n`, 7, NO_LIST],
    [
      'one by one before the next slide',
      `${BUILD}${NEXT_SLIDE}- b\n`,
      7,
      NO_LIST,
    ],
    ['one by one before the next step', `${BUILD}## Two\n\n- b\n`, 7, NO_LIST],
    ['a pause at the end', `A.\n\n${PAUSE}`, 9, NO_PAUSE],
    [
      'a pause before prose alone',
      `${PAUSE}A.\n\n${NEXT_SLIDE}${fence('x')}`,
      7,
      NO_PAUSE,
    ],
    [
      'a pause before what drives',
      `${run()}\n${PAUSE}<!-- do: run -->\n`,
      11,
      NO_PAUSE,
    ],
    ['next with nothing above', fence('one', 'ts src/a.ts next'), 7, NO_NEXT],
    [
      'next with words above',
      `A.\n\n- b\n\n${fence('x', 'ts next')}`,
      11,
      NO_NEXT,
    ],
    [
      'next as first of its slide',
      `${fence('x')}\n${NEXT_SLIDE}${fence('y', 'ts next')}`,
      13,
      NO_NEXT,
    ],
  ])('at %s', (_, body, line, message) => {
    expect(() => html(body)).toThrow(`${CHAPTER}:${line}: ${message}`)
  })
})
