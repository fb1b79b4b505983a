/** Loops of generated programs; each counts, and nobody else writes its count. */
import { block, type Lines } from './generate-line.ts'
import { condition } from './generate-condition.ts'
import { effect } from './generate-place.ts'
import type { Variable } from './generate-draft.ts'
import type { Scene } from './generate-scene.ts'
import { within } from './generate-piece.ts'
import { NUMBERS } from './generate-type.ts'
import { I32, type Type } from '../type.ts'

/** How to write what stands inside of a statement. */
export interface Write {
  /** The statements of a block, done so many times. */
  inner(scene: Scene, turns?: number): Lines
  /** A head with one statement or a block behind it. */
  body(scene: Scene, head: string, turns?: number): Lines
}

export function loop(scene: Scene, room: number, write: Write): Lines {
  const turns = scene.chance.between(1, 4)
  const make = scene.chance.pick([counted, counted, whileLoop, doLoop, endless])
  return make(scene, room, turns, write)
}

/** Does something where break and continue have a loop. */
export function inLoop<T>(scene: Scene, act: () => T): T {
  const { canBreak, canContinue, again } = scene
  scene.canBreak = true
  scene.canContinue = true
  // What a function does again and again, it cannot do by calling itself.
  scene.again = undefined
  const result = act()
  scene.again = again
  scene.canBreak = canBreak
  scene.canContinue = canContinue
  return result
}

function counter(scene: Scene, type: Type): Variable {
  const name = scene.draft.name('n')
  return { name, type, canAssign: false, isConstant: false, isLocal: true }
}

/** Its own declaration, `let i: u32 = 0`, and the variable. */
function declaredCounter(scene: Scene): { variable: Variable; text: string } {
  const type = scene.chance.pick([I32, I32, ...NUMBERS])
  const variable = counter(scene, type)
  const { name } = variable
  const written = type === I32 ? name : `${name}: ${type.name}`
  return { variable, text: `let ${written} = 0` }
}

function counted(
  scene: Scene,
  room: number,
  turns: number,
  write: Write,
): Lines {
  return scene.inBlock(() => {
    const { variable, text } = declaredCounter(scene)
    const { name } = variable
    scene.declare(variable)
    const steps = [`${name}++`, `++${name}`, `${name} += 1`]
    const [step, more] = scene.inBlock(() => {
      // What was found not to be null may be, for the checker, in a step.
      const isPlain = !scene.visible().some((one) => one.isNarrowed)
      const hasMore = isPlain && scene.chance.happens(0.2)
      const other = hasMore ? effect(scene, 1) : undefined
      return [scene.chance.pick(steps), other && within(other, 1)]
    }, turns)
    const test = bounded(scene, `${name} < ${turns}`, room, turns)
    const own = more ? `${step}, ${more}` : step
    const head = scene.chance.happens(0.8)
      ? `for (${text}; ${test}; ${own})`
      : `for (${text}; ${name}++ < ${turns};)`
    return inLoop(scene, () => write.body(scene, head, turns))
  })
}

/** A test that ends a loop in time, or sooner. */
function bounded(scene: Scene, test: string, room: number, turns: number) {
  if (scene.chance.happens(0.8)) return test
  const other = scene.inBlock(() => condition(scene, room), turns + 1)
  return `${test} && ${within(other, 5)}`
}

function whileLoop(
  scene: Scene,
  room: number,
  turns: number,
  write: Write,
): Lines {
  const { variable, text } = declaredCounter(scene)
  scene.declare(variable)
  const test = bounded(scene, `${variable.name}++ < ${turns}`, room, turns)
  const head = `while (${test})`
  return [text, ...inLoop(scene, () => write.body(scene, head, turns))]
}

function doLoop(
  scene: Scene,
  room: number,
  turns: number,
  write: Write,
): Lines {
  const { variable, text } = declaredCounter(scene)
  scene.declare(variable)
  const lines = open(scene, variable, () =>
    inLoop(scene, () => write.inner(scene, turns)),
  )
  const test = bounded(scene, `++${variable.name} < ${turns}`, room, turns)
  return [text, ...block('do', lines).slice(0, -1), `} while (${test})`]
}

/** In a branch, so that AssemblyScript finds a way to the end of the turn. */
function open({ draft }: Scene, { name }: Variable, write: () => Lines): Lines {
  const lines = write()
  return draft.options.rival ? block(`if (${name} < 100)`, lines) : lines
}

/** Only a jump ends it. */
function endless(scene: Scene, _: number, turns: number, write: Write): Lines {
  const { variable, text } = declaredCounter(scene)
  scene.declare(variable)
  const lines = open(scene, variable, () =>
    inLoop(scene, () => write.inner(scene, turns + 1)),
  )
  const end = `if (${variable.name}++ >= ${turns}) break`
  const head = scene.chance.pick(['while (true)', 'for (;;)', 'while (1)'])
  const separated = lines.length > 0 && /^[a-z}]/i.test(lines[0]!)
  return [text, ...block(head, [separated ? end : `${end};`, ...lines])]
}
