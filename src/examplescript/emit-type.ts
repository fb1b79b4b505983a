/** The types of a program as Binaryen knows them; classes become WasmGC structs. */
import type {
  HeapType,
  Library,
  Module,
  Type as WasmType,
} from '../binaryen/library.ts'
import type { TypedProgram } from './typed.ts'
import type { Type } from './type.ts'

export class Types {
  readonly #library: Library
  readonly #heap = new Map<object, HeapType>()

  constructor(library: Library, module: Module, program: TypedProgram) {
    this.#library = library
    if (program.classes.length + program.arrays.length > 0) {
      this.#build(module, program)
    }
  }

  /** What a local, a parameter or a result of the type is. */
  wasm(type: Type): WasmType {
    const library = this.#library
    switch (type.kind) {
      case 'integer':
        return type.bits === 64 ? library.i64 : library.i32
      case 'float':
        return type.bits === 64 ? library.f64 : library.f32
      case 'bool':
        return library.i32
      case 'vector':
        return library.v128
      case 'string':
        return library.externref
      case 'class':
      case 'array':
        // All are nullable there: the checker knows better which are not.
        return library.getTypeFromHeapType(this.heap(type), true)
      default:
        return library.none
    }
  }

  /** The struct of a class, or the array of an array type. */
  heap(type: Type): HeapType {
    return this.#heap.get(keyOf(type))!
  }

  /** All types in one group, as they may name one another. */
  #build(module: Module, { classes, arrays }: TypedProgram): void {
    const library = this.#library
    const all = [...classes.map(({ type }) => type), ...arrays]
    const builder = new library.TypeBuilder(all.length)
    for (const [index, type] of all.entries()) {
      this.#heap.set(keyOf(type), builder.getTempHeapType(index))
    }
    const temporary = (type: Type): WasmType => {
      const isOurs = type.kind === 'class' || type.kind === 'array'
      if (!isOurs) return this.wasm(type)
      return builder.getTempRefType(this.heap(type), true)
    }
    for (const [index, { fields }] of classes.entries()) {
      const parts = fields.map(({ type }) => ({
        type: temporary(type),
        packedType: library.notPacked,
        mutable: true,
      }))
      builder.setStructType(index, parts)
    }
    for (const [index, { element }] of arrays.entries()) {
      const at = classes.length + index
      builder.setArrayType(at, temporary(element), this.#packed(element), true)
    }
    builder.createRecGroup(0, all.length)
    const built = builder.buildAndDispose()
    for (const [index, type] of all.entries()) {
      this.#heap.set(keyOf(type), built[index]!)
      module.setTypeName(built[index]!, type.name)
    }
    for (const { type, fields } of classes) {
      for (const { name, index } of fields) {
        module.setFieldName(this.heap(type), index, name)
      }
    }
  }

  #packed({ kind, ...type }: Type): number {
    const bits = kind === 'integer' && 'bits' in type ? type.bits : 0
    const { i8, i16, notPacked } = this.#library
    return bits === 8 ? i8 : bits === 16 ? i16 : notPacked
  }
}

/** The same for a type and its nullable twin. */
function keyOf(type: Type): object {
  if (type.kind === 'class') return type.id
  return type.kind === 'array' && type.isNullable ? type.twin : type
}
