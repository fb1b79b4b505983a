/** Finds the types that names of types stand for. */
import { unknown, type Names } from './body.ts'
import { replace } from './edit.ts'
import { fixOfTypeArgument } from './edit-check.ts'
import type { TypeName } from './tree.ts'
import { isReference, NAMED, STRING, UNKNOWN, VOID, type Type } from './type.ts'

/** What people mean by types of AssemblyScript and of other languages. */
const INSTEAD = new Map(
  Object.entries({
    number: 'Write f64, or another type of number.',
    Array: 'Write StaticArray<T>, whose length is fixed.',
    any: 'Write the type; everything has one.',
    Uint8Array: 'Write StaticArray<u8>, or use linear memory.',
    Float32Array: 'Write StaticArray<f32>, or use linear memory.',
    Float64Array: 'Write StaticArray<f64>, or use linear memory.',
  }),
)

/** Those for which one type can be written, and others of which that says it all. */
const MEANT = new Map(
  Object.entries({
    number: 'f64',
    float: 'f64',
    double: 'f64',
    int: 'i32',
    integer: 'i32',
    uint: 'u32',
    long: 'i64',
    bigint: 'i64',
    boolean: 'bool',
    usize: 'u32',
    isize: 'i32',
    str: 'string',
    Array: 'StaticArray',
    String: 'string',
    Uint8Array: 'StaticArray<u8>',
    Float32Array: 'StaticArray<f32>',
    Float64Array: 'StaticArray<f64>',
  }),
)

/** The type of a variable, a parameter, a field: a value that can be kept. */
export function valueType(names: Names, node: TypeName): Type {
  return kept(names, node, anyType(names, node))
}

/** The type of what a function returns, if anything. */
export function returnType(names: Names, node: TypeName): Type {
  const type = anyType(names, node)
  return type === VOID ? type : kept(names, node, type)
}

function kept(names: Names, node: TypeName, type: Type): Type {
  if (type === VOID) {
    names.report('wrong-type', node, 'Nothing can be kept in void.')
    return UNKNOWN
  }
  if (type.kind === 'integer' && type.bits < 32) {
    names.report(
      'wrong-type',
      node,
      `${type.name} is a type of memory and arrays, and no variable has it.`,
      `Write ${type.isSigned ? 'i32' : 'u32'} here; load<${type.name}>(p) widens.`,
      [replace(node, type.isSigned ? 'i32' : 'u32')],
    )
    return UNKNOWN
  }
  return type
}

/** Any type that a name stands for: also void, and those of memory only. */
export function anyType(names: Names, node: TypeName): Type {
  const type = named(names, node)
  if (!node.isNullable) return type
  if (isReference(type)) return type.twin
  if (type !== UNKNOWN) {
    names.report(
      'wrong-type',
      node,
      `${type.name} is never null.`,
      'Only classes, arrays and strings can be null.',
      [replace(node, type.name)],
    )
  }
  return UNKNOWN
}

function named(names: Names, node: TypeName): Type {
  const { name, element } = node
  // A type that is missing was reported by the parser.
  if (!name) return UNKNOWN
  if (name === 'StaticArray') return array(names, node)
  const type = NAMED.get(name) ?? (name === 'string' ? STRING : undefined)
  const declared = type ? undefined : names.scope.find(name)
  if (element) {
    names.report(
      'wrong-type-argument',
      element,
      `${name} has no type in angle brackets.`,
      undefined,
      fixOfTypeArgument(names.source, node.from + name.length, element),
    )
  }
  if (type) return type
  if (declared?.kind === 'class') return declared.class.type
  const meant = MEANT.get(name)
  const instead = INSTEAD.get(name) ?? (meant && `Write ${meant}.`)
  if (instead) {
    const message = `ExampleScript has no type ${name}.`
    const own = { from: node.from, to: node.from + name.length }
    const fixes = meant ? [replace(own, meant)] : []
    names.report('unknown-type', node, message, instead, fixes)
  } else {
    const others = [...NAMED.keys(), 'string', 'StaticArray']
    others.push(...classNames(names))
    unknown(names, 'unknown-type', { name, place: node, what: 'type', others })
  }
  return UNKNOWN
}

function* classNames({ scope }: Names): Iterable<string> {
  for (const name of scope.names()) {
    if (scope.find(name)?.kind === 'class') yield name
  }
}

function array(names: Names, node: TypeName): Type {
  if (!node.element) {
    names.report(
      'no-type-argument',
      node,
      'This array does not say what it is made of.',
      'Write StaticArray<f64>, or the like.',
    )
    return UNKNOWN
  }
  const element = anyType(names, node.element)
  if (element === UNKNOWN) return UNKNOWN
  if (element.kind === 'void' || element.kind === 'vector') {
    const message = `There are no arrays of ${element.name}.`
    names.report('wrong-type-argument', node.element, message)
    return UNKNOWN
  }
  return names.arrayOf(element)
}
