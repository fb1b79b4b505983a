/**
 * A terminal as chapters write it: its files, lines that the build runs, goals
 * to reach, and a way there that the build tries.
 *
 * ````md
 * ```terminal files=fib.wasm title="Smaller"
 * $ wasm-opt fib.wasm -O3 -o fib3.wasm
 * - [ ] Make it smaller still: `less.wasm is smaller than fib3.wasm`
 * % wasm-opt fib.wasm -Oz -o less.wasm
 * ```
 * ````
 */
import { GOAL_FORMS, parseGoal } from '../terminal/terminal.ts'
import { AuthoringError } from './place.ts'

export interface TerminalFence {
  title: string
  /** Names of sample files. */
  files: string[]
  /** What was run before anybody came. */
  lines: string[]
  goals: { words: string; goal: string }[]
  /** Lines that reach all goals. */
  way: string[]
}

const FENCE = /^terminal files=(\S+) title="([^"]+)"$/
const GOAL = /^- \[ \] (.*`([^`]+)`.*)$/

export function isTerminal(info: string): boolean {
  return /^terminal\b/.test(info)
}

/** @throws AuthoringError for words or lines that say nothing here */
export function parseTerminal(
  info: string,
  content: string,
  place: string,
): TerminalFence {
  const [, files, title] = FENCE.exec(info) ?? []
  if (!files || !title) {
    throw new AuthoringError(
      place,
      `“${info}” is no terminal.`,
      'Write terminal files=fib.wasm,sum.wat title="…".',
    )
  }
  const fence: TerminalFence = {
    title,
    files: files.split(','),
    lines: [],
    goals: [],
    way: [],
  }
  for (const line of content.split('\n').filter((one) => one.trim())) {
    const [, words, goal] = GOAL.exec(line) ?? []
    if (line.startsWith('$ ')) fence.lines.push(line.slice(2))
    else if (line.startsWith('% ')) fence.way.push(line.slice(2))
    else if (goal && parseGoal(goal)) fence.goals.push({ words: words!, goal })
    else {
      throw new AuthoringError(
        place,
        `“${line}” says nothing to a terminal.`,
        `Write “$ LINE” for a line that is run, “- [ ] WORDS \`GOAL\`” for a goal (${GOAL_FORMS}), “% LINE” for the way there.`,
      )
    }
  }
  if (fence.goals.length > 0 === fence.way.length > 0) return fence
  throw new AuthoringError(
    place,
    'goals and the way to them belong together.',
    'Write “% LINE” for each line that leads to the goals.',
  )
}
