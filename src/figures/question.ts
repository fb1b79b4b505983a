/**
 * A question with its answers: radios for those who answer, and folded under
 * them why each is right or wrong, for those who only read. What is given here
 * is markup already.
 */

export interface Answer {
  words: string
  why: string
  right: boolean
}

export interface AskedQuestion {
  kind: 'predict' | 'why'
  words: string
  answers: readonly Answer[]
  /** Names the radios of this question, and of no other on the page. */
  key: string
}

export function questionMarkup({
  kind,
  words,
  answers,
  key,
}: AskedQuestion): string {
  const title = kind === 'why' ? 'Why?' : 'Predict'
  const radios = answers.map(
    (answer, index) =>
      `<label class="answer"><input type="radio" name="answer-${key}" value="${index}" disabled><span>${answer.words}</span></label>`,
  )
  const whys = answers.map(
    (answer) =>
      `<div${answer.right ? ' data-right' : ''}><dt>${answer.words}</dt><dd>${answer.why}</dd></div>`,
  )
  return `<div class="question" role="radiogroup" aria-labelledby="question-${key}">
<p class="question-words" id="question-${key}"><span class="question-kind">${title}</span> ${words}</p>
${radios.join('\n')}
<div class="question-foot"><button type="button" data-act="skip" disabled>Skip</button><span class="question-said" role="status"></span></div>
</div>
<details class="whys" tabindex="-1"><summary>The answer</summary><dl>${whys.join('')}</dl></details>
`
}
