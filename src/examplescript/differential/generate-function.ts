/** Functions and classes of generated programs. */
import { write } from './generate-expression.ts'
import { block, joined, type Lines } from './generate-line.ts'
import { condition } from './generate-condition.ts'
import { fitting } from './generate-operator.ts'
import { within } from './generate-piece.ts'
import type { Callable, ClassShape, Draft } from './generate-draft.ts'
import { Scene } from './generate-scene.ts'
import { returned } from './generate-simple.ts'
import { statements } from './generate-statement.ts'
import { anyType } from './generate-type.ts'
import { classType, I32, isReference, VOID, type Type } from '../type.ts'

/** Writes a function, which later ones may call. */
export function functionLines(draft: Draft): Lines {
  const { chance } = draft
  const returns = chance.happens(0.15) ? VOID : anyType(draft)
  const countsDown = returns !== VOID && chance.happens(0.2)
  const made: Callable = {
    name: draft.name('go'),
    parameters: parameterTypes(draft),
    returns,
    cost: 0,
    countsDown,
  }
  if (countsDown) made.parameters.unshift(I32)
  const scene = new Scene(draft, returns, write)
  const parameters = declareParameters(scene, made)
  const lines = countsDown ? countedBody(scene, made) : bodyLines(scene)
  // One that calls itself does so three times at most, and once more to end.
  made.cost = countsDown ? 4 * scene.cost : scene.cost
  draft.functions.push(made)
  const word = chance.happens(0.15) ? 'export function' : 'function'
  const head = `${word} ${made.name}(${parameters}): ${returns.name}`
  return block(head, lines)
}

function parameterTypes(draft: Draft): Type[] {
  const length = draft.chance.below(4)
  return Array.from({ length }, () => anyType(draft))
}

/** Declares parameters, and gives them as text. */
function declareParameters(
  scene: Scene,
  { parameters, countsDown }: Pick<Callable, 'parameters' | 'countsDown'>,
): string {
  const parts = parameters.map((type, index) => {
    const counts = countsDown && index === 0
    const name = counts ? 'count' : scene.draft.name('p')
    const canAssign = !counts
    scene.declare({ name, type, canAssign, isConstant: false, isLocal: true })
    return `${name}: ${type.name}`
  })
  return parts.join(', ')
}

function bodyLines(scene: Scene): Lines {
  const { chance, draft } = scene
  const made = statements(scene, chance.between(1, draft.options.size))
  if (scene.returns === VOID) return made
  const end = chance.happens(0.2) ? bothReturn(scene) : [returned(scene, 3)]
  return joined(chance, [made, end])
}

/** Returns on both ways of a branch, so that nothing comes behind it. */
function bothReturn(scene: Scene): Lines {
  const test = condition(scene, 2).text
  return [
    `if (${test}) ${returned(scene, 2)}`,
    `else { ${returned(scene, 2)} }`,
  ]
}

/** Ends at once when there is nothing left to count down. */
function countedBody(scene: Scene, made: Callable): Lines {
  const end = `if (count <= 0) ${returned(scene, 1)}`
  scene.again = made
  return joined(scene.chance, [[end], bodyLines(scene)])
}

/** Writes a class, whose objects later functions may make. */
export function classLines(draft: Draft): Lines {
  const { chance } = draft
  const name = draft.name('C')
  const shape: ClassShape = { type: classType(name), fields: [], methods: [] }
  const lines: Lines[] = []
  const given = Array.from({ length: chance.between(1, 4) }, () =>
    fieldLines(draft, shape, lines),
  ).filter((field) => field !== undefined)
  draft.classes.push(shape)
  lines.push(constructorLines(draft, shape, given))
  for (let count = chance.below(3); count > 0; count--) {
    lines.push(methodLines(draft, shape))
  }
  return block(`class ${name}`, lines.flat())
}

/** @returns the field, if the constructor has to give it a value */
function fieldLines(
  draft: Draft,
  { type: own, fields }: ClassShape,
  lines: Lines[],
): { name: string; type: Type } | undefined {
  const { chance } = draft
  const name = draft.name('m')
  const type = chance.happens(0.25) ? own.twin : anyType(draft)
  const field = { name, type }
  const isGiven = chance.happens(0.4)
  const needsValue = isReference(type) && !type.isNullable
  if (isGiven || (!needsValue && chance.happens(0.4))) {
    lines.push([`${name}: ${type.name}`])
  } else if (type === own.twin) {
    lines.push([`${name}: ${type.name} = null`])
  } else {
    const scene = new Scene(draft, VOID, write)
    const value = within(fitting(scene, type, 1), 1)
    lines.push([`${name}: ${type.name} = ${value}`])
  }
  fields.push(field)
  return isGiven ? field : undefined
}

/** First come the fields that are given; behind them, `this` may be used. */
function constructorLines(
  draft: Draft,
  shape: ClassShape,
  given: readonly { name: string; type: Type }[],
): Lines {
  const scene = new Scene(draft, VOID, write)
  const parameters = parameterTypes(draft)
  const written = declareParameters(scene, { parameters, countsDown: false })
  const firsts = given.map(({ name, type }) => {
    const value = within(fitting(scene, type, 1), 1)
    return [`this.${name} = ${value};`]
  })
  declareThis(scene, shape)
  scene.canReturn = false
  const rest = statements(scene, draft.chance.below(3))
  shape.constructs = {
    name: shape.type.name,
    parameters,
    returns: shape.type,
    cost: scene.cost,
    countsDown: false,
  }
  return block(`constructor(${written})`, [...firsts.flat(), ...rest])
}

function declareThis(scene: Scene, { type }: ClassShape): void {
  const traits = { canAssign: false, isConstant: true, isLocal: true }
  scene.declare({ name: 'this', type, ...traits })
}

function methodLines(draft: Draft, shape: ClassShape): Lines {
  const returns = draft.chance.happens(0.2) ? VOID : anyType(draft)
  const scene = new Scene(draft, returns, write)
  const parameters = parameterTypes(draft)
  const written = declareParameters(scene, { parameters, countsDown: false })
  declareThis(scene, shape)
  const lines = bodyLines(scene)
  const name = draft.name('m')
  const { cost } = scene
  shape.methods.push({ name, parameters, returns, cost, countsDown: false })
  return block(`${name}(${written}): ${returns.name}`, lines)
}
