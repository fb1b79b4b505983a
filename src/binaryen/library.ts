/**
 * What the Binaryen library gives at run time, as types only. The package
 * declares most of it correctly; this file leaves out what is declared but
 * missing, adds what is there but undeclared, and corrects what differs
 * (`library.test.ts` holds every name against the running library).
 *
 * Nothing here needs the DOM or Node, so any room may import these types.
 */
import type binaryen from 'binaryen'

/** A value type such as `library.i32`, or one made by `createType`. */
export type Type = number
/** A heap type, as `getHeapType` and `TypeBuilder` give it. */
export type HeapType = number
/** An expression in a module's memory. It may have one parent only. */
export type ExpressionRef = number
/** A function in a module's memory. */
export type FunctionRef = number
/** Names of the flags for `setFeatures`; join them with `|`. */
export type FeatureName =
  | Exclude<keyof typeof binaryen.Features, 'Multibyte'>
  | 'AcquireReleaseAtomics'
  | 'CompactImports'

/** A stretch of bytes for `setMemory`; `offset` is ignored if it is passive. */
export interface DataSegment {
  name?: string
  offset: ExpressionRef
  data: Uint8Array
  passive?: boolean
}

/** What `getDataSegmentInfo` tells; `offset` is `null` if it is passive. */
export interface DataSegmentInfo {
  name: string
  offset: number | null
  data: ArrayBuffer
  passive: boolean
}

/** What a module writes when it is asked for a source map, too. */
export interface BinaryWithMap {
  binary: Uint8Array<ArrayBuffer>
  sourceMap: string | null
}

/** One module: builders for expressions, and what can be done with the whole. */
export interface Module extends Omit<
  binaryen.Module,
  WrongInModule | 'i8x16' | 'i64' | 'ref'
> {
  i8x16: Omit<binaryen.Module['i8x16'], 'mul'>
  i64: Omit<binaryen.Module['i64'], 'const'> & {
    const(value: bigint): ExpressionRef
  }
  ref: Omit<binaryen.Module['ref'], 'func'> & {
    /** `type` is that of the function: `library.Function.getType(…)`. */
    func(name: string, type: HeapType): ExpressionRef
  }
  string: { const(value: string): ExpressionRef }
  any: { convert_extern(value: ExpressionRef): ExpressionRef }
  extern: { convert_any(value: ExpressionRef): ExpressionRef }
  /** `type` is `funcref` and `init` is null, unless given. */
  addTable(
    name: string,
    initial: number,
    maximum: number,
    type?: Type,
    init?: ExpressionRef | null,
  ): number
  /** `initial` and `maximum` are pages of 64 KiB; `maximum` -1 is no limit. */
  setMemory(
    initial: number,
    maximum: number,
    exportName?: string | null,
    segments?: readonly DataSegment[],
    shared?: boolean,
    memory64?: boolean,
    internalName?: string,
  ): void
  getNumDataSegments(): number
  getDataSegmentInfo(segment: number): DataSegmentInfo
  getFeatures(): number
  setFeatures(features: number): void
  /** 1 if the module is valid, 0 if not; `Binaryen.problems` says why. */
  validate(): number
  emitBinary(): Uint8Array<ArrayBuffer>
  emitBinary(sourceMapUrl: string | null): BinaryWithMap
}

type WrongInModule =
  | 'Function'
  | 'addTable'
  | 'setMemory'
  | 'getMemorySegmentInfo'
  | 'getNumMemorySegments'
  | 'getFeatures'
  | 'setFeatures'
  | 'validate'
  | 'emitBinary'

/** The library: constants, functions on expressions, and `Module`. */
export interface Library extends Corrected, Wrappers {
  Features: Readonly<Record<FeatureName, number>>
  Module: new () => Module
  Function: binaryen.Module['Function'] & {
    getType(func: FunctionRef): HeapType
  }
  Relooper: new (module: Module) => binaryen.Relooper
  ExpressionRunner: new (
    module: Module,
    flags: number,
    maxDepth: number,
    maxLoopIterations: number,
  ) => binaryen.ExpressionRunner
  wrapModule(pointer: number): Module
  /** Prefer `Binaryen.parse`: this reads characters above 255 wrongly. */
  parseText(text: string, features?: number): Module
  /** Prefer `Binaryen.read`, whose errors say what is wrong and where. */
  readBinary(bytes: Uint8Array, features?: number): Module
  emitText(expression: ExpressionRef): string
  getExpressionInfo(expression: ExpressionRef): { id: number; type: Type }
  getSideEffects(expression: ExpressionRef, features: number): number
  setOptimizeLevel(level: number): void
  setShrinkLevel(level: number): void
  /** The C++ type and message of what a call of the library has thrown. */
  getExceptionMessage(thrown: unknown): [type: string, message: string]
}

type Declared = typeof binaryen

/** Declared, but not there. Use `getHeapType(library.funcref)` and the like. */
type Missing =
  | 'ext'
  | 'func'
  | 'any'
  | 'eq'
  | 'i31'
  | 'struct'
  | 'array'
  | 'string'
  | 'noext'
  | 'nofunc'
  | 'readBinaryWithFeatures'
  | 'PauseId'
  | `Table${'Fill' | 'Copy' | 'Init'}Id`
  | 'ElemDropId'
  | 'TryTableId'
  | 'ThrowRefId'
  | 'RefGetDescId'
  | `Struct${'RMW' | 'Cmpxchg' | 'Wait' | 'Notify'}Id`
  | `Array${'Load' | 'Store' | 'RMW' | 'Cmpxchg'}Id`
  | 'StringTestId'
  | `Cont${'New' | 'Bind'}Id`
  | 'SuspendId'
  | `Resume${'' | 'Throw'}Id`
  | 'StackSwitchId'
  | `WideInt${'AddSub' | 'Mul'}Id`

/** There, but with numbers that differ from the declared `const enum`. */
type WrongEnum =
  | 'ExpressionIds'
  | 'Operations'
  | 'SideEffects'
  | 'ExternalKinds'
  | 'ExpressionRunnerFlags'

/** The declared constants are numbers; the rest is as declared. */
type Corrected = {
  readonly [
    K in Exclude<keyof Declared, Missing | WrongEnum | keyof Overridden>
  ]: Declared[K] extends number ? number : Declared[K]
}

type Overridden = Pick<
  Declared,
  | 'Features'
  | 'Module'
  | 'Relooper'
  | 'ExpressionRunner'
  | 'wrapModule'
  | 'parseText'
  | 'readBinary'
  | 'emitText'
  | 'getExpressionInfo'
  | 'getSideEffects'
  | 'setOptimizeLevel'
  | 'setShrinkLevel'
>

/** What every wrapped expression has besides the fields of its kind. */
export interface WrappedExpression {
  readonly id: number
  type: Type
  /** To be called after its operands have changed: computes its type again. */
  finalize(): void
  toText(): string
  valueOf(): ExpressionRef
}

/** Wraps an expression of one kind: fields to read, and most of them to set. */
export type Wrapper<Info> = (
  expression: ExpressionRef,
) => WrappedExpression & Omit<Info, 'id' | 'type' | 'i31'>

interface Wrappers {
  Expression(expression: ExpressionRef): WrappedExpression
  Block: Wrapper<binaryen.BlockInfo>
  If: Wrapper<binaryen.IfInfo>
  Loop: Wrapper<binaryen.LoopInfo>
  Break: Wrapper<binaryen.BreakInfo>
  Switch: Wrapper<binaryen.SwitchInfo>
  Call: Wrapper<binaryen.CallInfo>
  CallIndirect: Wrapper<binaryen.CallIndirectInfo>
  LocalGet: Wrapper<binaryen.LocalGetInfo>
  LocalSet: Wrapper<binaryen.LocalSetInfo>
  GlobalGet: Wrapper<binaryen.GlobalGetInfo>
  GlobalSet: Wrapper<binaryen.GlobalSetInfo>
  Load: Wrapper<binaryen.LoadInfo>
  Store: Wrapper<binaryen.StoreInfo>
  Unary: Wrapper<binaryen.UnaryInfo>
  Binary: Wrapper<binaryen.BinaryInfo>
  Select: Wrapper<binaryen.SelectInfo>
  Drop: Wrapper<binaryen.DropInfo>
  Return: Wrapper<binaryen.ReturnInfo>
}
