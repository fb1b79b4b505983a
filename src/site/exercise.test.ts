/** Exercises: their parts, their markup, and the build that does them itself. */
import MarkdownIt from 'markdown-it'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBakery } from './bakery.ts'
import { CHAPTER, openFolder, render } from './chapter.fixture.ts'
import { exercises } from './exercise.ts'
import { kitchen } from './kitchen.fixture.ts'
import { runnables } from './runnable.ts'

let leave: () => void
let md: MarkdownIt
beforeAll(async () => {
  const real = { ...kitchen, bakery: await openBakery() }
  md = new MarkdownIt({ html: true }).use(runnables, real).use(exercises, real)
  leave = openFolder()
})
afterAll(() => leave())

type Fence = [info: string, text: string]

const fence = ([info, text]: Fence) => `\`\`\`${info}\n${text}\n\`\`\`\n`
const html = (...fences: Fence[]) => render(md, fences.map(fence).join('\n'))

const START: Fence = ['examplescript-talk exercise title="E"', '2 + 3']
const HINT: Fence = ['hint', 'Use `*`, and a < b.']
const CHECK: Fence = ['check', '1 line\nprints multiply(6, 7) = 42']
const SOLUTION: Fence = ['examplescript-talk solution', '6 * 7']
const WHOLE = [START, HINT, CHECK, SOLUTION]

const PROGRAM = 'export function f(x: i64): u32 { return VALUE }'

describe('an exercise', () => {
  test('is a card with its program and its checks', () => {
    const markup = html(...WHOLE)
    expect(markup).toMatch(
      /^<is-land [^>]*import="\.\.\/\.\.\/assets\/code-exercise-1\.js"><code-exercise defer-hydration class="card" role="group" aria-label="E" data-key="code-exercise-[\da-f]{10}-1" data-language="examplescript-talk">/,
    )
    expect(markup).toContain(
      '<pre data-program class="listing" data-language="examplescript-talk"><code>2 + 3</code></pre>',
    )
    const checks = [...markup.matchAll(/data-check="([^"]*)"/g)]
    expect(checks.map(([, text]) => text)).toEqual([
      '1 line',
      'prints multiply(6, 7) = 42',
    ])
    const acts = [...markup.matchAll(/data-act="([^"]+)"[^>]* disabled/g)]
    expect(acts.map(([, act]) => act)).toEqual([
      'check',
      'hint',
      'solution',
      'reset',
      'copy',
      'copy-link',
    ])
  })

  test('folds its hints and its solution, and shows neither as a listing', () => {
    const markup = html(...WHOLE, ['ts', 'more'])
    expect(markup).toContain(
      '<details class="hints"><summary>Hint</summary><ol aria-label="Hints"><li>Use <code>*</code>, and a &lt; b.</li></ol></details>',
    )
    expect(markup).toMatch(
      /<details class="solution"><summary>Solution<\/summary><pre [^>]*aria-label="The difference to the solution"><del>2 \+ 3\n<\/del><ins>6 \* 7\n<\/ins><\/pre><\/details>/,
    )
    expect(markup.match(/<pre/g)).toHaveLength(3)
  })

  test.each<[string, Fence[], string[]]>([
    [
      'several hints',
      [START, HINT, ['hint', 'Two'], CHECK],
      ['Use <code>*</code>, and a &lt; b.', 'Two'],
    ],
    [
      'parts in any order',
      [START, SOLUTION, CHECK, HINT],
      ['Use <code>*</code>, and a &lt; b.'],
    ],
    ['no hint', [START, CHECK, SOLUTION], []],
  ])('may have %s', (_, fences, hints) => {
    const found = [...html(...fences).matchAll(/<li>(.*?)<\/li>/g)]
    expect(found.map(([, hint]) => hint)).toEqual(hints)
  })

  test('may have its checks in several fences, with empty lines', () => {
    const markup = html(
      START,
      ['check', '\n 1 line \n\nno errors'],
      ['check', '2 functions'],
    )
    const checks = [...markup.matchAll(/data-check="([^"]*)"/g)]
    expect(checks.map(([, text]) => text)).toEqual([
      '1 line',
      'no errors',
      '2 functions',
    ])
  })

  test('may have nothing but its program', () => {
    const markup = html(START)
    expect(markup).toContain('aria-label="Result"><ul></ul>')
    expect(markup).not.toContain('<details')
  })

  test('of a language that is only scanned is done by the scanner', () => {
    const fences: Fence[] = [
      ['examplescript exercise title="E"', 'let area'],
      ['check', 'tokens = let name equals number\nno errors'],
      ['examplescript solution', 'let area = 2'],
    ]
    expect(html(...fences)).toContain('<ins>let area <b>= 2</b>\n</ins>')
  })

  test('whose checks call functions is compiled and run', () => {
    const fences: Fence[] = [
      ['examplescript exercise title="E"', PROGRAM.replace('VALUE', '1')],
      ['check', 'f(1) = 4294967295\n1 function'],
      ['examplescript solution', PROGRAM.replace('VALUE', '4294967295')],
    ]
    expect(html(...fences)).toContain('<ins>')
  })

  test('whose checks are in the language, is held against them', () => {
    const add = 'export function add(a: i32, b: i32): i32 { return a + b }'
    const up = 'function addsUp(): bool {\n  return add(2, 3) == 5\n}'
    const down = 'function addsDown(): bool { return add(0, -1) == -1 }'
    const markup = html(
      ['examplescript exercise title="E"', add.replace('+', '-')],
      ['examplescript check', `${up}\n\n${down}`],
      ['check', '1 function'],
      ['examplescript solution', add],
    )
    const checks = [...markup.matchAll(/data-check="([^"]*)"/g)]
    expect(checks.map(([, text]) => text)).toEqual([up, down, '1 function'])
    expect(markup).toContain(
      `<span>adds up<code class="verdict-code">${up}</code></span>`,
    )
  })

  test('in the whole language is checked, and not only scanned', () => {
    const fences: Fence[] = [
      ['examplescript exercise title="E"', 'let area = 2 * side'],
      ['check', 'no errors\narea is i32\nreads as (2 * side)'],
      ['examplescript solution', 'let side = 3\nlet area = 2 * side'],
    ]
    expect(html(...fences)).toContain('<ins>let side = 3\n</ins>')
  })

  test('is followed by another, each with its own parts', () => {
    const other: Fence[] = [
      ['examplescript-talk exercise title="F"', '1 + 1'],
      ['hint', 'F’s'],
    ]
    const [first, second] = html(...WHOLE, ...other).split('</is-land>')
    expect(first).toContain('Use <code>')
    expect(second).toContain('<li>F’s</li>')
    expect(second).not.toContain('Solution</summary>')
  })

  test('is a plain listing in a post, whoever wrote it', () => {
    const body = [START, ...WHOLE].map(fence).join('\n')
    const inputPath = 'content/2025-post.md'
    expect(render(md, body, { inputPath }).match(/<pre>/g)).toHaveLength(5)
  })
})

describe('a key', () => {
  const keyOf = (...fences: Fence[]) =>
    /data-key="([^"]+)"/.exec(html(...fences))![1]!
  test.each<[string, Fence[]]>([
    [
      'program',
      [
        ['examplescript-talk exercise title="E"', '2 + 4'],
        HINT,
        CHECK,
        SOLUTION,
      ],
    ],
    ['hint', [START, ['hint', 'Other'], CHECK, SOLUTION]],
    [
      'check',
      [
        START,
        HINT,
        ['check', '1 line\nprints multiply(6, 7) = 42\nno errors'],
        SOLUTION,
      ],
    ],
    [
      'solution',
      [START, HINT, CHECK, ['examplescript-talk solution', '6  *  7']],
    ],
    ['lack of a solution', [START, HINT, CHECK]],
  ])('is another with another %s', (_, fences) => {
    expect(keyOf(...fences)).not.toBe(keyOf(...WHOLE))
  })

  test('is the same in every build, whatever the title, wherever it stands', () => {
    const titled: Fence = [START[0].replace('"E"', '"F"'), START[1]]
    expect(keyOf(titled, HINT, CHECK, SOLUTION)).toBe(keyOf(...WHOLE))
    expect(keyOf(...WHOLE)).toMatch(/^code-exercise-[\da-f]{10}-1$/)
    expect(html(['ts', 'x'], ...WHOLE)).toContain(keyOf(...WHOLE))
  })
})

const at = (line: number, message: string) => `${CHAPTER}:${line}: ${message}`

describe('stops the build', () => {
  const WRITE = 'Write ```examplescript exercise title="…".'
  const BEHIND =
    'Put it right behind one in the same language: ```examplescript exercise title="…".'
  test.each<[string, Fence[], string]>([
    [
      'no title',
      [['examplescript exercise', 'x']],
      at(5, `“examplescript exercise” is no exercise. ${WRITE}`),
    ],
    [
      'other words',
      [['examplescript exercise module title="E"', 'x']],
      at(5, '“examplescript exercise module title="E"” is no exercise.'),
    ],
    [
      'another language',
      [['examplescript-speech exercise title="E"', 'x']],
      at(5, '“examplescript-speech exercise title="E"” is no exercise.'),
    ],
    [
      'a title that another has',
      [START, START],
      at(
        9,
        'another program of this chapter has the title “E”, too. Give each its own.',
      ),
    ],
    [
      'a hint alone',
      [['ts', 'x'], HINT],
      at(9, `“hint” belongs to no exercise. ${BEHIND}`),
    ],
    [
      'a check alone',
      [CHECK],
      at(5, `“check” belongs to no exercise. ${BEHIND}`),
    ],
    [
      'a solution alone',
      [SOLUTION],
      at(5, `“examplescript-talk solution” belongs to no exercise. ${BEHIND}`),
    ],
    [
      'a part behind something else',
      [START, ['ts', 'x'], HINT],
      at(13, '“hint” belongs to no exercise.'),
    ],
    [
      'a part behind a program',
      [['examplescript-talk run title="R"', '1 + 1'], HINT],
      at(9, '“hint” belongs to no exercise.'),
    ],
    [
      'another language’s solution',
      [START, ['examplescript solution', 'x']],
      at(9, `“examplescript solution” belongs to no exercise. ${BEHIND}`),
    ],
    [
      'two solutions',
      [START, SOLUTION, SOLUTION],
      at(
        13,
        'this exercise has a solution above already. Keep one; say in the prose that there are others.',
      ),
    ],
    [
      'a program that passes already',
      [START, ['check', '1 line\nno errors']],
      at(
        5,
        'this exercise is done before anybody starts: its program passes every check. Change the program, or check for more.',
      ),
    ],
    [
      'a solution that fails',
      [START, HINT, CHECK, ['examplescript-talk solution', '6 * 8']],
      at(
        15,
        'the solution does not pass “prints multiply(6, 7) = 42”: “multiply(6, 8) = 48”. Mend the solution, or the check.',
      ),
    ],
    [
      'a solution that does not compile',
      [START, CHECK, ['examplescript-talk solution', '6 x 7']],
      at(
        10,
        'the solution does not pass “1 line”: Line 1 is no operation: “6 x 7”.',
      ),
    ],
    [
      'a check that is none',
      [START, ['check', '1 line\n\nprint 3']],
      at(12, '“print 3” is no check. Write one such as'),
    ],
    [
      'code that is no function',
      [
        ['examplescript exercise title="E"', 'let a = 1'],
        ['examplescript check', '\nlet b = 2'],
      ],
      at(
        11,
        '“let b = 2” is no check. Write functions such as function addsUp(): bool',
      ),
    ],
    [
      'a function that gives no bool',
      [
        ['examplescript exercise title="E"', 'let a = 1'],
        ['examplescript check', 'function f(): i32 { return 1 }'],
      ],
      at(
        10,
        '“function f(): i32 { …” is no check. Write a function such as function addsUp(): bool {',
      ),
    ],
    [
      'a solution that does not pass a function',
      [
        ['examplescript exercise title="E"', 'let a = 1'],
        ['examplescript check', 'function isTwo(): bool { return a == 2 }'],
        ['examplescript solution', 'let a = 3'],
      ],
      at(
        10,
        'the solution does not pass “function isTwo(): bool { return a == 2 }”: false.',
      ),
    ],
    [
      'code for the talk’s language',
      [START, ['examplescript check', 'function f(): bool { return true }']],
      at(9, '“examplescript check” belongs to no exercise.'),
    ],
    [
      'a check in the wrong number',
      [START, ['check', '1 lines']],
      at(10, '“1 lines” is no check. Write 1 line. Mend the check.'),
    ],
    [
      'a check that takes a run, of a program that does not compile',
      [
        ['examplescript exercise title="E"', 'x'],
        ['check', '1 function'],
        ['examplescript solution', 'y'],
      ],
      at(
        10,
        'the solution does not pass “1 function”: A statement stands in a function, and this one is outside. Mend the solution, or the check.',
      ),
    ],
  ])('at %s', (_, fences, message) => {
    expect(() => html(...fences)).toThrow(message)
  })
})
