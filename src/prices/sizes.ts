/** What each level makes of a program, and how large that is. */
import {
  compile,
  LEVELS,
  type Workbench,
} from '../examplescript/examplescript.ts'

export interface LevelModule {
  /** As people call it, such as `-O3`. */
  level: string
  bytes: Uint8Array<ArrayBuffer>
}

/** In bytes. */
export interface LevelSize {
  level: string
  size: number
  /** As it travels, packed by gzip. */
  packed: number
  /** The first level before it that makes the very same bytes. */
  sameAs?: string
}

/** @param source a program without problems */
export function levelModules(
  source: string,
  binaryen: Workbench,
): LevelModule[] {
  return [...LEVELS.keys()].map((level) => ({
    level,
    bytes: bytesAt(level, source, binaryen),
  }))
}

/** @param source a program without problems */
export function bytesAt(
  level: string,
  source: string,
  binaryen: Workbench,
): Uint8Array<ArrayBuffer> {
  const compiled = compile(source, binaryen, { level: LEVELS.get(level)! })
  return (compiled as { bytes: Uint8Array<ArrayBuffer> }).bytes
}

/** @returns WebAssembly's text, of a program without problems */
export function levelText(
  level: string,
  source: string,
  binaryen: Workbench,
): string {
  const options = { level: LEVELS.get(level)!, text: true }
  const compiled = compile(source, binaryen, options)
  return (compiled as { text: string }).text
}

/** @param packed the size of each module, packed */
export function levelSizes(
  modules: readonly LevelModule[],
  packed: readonly number[],
): LevelSize[] {
  return modules.map(({ level, bytes }, index) => {
    const same = modules
      .slice(0, index)
      .find((before) => isSame(before.bytes, bytes))
    return {
      level,
      size: bytes.length,
      packed: packed[index]!,
      ...(same && { sameAs: same.level }),
    }
  })
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return (
    one.length === other.length &&
    one.every((byte, index) => byte === other[index])
  )
}
