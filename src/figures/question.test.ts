/** A question: radios to answer, and folded under them why. */
import { expect, test } from 'vitest'
import { questionMarkup, type Answer } from './question.ts'

const FIVE: Answer = { words: '<code>5</code>', why: 'A &amp; B.', right: true }
const SIX: Answer = { words: '6', why: 'Not <em>quite</em>.', right: false }

function question(kind: 'predict' | 'why', answers: readonly Answer[]): string {
  return questionMarkup({
    kind,
    words: 'What <em>is</em> it?',
    answers,
    key: 'k-1',
  })
}

test.each([
  ['predict', 'Predict'],
  ['why', 'Why?'],
] as const)('%s is titled %s, and names its radios', (kind, title) => {
  expect(question(kind, []).split('\n').slice(0, 2)).toEqual([
    '<div class="question" role="radiogroup" aria-labelledby="question-k-1">',
    `<p class="question-words" id="question-k-1"><span class="question-kind">${title}</span> What <em>is</em> it?</p>`,
  ])
})

const radio = (value: number, words: string) =>
  `<label class="answer"><input type="radio" name="answer-k-1" value="${value}" disabled><span>${words}</span></label>`

const WHY_FIVE =
  '<div data-right><dt><code>5</code></dt><dd>A &amp; B.</dd></div>'
const WHY_SIX = '<div><dt>6</dt><dd>Not <em>quite</em>.</dd></div>'

test.each([
  ['no answers', [], [], ''],
  ['one that is right', [FIVE], ['<code>5</code>'], WHY_FIVE],
  ['one that is wrong', [SIX], ['6'], WHY_SIX],
  [
    'both, in their order',
    [SIX, FIVE],
    ['6', '<code>5</code>'],
    WHY_SIX + WHY_FIVE,
  ],
])(
  '%s: markup stays, and radios wait for a script',
  (_, answers, words, whys) => {
    const markup = question('predict', answers)
    const radios = markup.match(/<label.*<\/label>/g) ?? []
    expect(radios).toEqual(words.map((text, index) => radio(index, text)))
    expect(markup).toContain(
      `<details class="whys" tabindex="-1"><summary>The answer</summary><dl>${whys}</dl></details>`,
    )
  },
)

test('under the answers one can skip, and is told how it went', () => {
  expect(question('why', [FIVE])).toContain(
    '<div class="question-foot"><button type="button" data-act="skip" disabled>Skip</button><span class="question-said" role="status"></span></div>\n</div>',
  )
})
