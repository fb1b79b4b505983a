/** `npm run -s examplescript -- build`: writes a program as a WebAssembly module. */
import { stat } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { loadBinaryen } from '../../binaryen/node.ts'
import { compile, LEVELS } from '../../examplescript/compile.ts'
import { isSameFile, writeAllOrNothing, type Output } from './all-or-nothing.ts'
import { readProgram, type ProgramFile } from './program-file.ts'
import { complainOf } from './report.ts'
import type { Terminal } from './terminal.ts'
import { onlyFile, readWords, UsageError } from './usage.ts'

export const BUILD_HELP = `Usage: build FILE [-O0…-O4 | -Os | -Oz] [-o OUT] [--source-map] [--text]

Compiles a program to a WebAssembly module.

  -O0 … -O4      optimises nothing … all that Binaryen can. -O3 is the default:
                 it makes the smallest modules of most programs, too
  -Os, -Oz       optimises for size as well, or for size above all
  -o, --out OUT  where to, - being standard output. The default is FILE's name
                 with .wasm, in the current folder
  --source-map   also writes OUT.map, by which browsers show the program
  --text         also writes the module as text: OUT, ending in .wat
`

/** Where everything goes, as it is told; no map or text unless wanted. */
interface Places {
  module: string
  sourceMap?: string
  text?: string
}

/** What is written, and how it is told. */
interface Written extends Output {
  name: string
}

/** `build FILE`: writes what a program compiles to. */
export async function buildFile(
  words: string[],
  terminal: Terminal,
): Promise<number> {
  const { values, positionals } = readWords('build', () => readBuild(words))
  const level = LEVELS.get(`-O${values.optimize}`)
  if (!level) {
    throw new UsageError(
      `There is no level -O${values.optimize}. Write one of -O0 to -O4, -Os, -Oz.`,
    )
  }
  const file = await readProgram(onlyFile('build', positionals), terminal)
  const places = placesOf(values, file)
  await refuseBadPlaces(places, file, terminal)
  const compiled = compile(file.text, await loadBinaryen(), {
    level,
    ...(places.text && { text: true }),
    ...(places.sourceMap && { sourceMap: sourceMapOf(places.sourceMap) }),
  })
  if (!('bytes' in compiled)) {
    return complainOf(file, compiled.problems, terminal)
  }
  if (places.module === '-') terminal.print(compiled.bytes)
  else await write(outputsOf(compiled, places, file, terminal), terminal)
  return 0
}

function readBuild(words: string[]) {
  return parseArgs({
    args: words,
    options: {
      optimize: { type: 'string', short: 'O', default: '3' },
      out: { type: 'string', short: 'o' },
      'source-map': { type: 'boolean' },
      text: { type: 'boolean' },
    },
    allowPositionals: true,
  })
}

function placesOf(
  { out, text, 'source-map': isMapped }: ReturnType<typeof readBuild>['values'],
  file: ProgramFile,
): Places {
  if (out === '-' && (text || isMapped)) {
    throw new UsageError(
      'Standard output takes the module alone. Write -o and a file for more.',
    )
  }
  if (out === '' || (out === undefined && file.isStandardInput)) {
    throw new UsageError('There is no name to write to. Write -o and a file.')
  }
  const module = out ?? `${path.parse(file.path).name}.wasm`
  const { dir, name } = path.parse(module)
  return {
    module,
    ...(isMapped && { sourceMap: `${module}.map` }),
    ...(text && { text: path.join(dir, `${name}.wat`) }),
  }
}

/** Nothing is written over the program, over a folder, or twice. */
async function refuseBadPlaces(
  places: Places,
  file: ProgramFile,
  { folder }: Terminal,
): Promise<void> {
  const names = Object.values(places) as string[]
  for (const name of places.module === '-' ? [] : names) {
    const place = path.resolve(folder, name)
    const isFolder = await stat(place).then(
      (found) => found.isDirectory(),
      () => /[\\/]$/.test(name),
    )
    if (isFolder) {
      throw new UsageError(`${name} is a folder. Write -o and a file in it.`)
    }
    const isTwice = names.filter((other) => other === name).length > 1
    if (!isTwice && !(await isSameFile(place, file.path))) continue
    const what = isTwice ? 'the module, too' : 'the program itself'
    throw new UsageError(`${name} is ${what}. Write -o and another file.`)
  }
}

/** What the module says, and what the map is made with. */
function sourceMapOf(name: string): { name: string; url: string } {
  return { name: 'program', url: encodeURIComponent(path.basename(name)) }
}

function outputsOf(
  compiled: { bytes: Uint8Array; text?: string; sourceMap?: string },
  places: Places,
  file: ProgramFile,
  { folder }: Terminal,
): Written[] {
  const { bytes, text = '', sourceMap = '' } = compiled
  const output = (name: string, content: string | Uint8Array) => ({
    name,
    path: path.resolve(folder, name),
    bytes: Buffer.from(content),
  })
  const module = output(places.module, bytes)
  const outputs = [module]
  if (places.sourceMap) {
    const whole = withSource(sourceMap, file, path.dirname(module.path))
    outputs.push(output(places.sourceMap, whole))
  }
  if (places.text) outputs.push(output(places.text, text))
  return outputs
}

/** A map that has the program in it, so that browsers need not ask for it. */
function withSource(
  sourceMap: string,
  { text, path: place, isStandardInput }: ProgramFile,
  folder: string,
): string {
  const way = path.relative(folder, place).split(path.sep)
  const address = isStandardInput
    ? 'program.example'
    : way.map(encodeURIComponent).join('/')
  const map = JSON.parse(sourceMap) as object
  return JSON.stringify({ ...map, sources: [address], sourcesContent: [text] })
}

async function write(
  outputs: readonly Written[],
  { complain }: Terminal,
): Promise<void> {
  try {
    await writeAllOrNothing(outputs)
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    const [{ name }] = outputs as [Written]
    const folder = path.dirname(name)
    throw new UsageError(
      code === 'ENOENT' || code === 'ENOTDIR'
        ? `There is no folder ${folder}. Make it, or write -o and another file.`
        : `${name} cannot be written: ${message}. Write -o and another file.`,
    )
  }
  for (const { name, bytes } of outputs) {
    complain(`${name} ${bytes.length} bytes\n`)
  }
}
