/** Fields, elements and methods in generated programs. */
import { operandsFor } from './generate-call.ts'
import { conditionalOf, isOtherThan } from './generate-condition.ts'
import type { Callable } from './generate-draft.ts'
import {
  call,
  digits,
  infix,
  piece,
  POSTFIX,
  within,
  type Piece,
} from './generate-piece.ts'
import type { Producer, Scene } from './generate-scene.ts'
import { BOOL, I32, isReference, type Type } from '../type.ts'

/** Something of the wanted type out of an object or an array, if there is one. */
export const member: Producer = (scene, wanted) => {
  if (!scene.draft.options.objects) return undefined
  const producer = scene.chance.pick([field, element, method, narrowed])
  return producer(scene, wanted)
}

const field: Producer = (scene, { type, room }) => {
  const found = fieldOf(scene, type)
  if (!found) return undefined
  const object = scene.exact(found.of, undefined, room)
  return piece(`${within(object, POSTFIX)}.${found.name}`, type)
}

/** A field of this type, and the class that has it. */
function fieldOf(scene: Scene, type: Type) {
  const found = scene.draft.classes.flatMap(({ fields, type: of }) =>
    fields.filter((one) => one.type === type).map(({ name }) => ({ of, name })),
  )
  const usable = found.filter(({ of }) => scene.canMake(of))
  return usable.length > 0 ? scene.chance.pick(usable) : undefined
}

export const element: Producer = (scene, { type, room }) => {
  const array = scene.draft.arrayWith(type)
  if (!array) return undefined
  const made = within(scene.exact(array, undefined, room), POSTFIX)
  return piece(`${made}[${index(scene, room)}]`, type)
}

/** From 0 to 3; in programs that may trap, sometimes any. */
function index(scene: Scene, room: number): string {
  const any = scene.exact(I32, I32, room)
  const isAny = scene.draft.options.traps && scene.chance.happens(0.05)
  return (isAny ? any : infix(any, 'and', digits('3'), I32)).text
}

const method: Producer = (scene, { type, room }) => {
  const found = methodsOf(scene).filter(({ one }) => one.returns === type)
  if (found.length === 0) return undefined
  const { of, one } = scene.chance.pick(found)
  return callMethod(scene, of, one, room)
}

/** Methods that there is time for. */
export function methodsOf(scene: Scene): { of: Type; one: Callable }[] {
  return scene.draft.classes.flatMap(({ type: of, methods }) =>
    methods
      .filter(({ cost }) => scene.canAfford(cost))
      .map((one) => ({ of, one })),
  )
}

export function callMethod(
  scene: Scene,
  of: Type,
  one: Callable,
  room: number,
): Piece {
  scene.pay(one.cost)
  const object = within(scene.exact(of, undefined, room), POSTFIX)
  const operands = operandsFor(scene, one, room)
  return call(`${object}.${one.name}`, operands, one.returns)
}

/** `x != null ? x.field : …`, of a variable that the checker follows. */
const narrowed: Producer = (scene, { type, context, room }) => {
  if (isOtherThan(type, context)) return undefined
  const found = scene
    .visible()
    .flatMap((variable) =>
      (scene.draft.classOf(variable.type)?.fields ?? [])
        .filter((one) => one.type === type)
        .map(({ name }) => ({ variable, name })),
    )
  const usable = found.filter(
    ({ variable }) =>
      variable.isLocal &&
      isReference(variable.type) &&
      variable.type.isNullable,
  )
  if (usable.length === 0) return undefined
  const { variable, name } = scene.chance.pick(usable)
  const read = piece(`${variable.name}.${name}`, type)
  const [form, isNotNull] = scene.chance.pick(TESTS)
  // Behind the colon, the first way's type is a context, unless all is known.
  const isAsked = isNotNull && !variable.isConstant
  const asked = isAsked ? (context ?? type) : context
  const other = scene.exact(type, asked, room)
  const test = piece(form.replace('x', variable.name), BOOL, { binds: 8 })
  return isNotNull
    ? conditionalOf(test, read, other, type)
    : conditionalOf(test, other, read, type)
}

/** Ways to ask whether x is null, and whether it is not if they hold. */
export const TESTS = [
  ['x != null', true],
  ['x == null', false],
  ['x', true],
  ['!x', false],
  ['!(x == null)', true],
  ['x !== null', true],
] as const

/** Places in objects and arrays that may be read and set: `x.y`, `x[i]`. */
export function memberPlaces(scene: Scene): { text: string; type: Type }[] {
  return scene.visible().flatMap(({ name, type }) => {
    if (!isReference(type) || type.isNullable) return []
    if (type.kind === 'array') {
      const at = scene.chance.below(4)
      return [{ text: `${name}[${at}]`, type: type.element }]
    }
    const fields = scene.draft.classOf(type)?.fields ?? []
    return fields.map((one) => ({
      text: `${name}.${one.name}`,
      type: one.type,
    }))
  })
}
