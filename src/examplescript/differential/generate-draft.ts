/** What the generator knows of the whole program that it writes. */
import type { Chance } from './chance.ts'
import {
  arrayType,
  type ArrayType,
  type ClassType,
  type Type,
} from '../type.ts'

export interface GenerateOptions {
  /** Classes, arrays and strings, too. */
  objects: boolean
  /** Whether the program may trap. */
  traps: boolean
  /** At most so many functions, and so many statements in each. */
  size: number
  /**
   * Whether AssemblyScript is to make the same of it. It is wrong about some
   * programs that are right, which are left out then:
   *
   * - `&`, `|` and `^` see all bits of a bool that was made of a number
   * - `u8(x & -1)` and `u8(x << 25)` keep too many bits
   * - `(x = 1) && y` does not assign
   * - `2 ** -1` is not 0 if both are known
   * - behind a loop without a test that always ends in a jump, it stops
   * - `a < (b ? c : d)` begins a type for it
   * - `const text: string | null = "…"` may be null whatever is asked
   */
  rival: boolean
}

export interface Variable {
  name: string
  type: Type
  /** Nobody else writes to what counts a loop. */
  canAssign: boolean
  /** Declared with const, which the checker counts as known. */
  isConstant: boolean
  /** Whether asking if it is null tells the checker something. */
  isLocal: boolean
  /** Whether something was asked, and it is not. */
  isNarrowed?: true
}

/** A function that may be called. */
export interface Callable {
  name: string
  parameters: Type[]
  returns: Type
  /** About how many statements it does. */
  cost: number
  /** Whether its first operand says how often it calls itself, 3 at most. */
  countsDown: boolean
}

export interface ClassShape {
  type: ClassType
  fields: { name: string; type: Type }[]
  methods: Callable[]
  /** Absent as long as its constructor is written. */
  constructs?: Callable
}

/** Functions of a program that make things comparable, in its own language. */
export type Aid = 'canonical' | 'canonical32' | 'canonical4' | 'grow' | 'join'

/** A whole program while it is written. */
export class Draft {
  readonly chance: Chance
  readonly options: GenerateOptions
  readonly globals: Variable[] = []
  readonly functions: Callable[] = []
  readonly classes: ClassShape[] = []
  readonly imports = new Set<string>()
  /** Constants that may be offsets in memory, by their names. */
  readonly offsets: string[] = []
  readonly aids = new Set<Aid>()
  /** Functions that give back what they take, of types that may be null. */
  readonly echoes = new Map<Type, string>()
  readonly #arrays = new Map<Type, ArrayType>()
  #names = 0

  constructor(chance: Chance, options: GenerateOptions) {
    this.chance = chance
    this.options = options
  }

  /** A name that nothing in the program has. */
  name(letter: string): string {
    return `${letter}${this.#names++}`
  }

  arrayOf(element: Type): ArrayType {
    const array = this.#arrays.get(element) ?? arrayType(element)
    this.#arrays.set(element, array)
    return array
  }

  /** All types of arrays that the program has so far. */
  arrays(): ArrayType[] {
    return [...this.#arrays.values()]
  }

  /** The type of arrays of these elements, if the program has it. */
  arrayWith(element: Type): ArrayType | undefined {
    return this.#arrays.get(element)
  }

  classOf(type: Type): ClassShape | undefined {
    const isClass = type.kind === 'class'
    return isClass
      ? this.classes.find((one) => one.type.id === type.id)
      : undefined
  }

  /** The name of the echo of a type. */
  echo(type: Type): string {
    const name = this.echoes.get(type) ?? `echo${this.echoes.size}`
    this.echoes.set(type, name)
    return name
  }
}
