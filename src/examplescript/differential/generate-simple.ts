/** Statements of generated programs that stand on one line. */
import { callOf } from './generate-call.ts'
import { condition, conditionalOf } from './generate-condition.ts'
import type { Lines } from './generate-line.ts'
import { callMethod, memberPlaces, methodsOf } from './generate-member.ts'
import { storing } from './generate-memory.ts'
import { fitting } from './generate-operator.ts'
import { operand, SEQUENCE, within } from './generate-piece.ts'
import { assign, effect, sequence, updateOf } from './generate-place.ts'
import type { Scene } from './generate-scene.ts'
import { anyType, SCALARS } from './generate-type.ts'
import { BOOL, F64, I64, STRING, VOID } from '../type.ts'

/** Writes a statement, or finds that there is none of its kind here. */
export type Statement = (scene: Scene, room: number) => Lines | undefined

export const SIMPLE: readonly (readonly [number, Statement])[] = [
  [10, assigned],
  [5, stored],
  [3, printed],
  [3, called],
  [1, dropped],
  [2, jump],
]

function assigned(scene: Scene, room: number): Lines | undefined {
  const places = memberPlaces(scene)
  if (places.length > 0 && scene.chance.happens(0.4)) {
    const place = scene.chance.pick(places)
    const isCounted = SCALARS.some(
      (type) => type !== BOOL && type === place.type,
    )
    return isCounted && scene.chance.happens(0.2)
      ? [updateOf(scene, place).text]
      : [assign(scene, place, room).text]
  }
  const one = effect(scene, room)
  return one && [one.text]
}

function stored(scene: Scene, room: number): Lines {
  return [storing(scene, room)]
}

function printed(scene: Scene, room: number): Lines {
  const { chance, draft } = scene
  if (draft.options.objects && chance.happens(0.4)) {
    const text = operand(scene.exact(STRING, STRING, room))
    return [`console.log(${text})`]
  }
  const [name, type] = chance.pick([
    ['print', F64],
    ['printI64', I64],
  ] as const)
  return [`${name}(${operand(fitting(scene, type, room))})`]
}

/** A call of what gives nothing, or whose value nobody takes. */
function called(scene: Scene, room: number): Lines | undefined {
  const methods = methodsOf(scene)
  if (methods.length > 0 && scene.chance.happens(0.4)) {
    const { of, one } = scene.chance.pick(methods)
    return [callMethod(scene, of, one, room).text]
  }
  const known = scene.callable(VOID)
  const { functions } = scene.draft
  const all = scene.chance.happens(0.3)
    ? functions.filter(({ cost }) => scene.canAfford(cost))
    : known
  if (all.length === 0) return undefined
  return [callOf(scene, scene.chance.pick(all), room).text]
}

/** A value that nobody takes, for what it does on the way. */
function dropped(scene: Scene, room: number): Lines | undefined {
  const wanted = { type: anyType(scene.draft), context: VOID, room }
  if (scene.chance.happens(0.4)) return eitherEffect(scene, room)
  const one = scene.chance.happens(0.5)
    ? sequence(scene, wanted)
    : scene.exact(wanted.type, VOID, room + 1)
  return one && [within(one, SEQUENCE)]
}

/** One of two assignments, whose values nobody takes. */
function eitherEffect(scene: Scene, room: number): Lines | undefined {
  const ways = [effect(scene, room), effect(scene, room)]
  const [then, otherwise] = ways
  if (!then || !otherwise) return undefined
  const test = condition(scene, room)
  return [conditionalOf(test, then, otherwise, VOID).text]
}

/** `if (…) break`, or a jump alone; a block does not go on behind it. */
function jump(scene: Scene, room: number): Lines | undefined {
  const words: string[] = []
  if (scene.canBreak) words.push('break')
  if (scene.canContinue) words.push('continue')
  const returns = words.length === 0 || scene.chance.happens(0.3)
  if (returns && scene.canReturn) words.push(returned(scene, room))
  if (words.length === 0) return undefined
  const word = scene.chance.pick(words)
  if (scene.depth > 0 && scene.chance.happens(0.2)) return [word]
  return [`if (${condition(scene, room).text}) ${word}`]
}

export function returned(scene: Scene, room: number): string {
  if (scene.returns === VOID) return 'return'
  return `return ${fitting(scene, scene.returns, room).text}`
}
