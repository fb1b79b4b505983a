/** Predictions, held against what the real compiler makes of the program. */
import MarkdownIt from 'markdown-it'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBakery } from './bakery.ts'
import { CHAPTER, openFolder, render } from './chapter.fixture.ts'
import { kitchen } from './kitchen.fixture.ts'
import { questions } from './question.ts'
import { runnables } from './runnable.ts'

let leave: () => void
let md: MarkdownIt
beforeAll(async () => {
  const real = { ...kitchen, bakery: await openBakery() }
  md = new MarkdownIt().use(runnables, real).use(questions, real)
  leave = openFolder()
})
afterAll(() => leave())

/** A prediction with these answers, right before a program or a text. */
function predict(answers: string[], source: string, info: string): string {
  const items = answers.map((answer) => `> - ${answer}\n>       Because.\n`)
  const question = `Words.\n\n> [!PREDICT] Which?\n>\n${items.join('')}\n`
  return render(md, `${question}\`\`\`${info} title="T"\n${source}\n\`\`\`\n`)
}

const RUN = 'examplescript-talk run'
const PROGRAM = 'examplescript run'
const TOKENS = 'examplescript tokens'

describe('a prediction holds', () => {
  test.each([
    ['a count', RUN, '2 + 3\n4 + 1', ['[x] `1 function`', '[ ] `2 functions`']],
    [
      'a call',
      RUN,
      '7 / 2',
      ['[x] `divide(7, 2) = 3.5`', '[ ] `divide(7, 2) = 3`'],
    ],
    [
      'not a number',
      RUN,
      '0 / 0',
      ['[ ] `divide(0, 0) = 0`', '[x] `divide(0, 0) = NaN`'],
    ],
    [
      'a line that is printed',
      RUN,
      '2 + 3',
      ['[x] `prints add(2, 3) = 5`', '[ ] `prints 5`'],
    ],
    [
      'tokens',
      TOKENS,
      'a+++b',
      ['[x] `tokens = name plusPlus plus name`', '[ ] `5 tokens`'],
    ],
    ['errors', TOKENS, '"a', ['[x] `error in line 1`', '[ ] `no errors`']],
    [
      'how it is read',
      PROGRAM,
      'let a = 1 + 2 * 3',
      ['[x] `reads as (1 + (2 * 3))`', '[ ] `reads as ((1 + 2) * 3)`'],
    ],
    [
      'types',
      PROGRAM,
      'let half = 1 / 2.0',
      ['[x] `half is f64`', '[ ] `half is i32`'],
    ],
    [
      'where it stops',
      PROGRAM,
      'export function main(): i32 {\n  let a = 0\n  return 1 / a\n}',
      ['[x] `stops in line 3`', '[ ] `stops: unreachable`', '[ ] `1 line`'],
    ],
    [
      'how large it is',
      PROGRAM,
      'export function f(a: i32): i32 { return a + 1 }',
      ['[x] `3 instructions`', '[ ] `3 bytes`'],
    ],
    [
      'a program without sense, there for its tokens',
      TOKENS,
      ') let 3 + else (',
      ['[x] `no errors`', '[ ] `1 error`'],
    ],
    [
      'words around the check',
      TOKENS,
      'a b',
      ['[x] Two, `a` and `b`: `2 tokens`', '[ ] None'],
    ],
    [
      'the first check of several',
      TOKENS,
      'a b',
      ['[x] `2 tokens`, not `3 tokens`', '[ ] `3 tokens` and not `2 tokens`'],
    ],
    [
      'wrong answers that are no check',
      RUN,
      '2 + 3',
      ['[x] `1 line`', '[ ] Nothing', '[ ] `none`'],
    ],
  ])('with %s', (_, info, source, answers) => {
    expect(predict(answers, source, info)).toContain('class="question"')
  })
})

describe('stops the build', () => {
  const MEND = 'Mend the answers, or the program.'
  const NO_RUN =
    'Say it as a check in code, such as `3 tokens` or `add(2, 3) = 5`; or ask [!WHY].'
  test.each([
    [
      'the ticked answer is wrong',
      RUN,
      '2 + 3',
      ['[x] `add(2, 3) = 6`', '[ ] `add(2, 3) = 4`'],
      `“\`add(2, 3) = 6\`” is ticked, and the program says otherwise: add(2, 3) = 5. ${MEND}`,
    ],
    [
      'an answer that is not ticked is right',
      RUN,
      '2 + 3',
      ['[x] `1 line`', '[ ] It gives `add(2, 3) = 5`'],
      `“It gives \`add(2, 3) = 5\`” is not ticked, and it is what the program says. ${MEND}`,
    ],
    [
      'the ticked answer is wrong about tokens',
      TOKENS,
      'a b',
      ['[ ] `4 tokens`', '[x] `3 tokens`'],
      `“\`3 tokens\`” is ticked, and the program says otherwise: 2 tokens. ${MEND}`,
    ],
    [
      'the ticked answer has no check',
      RUN,
      '2 + 3',
      ['[x] It gives five', '[ ] `add(2, 3) = 6`'],
      `no run can tell whether “It gives five” is right. ${NO_RUN}`,
    ],
    [
      'the ticked answer has code that is no check',
      TOKENS,
      'a b',
      ['[x] `a` and `3 token`', '[ ] `4 tokens`'],
      `no run can tell whether “\`a\` and \`3 token\`” is right. ${NO_RUN}`,
    ],
    [
      'it takes a run, and the program does not compile',
      TOKENS,
      'a b',
      ['[x] `1 function`', '[ ] `3 tokens`'],
      '“`1 function`” is ticked, and the program says otherwise: A statement stands in a function, and this one is outside.',
    ],
  ])('where %s', (_, info, source, answers, message) => {
    expect(() => predict(answers, source, info)).toThrow(
      `${CHAPTER}:7: ${message}`,
    )
  })
})
