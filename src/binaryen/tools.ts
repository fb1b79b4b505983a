/**
 * The command-line tools of the package, each behind one function: a command
 * line in, over files in memory; exit status, output and files out. Where the
 * factory and the compiled binary come from is the business of `browser.ts` and
 * `node.ts`.
 *
 * Every command has an instance of its own, as it has a process of its own in a
 * shell: nothing of one is left for the next.
 */

/** In the package's `bin`, all but `wasm-reduce`, which starts processes. */
export const TOOLS = [
  'wasm-opt',
  'wasm-merge',
  'wasm-metadce',
  'wasm-ctor-eval',
  'wasm-as',
  'wasm-dis',
  'wasm2js',
  'wasm-shell',
] as const

export type ToolName = (typeof TOOLS)[number]

/** Files by their paths, relative to the folder that a command runs in. */
export type Files = ReadonlyMap<string, Uint8Array>

export interface ToolCommand {
  tool: ToolName
  /** The words behind the tool's name. */
  words: readonly string[]
  files: Files
  /** What comes in on standard input; nothing, unless given. */
  input?: Uint8Array
  /** Variables of the environment, such as `BINARYEN_PASS_DEBUG`. */
  environment?: Readonly<Record<string, string>>
  /** Called for each piece of output, a line at most, as it comes. */
  onOutput?: (stream: 'out' | 'err', bytes: Uint8Array) => void
}

export interface ToolResult {
  /** 0 if all went well, as the tools' own. */
  status: number
  out: Uint8Array
  err: Uint8Array
  /**
   * All files afterwards: those given that are still there, and new ones. One
   * that was not written to is the very array that was given.
   */
  files: Map<string, Uint8Array>
}

/** What a tool's glue makes. */
interface Started {
  FS: FileSystem
  ENV: Record<string, string>
  /** The exit status. @throws what ended the program in place of an exit */
  run(words: string[]): number
}

/** The part of Emscripten's file system that is used here. */
interface FileSystem {
  mkdirTree(path: string): void
  chdir(path: string): void
  writeFile(path: string, bytes: Uint8Array): void
  readFile(path: string): Uint8Array<ArrayBuffer>
  readdir(path: string): string[]
  stat(path: string): { mode: number; size: number; mtime: Date }
  utime(path: string, accessed: number, modified: number): void
  isDir(mode: number): boolean
}

/** The default export of a tool's glue. */
export type ToolFactory = (given: {
  thisProgram: string
  stdin(): number | null
  stdout(byte: number | null): void
  stderr(byte: number | null): void
  printErr(line: string): void
  instantiateWasm(
    imports: WebAssembly.Imports,
    done: (instance: WebAssembly.Instance) => void,
  ): object
}) => Promise<Started>

/** Where commands run: a folder with nothing in it but the files given. */
const HOME = '/home/web_user/files'

/** When files were last written to, as far as a command can tell, in ms. */
const UNTOUCHED = 0

/** What a shell says of a program that was aborted. */
const ABORTED = 134

/** A tool that has started, and waits for its command: it takes one. */
export interface ToolProcess {
  /** Whatever the command itself does wrong is in the result. */
  run(command: Omit<ToolCommand, 'tool'>): ToolResult
}

/**
 * Starts a tool.
 *
 * @throws {Error} if the binary does not fit the glue
 */
export async function startTool(
  factory: ToolFactory,
  compiled: WebAssembly.Module,
  tool: ToolName,
): Promise<ToolProcess> {
  const streams = new Streams()
  const started = await new Promise<Started>((resolve, reject) => {
    factory({
      thisProgram: tool,
      stdin: () => streams.next(),
      stdout: (byte) => streams.out.take(byte),
      stderr: (byte) => streams.err.take(byte),
      printErr: (line) => streams.err.takeText(`${line}\n`),
      instantiateWasm: (imports, done) => {
        WebAssembly.instantiate(compiled, imports).then(done).catch(reject)
        return {}
      },
    }).then(resolve, reject)
  })
  return { run: (command) => runIn(started, streams, command) }
}

function runIn(
  { FS, ENV, run }: Started,
  streams: Streams,
  { words, files, input, environment, onOutput }: Omit<ToolCommand, 'tool'>,
): ToolResult {
  const { out, err } = streams
  streams.connect(input, onOutput)
  Object.assign(ENV, environment)
  FS.mkdirTree(HOME)
  FS.chdir(HOME)
  for (const [path, bytes] of files) {
    const folder = path.slice(0, path.lastIndexOf('/') + 1)
    if (folder) FS.mkdirTree(folder)
    FS.writeFile(path, bytes)
    FS.utime(path, UNTOUCHED, UNTOUCHED)
  }
  let status: number
  try {
    status = run([...words])
  } catch (thrown) {
    err.takeText(`${told(thrown)}\n`)
    status = ABORTED
  }
  out.end()
  err.end()
  return {
    status,
    out: out.all(),
    err: err.all(),
    files: new Map(filesBelow(FS, HOME, files)),
  }
}

/** What ended a program that did not end itself, in one line. */
function told(thrown: unknown): string {
  if (thrown instanceof RangeError) return 'The stack is full.'
  const text = thrown instanceof Error ? thrown.message : String(thrown)
  return text.split('\n', 1)[0]!
}

function* filesBelow(
  FS: FileSystem,
  folder: string,
  given: Files,
): Generator<[string, Uint8Array]> {
  for (const name of FS.readdir(folder)) {
    if (name === '.' || name === '..') continue
    const path = `${folder}/${name}`
    const { mode, size, mtime } = FS.stat(path)
    if (FS.isDir(mode)) {
      yield* filesBelow(FS, path, given)
      continue
    }
    const known = path.slice(HOME.length + 1)
    const before = given.get(known)
    // A file that is only cut short keeps its time.
    const isUntouched = +mtime === UNTOUCHED && size === before?.length
    yield [known, isUntouched ? before : FS.readFile(path)]
  }
}

/** Standard input, output and error, which a command is connected to. */
class Streams {
  readonly out = new Output()
  readonly err = new Output()
  #input: Uint8Array = new Uint8Array()
  #read = 0

  connect(
    input: Uint8Array = new Uint8Array(),
    onOutput: ToolCommand['onOutput'] = () => {},
  ): void {
    this.#input = input
    this.out.onPiece = (bytes) => onOutput('out', bytes)
    this.err.onPiece = (bytes) => onOutput('err', bytes)
  }

  /** `null` is the end. */
  next(): number | null {
    return this.#input[this.#read++] ?? null
  }
}

const NEWLINE = 10

/** Gathers bytes, and hands on each line as it ends. */
class Output {
  onPiece: (bytes: Uint8Array) => void = () => {}
  #bytes = new Uint8Array(1024)
  #length = 0
  #told = 0

  /** `null` is how the glue asks for a flush. */
  take(byte: number | null): void {
    if (byte === null) return
    if (this.#length === this.#bytes.length) this.#grow()
    this.#bytes[this.#length++] = byte
    if (byte === NEWLINE) this.end()
  }

  takeText(text: string): void {
    for (const byte of new TextEncoder().encode(text)) this.take(byte)
  }

  /** Hands on what is left. */
  end(): void {
    if (this.#told === this.#length) return
    this.onPiece(this.#bytes.slice(this.#told, this.#length))
    this.#told = this.#length
  }

  all(): Uint8Array {
    return this.#bytes.slice(0, this.#length)
  }

  #grow(): void {
    const bytes = new Uint8Array(this.#bytes.length * 2)
    bytes.set(this.#bytes)
    this.#bytes = bytes
  }
}
