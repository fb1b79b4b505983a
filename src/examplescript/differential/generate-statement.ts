/** Statements of generated programs: chooses among all that there are. */
import { condition } from './generate-condition.ts'
import { declared, declaredLate, declaredTwo } from './generate-declaration.ts'
import { block, joined, type Lines } from './generate-line.ts'
import { loop, type Write } from './generate-loop.ts'
import { narrowing } from './generate-narrow.ts'
import type { Scene } from './generate-scene.ts'
import { SIMPLE, type Statement } from './generate-simple.ts'
import { choice } from './generate-switch.ts'

/** So many statements, one after the other; fewer if one of them jumps away. */
export function statements(scene: Scene, count: number): Lines {
  const made: Lines[] = []
  while (made.length < count) {
    const lines = statement(scene)
    made.push(lines)
    const isOver = /^(?:return|break|continue)\b/.test(lines[0] ?? '')
    // What comes behind a jump is checked and never done.
    if (isOver && scene.chance.happens(0.9)) break
  }
  return joined(scene.chance, made)
}

const ALL: readonly (readonly [number, Statement])[] = [
  ...SIMPLE,
  [8, declared],
  [1, declaredTwo],
  [1, declaredLate],
  [5, branch],
  [4, (scene, room) => loop(scene, room, WRITE)],
  [2, (scene, room) => choice(scene, room, WRITE)],
  [1, (scene) => block('', inner(scene))],
  [4, (scene, room) => narrowing(scene, room, WRITE)],
]

/** What loops and the like ask for, which stand in other files. */
const WRITE: Write = { inner, body }

function statement(scene: Scene): Lines {
  const deepest = scene.draft.options.size > 4 ? 3 : 2
  const choices = scene.depth < deepest ? ALL : SIMPLE
  return oneOf(scene, choices) ?? ['']
}

function oneOf(scene: Scene, choices: typeof SIMPLE): Lines | undefined {
  scene.pay(1)
  for (let attempt = 0; attempt < 5; attempt++) {
    const make = scene.chance.weighted(choices)
    const lines = make(scene, scene.chance.between(1, 3))
    if (lines) return lines
  }
  return undefined
}

/** The statements of a block, which is done so many times. */
function inner(scene: Scene, turns = 1): Lines {
  return scene.inBlock(
    () => statements(scene, scene.chance.between(1, 4)),
    turns,
  )
}

/** A head and what it is the head of: one statement, or a block. */
function body(scene: Scene, head: string, turns = 1): Lines {
  if (scene.chance.happens(0.7)) return block(head, inner(scene, turns))
  const [line = ''] = scene.inBlock(() => oneOf(scene, SIMPLE) ?? [], turns)
  return [`${head} ${line || '{}'}`]
}

function branch(scene: Scene, room: number): Lines {
  const lines = body(scene, `if (${condition(scene, room).text})`)
  if (scene.chance.happens(0.4)) return lines
  const isChain = scene.chance.happens(0.3)
  const others = isChain ? branch(scene, room) : body(scene, '')
  const [first = '', ...rest] = others
  const last = lines.at(-1)!
  return last === '}'
    ? [...lines.slice(0, -1), `} else ${first.trim()}`, ...rest]
    : [...lines, `else ${first.trim()}`, ...rest]
}
