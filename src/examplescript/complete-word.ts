/** Words that may be written anywhere: types, builtins, keywords. */
import { BUILTINS } from './builtin.ts'
import type { Understanding } from './check.ts'
import type { CompletionOption } from './complete.ts'
import {
  builtinSays,
  builtinSignature,
  declarationOf,
  SPACES,
  typeSays,
} from './describe-signature.ts'
import { NAMED, STRING, VOID } from './type.ts'

/** @param areMade whether only those whose objects can be made */
export function typeOptions(
  { notes }: Understanding,
  areMade: boolean,
): CompletionOption[] {
  const classes = notes.classes.map((made): CompletionOption => {
    const { name } = made.class
    return { label: name, kind: 'class', detail: declarationOf(made) }
  })
  const array: CompletionOption = {
    label: 'StaticArray',
    kind: 'type',
    detail: 'StaticArray<T>',
    says: 'An array, whose length is fixed.',
  }
  if (areMade) return [...classes, array]
  const values = [...NAMED.values(), STRING].map((type): CompletionOption => ({
    label: type.name,
    kind: 'type',
    says: typeSays(type),
  }))
  return [...classes, array, ...values]
}

/** Builtins, namespaces of builtins, and types that are called to convert. */
export function builtinOptions(): CompletionOption[] {
  return BUILTIN_OPTIONS
}

const BUILTIN_OPTIONS: CompletionOption[] = [
  ...Object.values(BUILTINS)
    .flat()
    .filter(({ name }) => !name.includes('.'))
    .map((builtin) => ({
      label: builtin.name,
      kind: 'builtin' as const,
      detail: builtinSignature(builtin).slice(builtin.name.length),
      says: builtinSays(builtin),
    })),
  ...[...SPACES].map(([label, { length }]) => ({
    label,
    kind: 'builtin' as const,
    detail: `${length} builtins`,
  })),
  { label: 'console', kind: 'builtin', detail: 'console.log' },
  ...[...NAMED.values()]
    .filter(({ name }) => name !== VOID.name && !SPACES.has(name))
    .map(({ name }) => ({
      label: name,
      kind: 'type' as const,
      detail: `(x): ${name}`,
      says: `Makes ${name} of another number, or of a bool.`,
    })),
  { label: 'NaN', kind: 'builtin', detail: 'f64' },
  { label: 'Infinity', kind: 'builtin', detail: 'f64' },
]

export function keywordOptions(words: readonly string[]): CompletionOption[] {
  return words.map((label) => ({ label, kind: 'keyword' }))
}
