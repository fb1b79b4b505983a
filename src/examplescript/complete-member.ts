/** What may stand behind a dot. */
import type { Understanding } from './check.ts'
import type { Meant } from './check-notes.ts'
import type { CompletionOption } from './complete.ts'
import type { PlaceBefore } from './complete-place.ts'
import { namesAt } from './complete-scope.ts'
import {
  builtinSays,
  builtinSignature,
  CONSOLE_LOG,
  OWN_MEMBERS,
  signatureOf,
  SPACES,
  typeText,
} from './describe-signature.ts'
import type { TreeNode } from './tree.ts'
import type { Type } from './type.ts'

/** Members of the object before the dot, or builtins of the namespace there. */
export function describedMembers(
  known: Understanding,
  place: PlaceBefore,
  path: readonly TreeNode[],
): CompletionOption[] {
  const { notes } = known
  const parent = path.at(-2)
  if (parent?.kind === 'member' && parent.name === path.at(-1)) {
    const { object } = parent
    const type = notes.expressions.get(object)?.type
    const isName = object.kind === 'name'
    const meant = isName ? notes.names.get(object) : undefined
    const options = isName && !meant ? membersOfSpace(object.text) : []
    return options.length > 0 || !type ? options : membersOf(known, type)
  }
  // Where the parser could not follow, the name before the dot has to do.
  const name = place.before.at(-2) ?? ''
  const meant = namesAt(known, path, place.from).get(name)
  if (!meant) return membersOfSpace(name)
  const type = typeOf(meant)
  return type ? membersOf(known, type) : []
}

function typeOf(meant: Meant): Type | undefined {
  return 'type' in meant ? meant.type : undefined
}

function membersOfSpace(space: string): CompletionOption[] {
  if (space === 'console') {
    const { code, says } = CONSOLE_LOG
    const detail = code.slice('console.log'.length)
    return [{ label: 'log', kind: 'builtin', detail, ...(says && { says }) }]
  }
  return (SPACES.get(space) ?? []).map((builtin) => ({
    label: builtin.name.slice(space.length + 1),
    kind: 'builtin',
    detail: builtinSignature(builtin).slice(builtin.name.length),
    says: builtinSays(builtin),
  }))
}

function membersOf({ notes }: Understanding, type: Type): CompletionOption[] {
  const members = notes.classOf(type)
  if (!members) return ownMembers(type)
  const fields = [...members.fields].map(
    ([label, field]): CompletionOption => ({
      label,
      kind: 'field',
      detail: typeText(field.type),
    }),
  )
  const methods = [...members.methods].map(
    ([label, method]): CompletionOption => ({
      label,
      kind: 'method',
      detail: signatureOf(method).slice(label.length),
    }),
  )
  return [...fields, ...methods].filter(({ label }) => label !== '_')
}

function ownMembers({ kind }: Type): CompletionOption[] {
  const own = [...OWN_MEMBERS].filter(([key]) => key.startsWith(`${kind}.`))
  return own.map(([key, { code, says }]) => {
    const label = key.slice(kind.length + 1)
    const isField = label === 'length'
    const detail = code.slice(label.length + (isField ? ': '.length : 0))
    return {
      label,
      kind: isField ? 'field' : 'method',
      detail,
      ...(says && { says }),
    }
  })
}
