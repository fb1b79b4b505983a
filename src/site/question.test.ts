/** Questions: as authors write them, as they stand in the page, and the whole of them. */
import MarkdownIt from 'markdown-it'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CHAPTER, openFolder, render } from './chapter.fixture.ts'
import { kitchen } from './kitchen.fixture.ts'
import { planned } from './planned.ts'
import { questions } from './question.ts'
import { runnables } from './runnable.ts'

let leave: () => void
beforeAll(() => {
  leave = openFolder()
})
afterAll(() => leave())

const md = new MarkdownIt({ html: true })
  .use(planned, new Set(['content/1-talk/03-next.md']))
  .use(runnables, kitchen)
  .use(questions, kitchen)

const html = (body: string) => render(md, body)

/** As Prettier prints it. */
const WHY = `> [!WHY] Why *so*?
>
> - [ ] Because of \`a\`
>       It is not.
> - [x] Because of b
>       It is,
>       as we saw.
> - [ ] Neither
>       One has to be.
`

/** Its words, and its answers as `TICK words: why`. */
function asked(markup: string): string[] {
  const [, words] = /<span class="question-kind">(.*)<\/p>/.exec(markup)!
  const answers = markup.matchAll(
    /<div( data-right)?><dt>(.*?)<\/dt><dd>(.*?)<\/dd><\/div>/g,
  )
  return [
    words!.replace('</span>', ''),
    ...[...answers].map(
      ([, right, answer, why]) => `${right ? 'x' : '-'} ${answer}: ${why}`,
    ),
  ]
}

const ASKED = [
  'Why? Why <em>so</em>?',
  '- Because of <code>a</code>: It is not.',
  'x Because of b: It is, as we saw.',
  '- Neither: One has to be.',
]

describe('a question', () => {
  test.each([
    ['as Prettier prints it', WHY],
    ['without an empty line', WHY.replace('>\n', '')],
    [
      'without an empty line, and a list of stars',
      WHY.replace('>\n', '').replaceAll('> -', '> *'),
    ],
    ['with lines that are not indented', WHY.replaceAll('>       ', '> ')],
    [
      'with empty lines between',
      WHY.replaceAll(/\n> {7}(?=\w)/g, '\n>\n>   ').replace(
        'It is,\n>\n>   as',
        'It is,\n>   as',
      ),
    ],
    ['with a capital X', WHY.replace('[x]', '[X]')],
    ['with nothing before wrong answers', WHY.replaceAll('[ ] ', '')],
    [
      'with its kind on a line of its own',
      WHY.replace('[!WHY] ', '[!WHY]\n> '),
    ],
    ['with its kind right before its words', WHY.replace('[!WHY] ', '[!WHY]')],
    [
      'without the space behind >',
      WHY.replaceAll('> -', '>-').replace('> [', '>['),
    ],
  ])('may be written %s', (_, body) => {
    expect(asked(html(body))).toEqual(ASKED)
  })

  test('may have words in several paragraphs', () => {
    const body = WHY.replace('*so*?\n', '*so*?\n>\n> And how?\n')
    expect(asked(html(body))[0]).toBe('Why? Why <em>so</em>? And how?')
  })

  test('is a card with radios that do nothing until the script is there', () => {
    const markup = html(WHY)
    expect(markup).toMatch(
      /^<is-land [^>]*import="\.\.\/\.\.\/assets\/multiple-choice-1\.js"><multiple-choice defer-hydration class="card" role="group" aria-label="Why\?" data-key="multiple-choice-[\da-f]{10}-1">/,
    )
    const [, key] = /data-key="([^"]+)"/.exec(markup)!
    const radios = markup.match(/<input [^>]*>/g)!
    expect(radios).toEqual(
      [0, 1, 2].map(
        (value) =>
          `<input type="radio" name="answer-${key}" value="${value}" disabled>`,
      ),
    )
    expect(markup).toContain(`aria-labelledby="question-${key}"`)
    expect(markup).toContain(`id="question-${key}"`)
    const acts = [...markup.matchAll(/data-act="([^"]+)"[^>]* disabled/g)]
    expect(acts.map(([, act]) => act)).toEqual(['skip', 'reset', 'copy-link'])
  })

  test('folds what is right for those who only read', () => {
    expect(html(WHY)).toContain(
      '<details class="whys" tabindex="-1"><summary>The answer',
    )
  })

  test('links to a chapter yet to be written as any text does', () => {
    const body = WHY.replace('It is not.', 'See [there](03-next.md).')
    expect(html(body)).toContain(
      'See <span class="coming">there <small>coming</small></span>.',
    )
  })

  test('is not every quotation', () => {
    expect(html('> Words.\n>\n> - [x] a\n>       b\n')).toMatch(/^<blockquote>/)
    expect(html('> Words [!WHY] so\n')).toMatch(/^<blockquote>/)
  })

  test('is a quotation in a post, whoever wrote it', () => {
    const inputPath = 'content/2025-post.md'
    for (const body of [WHY, '> [!NOTE] Words.\n']) {
      expect(render(md, body, { inputPath })).toMatch(/^<blockquote>/)
    }
  })
})

const RUN = '```examplescript run title="T"\n1 line\n```\n'
const TOKENS = '```examplescript tokens title="T"\n1 line\n```\n'
const PREDICT = `> [!PREDICT] Which?
>
> - [x] \`1 line\`
>       Yes.
> - [ ] \`2 lines\`
>       No.
`

describe('a prediction', () => {
  test.each([
    ['a program', `${PREDICT}\n${RUN}`, 'runnable-program'],
    ['a text and its tokens', `${PREDICT}\n${TOKENS}`, 'token-view'],
  ])('right before %s is in its card', (_, body, name) => {
    const markup = html(body)
    expect(markup.match(/<is-land/g)).toHaveLength(1)
    expect(markup).not.toContain('multiple-choice')
    expect(markup).toMatch(
      new RegExp(
        `<${name} [^>]*data-key="(${name}-[^"]+)"[^]*name="answer-\\1"`,
      ),
    )
    expect(asked(markup)).toEqual([
      'Predict Which?',
      'x <code>1 line</code>: Yes.',
      '- <code>2 lines</code>: No.',
    ])
    expect(markup.indexOf('<pre')).toBeLessThan(
      markup.indexOf('class="question"'),
    )
  })

  test.each([
    ['words', `${PREDICT}\nWords.\n\n${RUN}`],
    ['a comment', `${PREDICT}\n<!-- minutes: 1 -->\n\n${RUN}`],
    ['the next slide', `${PREDICT}\n---\n\n${RUN}`],
    ['another question', `${PREDICT}\n${WHY}\n${RUN}`],
  ])('with %s before the program is a card of its own', (_, body) => {
    expect(html(body)).toMatch(
      /^<is-land [^>]*><multiple-choice [^>]*aria-label="Predict"[^]*<\/multiple-choice><\/is-land>\n[^]*<runnable-program/,
    )
  })

  test.each([
    ['a question why', `${WHY}\n${RUN}`, 2],
    ['a prediction behind a program', `${RUN}\n${PREDICT}`, 2],
    [
      'a prediction before what only is read',
      `${PREDICT}\n\`\`\`ts\nx\n\`\`\`\n`,
      1,
    ],
  ])('%s is a card of its own', (_, body, cards) => {
    const markup = html(body)
    expect(markup).toContain('<multiple-choice')
    expect(markup.match(/<is-land/g)).toHaveLength(cards)
  })
})

const keyOf = (body: string) => /data-key="([^"]+)"/.exec(html(body))![1]!

describe('a key', () => {
  const other: [string, string][] = [
    ['[!WHY]', '[!PREDICT]'],
    ['Why *so*?', 'Why?'],
    ['Because of b', 'Because of c'],
    ['as we saw', 'as you saw'],
    ['- [x] Because of b', '- [ ] Because of b'],
  ]
  test.each(other)('is another where “%s” is “%s”', (from, to) => {
    let body = WHY.replace(from, to)
    if (to.includes('[ ]')) body = body.replace('[ ] Neither', '[x] Neither')
    expect(keyOf(body)).not.toBe(keyOf(WHY))
  })

  test('is the same in every build, wherever it stands', () => {
    expect(keyOf(`Words.\n\n${WHY}`)).toBe(keyOf(WHY))
    expect(keyOf(WHY.replace('>\n', ''))).toBe(keyOf(WHY))
    expect(keyOf(WHY.replace('*so*', '_so_'))).toBe(keyOf(WHY))
  })

  test('counts among equals', () => {
    const keys = [...html(`${WHY}\n${WHY}`).matchAll(/data-key="([^"]+)"/g)]
    expect(keys.map(([, key]) => key!.slice(-2))).toEqual(['-1', '-2'])
  })

  test('of a program is another with a question, and with another question', () => {
    const found = [
      RUN,
      `${PREDICT}\n${RUN}`,
      `${PREDICT.replace('Yes', 'Of course')}\n${RUN}`,
    ]
    expect(new Set(found.map(keyOf)).size).toBe(3)
  })
})

describe('stops the build', () => {
  const WRITE =
    'Write > [!WHY] and the question, then a list: - [x] for the right answer, - [ ] for the others, each with a line under it that says why.'
  const TICK = 'Tick the right one, and only that: - [x].'
  const SAY = 'Say so on the line under it, with six spaces before it.'
  test.each([
    ['no answer', '> [!WHY] So?\n', 7, `this question has 0 answers. ${WRITE}`],
    [
      'one answer',
      '> [!WHY] So?\n>\n> - [x] a\n>       b\n',
      7,
      `this question has 1 answer. ${WRITE}`,
    ],
    [
      'a list with numbers',
      '> [!WHY] So?\n>\n> 1. [x] a\n>    b\n',
      9,
      `this has no place in a question. ${WRITE}`,
    ],
    [
      'no words',
      WHY.replace(' Why *so*?', ''),
      7,
      `this asks nothing. ${WRITE}`,
    ],
    [
      'no tick',
      WHY.replace('[x]', '[ ]'),
      7,
      `0 answers to this question are ticked. ${TICK}`,
    ],
    [
      'two ticks',
      WHY.replace('[ ]', '[x]'),
      7,
      `2 answers to this question are ticked. ${TICK}`,
    ],
    [
      'no why',
      WHY.replace('>       It is not.\n', ''),
      7,
      `the answer “Because of \`a\`” does not say why it is right or wrong. ${SAY}`,
    ],
    [
      'a listing in the question',
      WHY.replace('>\n', '>\n> ```ts\n> x\n> ```\n>\n'),
      9,
      `this has no place in a question. ${WRITE}`,
    ],
    [
      'a listing in an answer',
      `${WHY}>\n>   \`\`\`ts\n>   x\n>   \`\`\`\n`,
      17,
      `this has no place in a question. ${WRITE}`,
    ],
    [
      'a list in an answer',
      WHY.replace('It is not.', '- It is not.').replace('      - It', '  - It'),
      10,
      `this has no place in a question. ${WRITE}`,
    ],
    [
      'words behind the answers',
      `${WHY}>\n> More.\n`,
      17,
      `this has no place in a question. ${WRITE}`,
    ],
    [
      'a mark in it',
      WHY.replace('>\n', '>\n> <!-- pause -->\n>\n'),
      9,
      `this has no place in a question. ${WRITE}`,
    ],
    [
      'an unknown kind',
      '> [!PREDCIT] So?\n',
      7,
      'there is no question [!PREDCIT]. There are [!PREDICT] and [!WHY].',
    ],
    [
      'a kind in small letters',
      WHY.replace('WHY', 'why'),
      7,
      'there is no question [!why]. There are',
    ],
    [
      'an alert of GitHub’s',
      '> [!NOTE]\n> Words.\n',
      7,
      'there is no question [!NOTE]. There are',
    ],
    [
      'a question in a list',
      `- item\n\n${WHY.replaceAll(/^/gm, '  ')}`,
      9,
      'this question stands inside of something else. Put it at the start of the line.',
    ],
  ])('at %s', (_, body, line, message) => {
    expect(() => html(`Words.\n\n${body}`)).toThrow(
      `${CHAPTER}:${line}: ${message}`,
    )
  })
})
