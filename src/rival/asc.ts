/**
 * AssemblyScript's own compiler, `asc`, over a file system in memory; and what
 * its modules import. It is loaded with the first program, as it is large.
 */
import {
  hostImports,
  type HostImports,
} from '../examplescript/examplescript.ts'

/** The flags that ours is held against: as much memory, no collector. */
export const RIVAL_FLAGS =
  '--runtime stub --initialMemory 1 --maximumMemory 4096 --enable simd'.split(
    ' ',
  )

/** Where `CI` is set, it would colour what it says with escape sequences. */
const PLAIN = '--noColors'

export interface RivalCompilation {
  /** Absent if there were errors. */
  bytes?: Uint8Array<ArrayBuffer>
  /** What the compiler said. */
  messages: string
}

/**
 * Compiles a source with AssemblyScript.
 *
 * @param flags such as `-O3`; of two that disagree, the last one counts
 */
export async function compileRival(
  source: string,
  flags: readonly string[],
): Promise<RivalCompilation> {
  const { createMemoryStream, main } = await import('assemblyscript/asc')
  const stderr = createMemoryStream()
  const compiled: { bytes?: Uint8Array<ArrayBuffer> } = {}
  const words = ['program.ts', '--outFile', 'program.wasm']
  await main([...words, PLAIN, ...RIVAL_FLAGS, ...flags], {
    stderr,
    stdout: createMemoryStream(),
    readFile: (name) => (name === 'program.ts' ? source : null),
    writeFile: (_, contents) => {
      if (typeof contents !== 'string') compiled.bytes = contents.slice()
    },
    listFiles: () => [],
  })
  return { ...compiled, messages: stderr.toString() }
}

/** Runs a module of AssemblyScript, and gives its exports. */
export function runRival(
  bytes: Uint8Array<ArrayBuffer>,
  print: (line: string) => void,
): WebAssembly.Exports {
  const module = new WebAssembly.Module(bytes)
  const imports = WebAssembly.Module.imports(module)
  let memory: WebAssembly.Memory | undefined
  const own = imports.filter(({ name }) => name !== 'abort')
  const given: HostImports = hostImports(own, print)
  given['env'] ??= {}
  given['env']['abort'] = () => {
    throw new WebAssembly.RuntimeError('abort')
  }
  given['env']['console.log'] = (pointer: number) => {
    print(textAt(memory!, pointer))
  }
  const { exports } = new WebAssembly.Instance(
    module,
    given as WebAssembly.Imports,
  )
  memory = exports['memory'] as WebAssembly.Memory
  return exports
}

/** A string of AssemblyScript: its length in bytes stands before it. */
function textAt({ buffer }: WebAssembly.Memory, pointer: number): string {
  const length = new DataView(buffer).getUint32(pointer - 4, true)
  const units = new Uint16Array(buffer, pointer, length / 2)
  return String.fromCharCode(...units)
}
