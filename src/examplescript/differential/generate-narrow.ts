/** Statements that ask whether a variable is null, and go on with what they know. */
import { block, type Lines } from './generate-line.ts'
import { inLoop, type Write } from './generate-loop.ts'
import { TESTS } from './generate-member.ts'
import { fitting } from './generate-operator.ts'
import { within } from './generate-piece.ts'
import type { Variable } from './generate-draft.ts'
import type { Scene } from './generate-scene.ts'
import { isReference, VOID } from '../type.ts'

export function narrowing(
  scene: Scene,
  room: number,
  write: Write,
): Lines | undefined {
  const found = scene
    .visible()
    .filter(({ isLocal, type }) => isLocal && isNullable(type))
  if (found.length === 0) return undefined
  const variable = scene.chance.pick(found)
  const forms: Form[] = [asked, leaving]
  if (variable.canAssign) forms.push(walking, given, filled)
  return scene.chance.pick(forms)(scene, variable, room, write)
}

type Form = (
  scene: Scene,
  variable: Variable,
  room: number,
  write: Write,
) => Lines | undefined

function isNullable(type: Variable['type']): boolean {
  return isReference(type) && type.isNullable
}

/** The same variable where it is known not to be null. */
function known({ name, type }: Variable): Variable {
  const sure = isReference(type) ? type.twin : type
  return {
    name,
    type: sure,
    canAssign: false,
    isConstant: false,
    isLocal: true,
    isNarrowed: true,
  }
}

/** A test of a variable; of strings, only comparisons are. */
function testOf(scene: Scene, { name, type }: Variable): [string, boolean] {
  const tests = TESTS.filter(
    ([form]) => type.kind !== 'string' || / [!=]=/.test(form),
  )
  const [form, isNotNull] = scene.chance.pick(tests)
  return [form.replace('x', name), isNotNull]
}

function inside(scene: Scene, variable: Variable, write: Write): Lines {
  return scene.inBlock(() => {
    scene.declare(known(variable))
    return write.inner(scene)
  })
}

function asked(
  scene: Scene,
  variable: Variable,
  _: number,
  write: Write,
): Lines {
  const [test, isNotNull] = testOf(scene, variable)
  const ways = [inside(scene, variable, write), write.inner(scene)]
  if (!isNotNull) ways.reverse()
  const [then, otherwise] = ways as [Lines, Lines]
  const head = block(`if (${test})`, then)
  if (isNotNull && scene.chance.happens(0.5)) return head
  return [...head.slice(0, -1), ...block('} else', otherwise)]
}

/** Whoever goes on behind it knows. */
const leaving: Form = (scene, variable, room) => {
  const tests = TESTS.filter(([, isNotNull]) => !isNotNull)
  const isText = variable.type.kind === 'string'
  const [form] = isText ? tests[0]! : scene.chance.pick(tests)
  if (!scene.canContinue && !scene.canReturn) return undefined
  const words = scene.canContinue ? ['continue', 'break'] : ['return']
  const word = scene.chance.pick(words)
  const isValue = word === 'return' && scene.returns !== VOID
  const value = isValue ? ` ${fitting(scene, scene.returns, room).text}` : ''
  const test = form.replace('x', variable.name)
  scene.declare(known(variable))
  return [`if (${test}) ${word}${value}`]
}

/** From one to the next, as long as there is one. */
const walking: Form = (scene, variable, room, write) => {
  const { name, type } = variable
  const count = scene.draft.name('n')
  const turns = scene.chance.between(1, 3)
  const lines = inLoop(scene, () =>
    scene.inBlock(() => {
      const inner = inside(scene, variable, write)
      const next = within(fitting(scene, type, room), 1)
      return [...block('', inner), `${name} = ${next}`]
    }, turns),
  )
  const head = `while (${name} != null && ${count}++ < ${turns})`
  return [`let ${count} = 0`, ...block(head, lines)]
}

/** What is assigned is known. */
const given: Form = (scene, variable, room) => {
  const { name, type } = variable
  const sure = known(variable)
  const value = within(scene.exact(sure.type, type, room), 1)
  scene.declare(sure)
  return [`${name} = ${value}`]
}

/** On one way it is not null, on the other it gets a value. */
const filled: Form = (scene, variable, room) => {
  const { name, type } = variable
  const sure = known(variable)
  const value = within(scene.exact(sure.type, type, room), 1)
  scene.declare(sure)
  return [`if (${name} == null) ${name} = ${value}`]
}
