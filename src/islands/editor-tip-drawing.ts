/** How a tip is drawn, and how it is said aloud. */
import type { Fix } from '../examplescript/examplescript.ts'
import type { TokenMark } from '../figures/tokens.ts'
import type { Tip, ToldProblem } from './editor-tip.ts'

/**
 * Draws problems with their fixes as buttons, and what stands there.
 *
 * @param apply called with the fix whose button is pressed
 */
export function drawTip(
  { problems, described }: Tip,
  marks: (text: string) => readonly TokenMark[],
  apply: (fix: Fix) => void,
): HTMLElement {
  const tip = element('div', 'cm-tip')
  tip.role = 'tooltip'
  for (const problem of problems) tip.append(drawProblem(problem, apply))
  if (described) {
    const { code, says } = described
    const said = element('div', 'cm-tip-said')
    said.append(drawCode(code, marks))
    if (says) said.append(paragraph(says))
    tip.append(said)
  }
  return tip
}

function drawProblem(
  problem: ToldProblem,
  apply: (fix: Fix) => void,
): HTMLElement {
  const { message, hint, fixes = [] } = problem
  const drawn = element('div', 'cm-tip-problem')
  drawn.append(paragraph(message))
  if (hint) drawn.append(paragraph(hint))
  for (const fix of fixes) {
    const button = document.createElement('button')
    button.type = 'button'
    button.textContent = fix.label
    // The editor keeps the focus.
    button.addEventListener('mousedown', (event) => event.preventDefault())
    button.addEventListener('click', () => apply(fix))
    drawn.append(button)
  }
  return drawn
}

/** In the colours of the text. */
function drawCode(
  code: string,
  marks: (text: string) => readonly TokenMark[],
): HTMLElement {
  const drawn = document.createElement('code')
  let at = 0
  for (const { from, to, category } of marks(code)) {
    const token = element('span', `tok-${category}`)
    token.textContent = code.slice(from, to)
    drawn.append(code.slice(at, from), token)
    at = to
  }
  drawn.append(code.slice(at))
  return drawn
}

function element(name: 'div' | 'span', className: string): HTMLElement {
  const made = document.createElement(name)
  made.className = className
  return made
}

function paragraph(text: string): HTMLElement {
  const made = document.createElement('p')
  made.textContent = text
  return made
}

/** A tip in sentences, for who listens. */
export function tipText({ problems, described }: Tip): string {
  const told = problems.flatMap(({ message, hint, fixes = [] }) => [
    message,
    hint,
    ...fixes.map(({ label }, index) =>
      index === 0 ? `Press Ctrl and dot to fix it: ${label}.` : undefined,
    ),
  ])
  return [...told, described?.code, described?.says]
    .filter((words) => words !== undefined)
    .join(' ')
}
