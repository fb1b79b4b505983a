/**
 * Takes the pinned `@wllama/wllama` package apart, at build time and in Node. As
 * shipped it starts its Worker from a `blob:` address, which a strict policy
 * forbids, and the worker fetches the binary itself, so that nobody sees how far
 * that is. Here become
 *
 * 1. `client.js`: the package, without the texts of its Workers and its maps for
 *    stack traces, without addresses of other hosts; its Worker is started by
 *    whoever sets `workers.start`.
 * 2. `plain.worker.js` and `compat.worker.js`: llama.cpp's glue as a file. It takes
 *    the compiled binary from its first message. For Node, whose Workers speak
 *    differently, there is `node.worker.cjs`.
 *
 * Each edit must fit exactly once: another version of the package stops here.
 */
import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'

/** Where everything lies, as absolute paths. */
export interface Parts {
  client: string
  plain: WorkerParts
  /** For where memories of 64 bits or suspended calls are missing. */
  compat: WorkerParts
  node: WorkerParts
}

export interface WorkerParts {
  worker: string
  wasm: string
}

type Edit = readonly [found: string | RegExp, put: string]

const CLIENT_EDITS: Edit[] = [
  [
    /const workerURL = URL\.createObjectURL\([^;]+;\s+return new Worker\(workerURL, \{ type: "module" \}\);/,
    'return workers.start();',
  ],
  [/\bvar LLAMA_CPP_WORKER_CODE = .*/, 'var LLAMA_CPP_WORKER_CODE = "";'],
  [/\bvar WLLAMA_EMSCRIPTEN_CODE = .*/, 'var WLLAMA_EMSCRIPTEN_CODE = " ";'],
  [/yield Debug\.decodeStackTrace\(stack, \w+\)/, 'stack'],
  [/worker: "https:[^"]+"/, 'worker: ""'],
  [/wasm: "https:[^"]+"/, 'wasm: ""'],
  // Nothing is fetched by these addresses, and Node has no page.
  [/var absoluteUrl = .*/, 'var absoluteUrl = (path) => path;'],
]

const GLUE_EDITS: Edit[] = [['var Module', 'var ___Module']]

const WORKER_EDITS: Edit[] = [
  // What threw leaves nothing to read; that ends this action, and no other.
  [
    'const outputPtr = await wllamaAction(argAction, inputPtr);',
    `const outputPtr = await wllamaAction(argAction, inputPtr);
    if (!Number(outputPtr)) {
      msg({ callbackId, err: new Error('llama.cpp threw') });
      return;
    }`,
  ],
]

const BROWSER_HEAD = `let compiled;
addEventListener('message', (event) => {
  if (!(event.data instanceof WebAssembly.Module)) return;
  event.stopImmediatePropagation();
  compiled = event.data;
});
Object.defineProperty(WorkerNavigator.prototype, 'gpu', {
  get: () => ({ requestAdapter: async () => null }),
});
// Browsers without it read the file before they start, and suspend nothing.
WebAssembly.Suspending ??= function (act) { return act };
WebAssembly.promising ??= (act) => async (...words) => act(...words);
`

const NODE_HEAD = `const { parentPort, workerData: compiled } = require('node:worker_threads');
globalThis.postMessage = (message, transfer) => parentPort.postMessage(message, transfer);
globalThis.self = globalThis;
globalThis.location = { href: 'http://localhost/' };
globalThis.WorkerGlobalScope = function () {};
Object.defineProperty(globalThis, 'navigator', { value: { hardwareConcurrency: 1 } });
Object.defineProperty(globalThis, 'process', { value: undefined });
parentPort.on('message', (data) => onmessage({ data }));
let onmessage;
`

/**
 * Takes the installed package apart, or finds that it was.
 *
 * @throws {Error} if the package is not built as expected
 */
export async function packageParts(): Promise<Parts> {
  const find = createRequire(import.meta.url)
  const home = path.dirname(find.resolve('@wllama/wllama/package.json'))
  const compatHome = path.dirname(find.resolve('@wllama/wllama-compat'))
  const library = path.join(home, 'esm/index.js')
  const compat = path.join(compatHome, 'wasm')
  const [source, texts, compatGlue] = await Promise.all(
    [
      library,
      path.join(home, 'src/workers-code/generated.ts'),
      path.join(compat, 'wllama.js'),
    ].map((file) => readFile(file, 'utf8')),
  )
  const files = write(source!, texts!, compatGlue!)
  const id = hash(JSON.stringify(files))
  const cache = path.resolve(home, '../../.cache/a-wasm-new-year')
  const folder = path.join(cache, `wllama-${id}`)
  await mkdir(folder, { recursive: true })
  for (const [name, text] of Object.entries(files)) {
    await writeWhole(path.join(folder, name), text)
  }
  const parts = (worker: string, wasm: string) => ({
    worker: path.join(folder, worker),
    wasm,
  })
  const compatWasm = path.join(compat, 'wllama.wasm')
  return {
    client: path.join(folder, 'client.js'),
    plain: parts('plain.worker.js', path.join(home, 'esm/wasm/wllama.wasm')),
    compat: parts('compat.worker.js', compatWasm),
    node: parts('node.worker.cjs', compatWasm),
  }
}

/** The text of each file. */
export function write(source: string, texts: string, compatGlue: string) {
  const protocol = constant(texts, 'LLAMA_CPP_WORKER_CODE')
  const glue = constant(texts, 'WLLAMA_EMSCRIPTEN_CODE')
  const client = edited(source, CLIENT_EDITS, 'esm/index.js')
  return {
    'client.js': `export const workers = { start: null };
const navigator = globalThis.navigator ?? { userAgent: '' };
${client}`,
    'plain.worker.js': BROWSER_HEAD + workerText(protocol, glue, false),
    'compat.worker.js': BROWSER_HEAD + workerText(protocol, compatGlue, true),
    'node.worker.cjs': NODE_HEAD + workerText(protocol, compatGlue, true),
  }
}

/** What the package would have put into its `blob:`. */
function workerText(protocol: string, glue: string, compat: boolean): string {
  const options = {
    pathConfig: { 'wllama.wasm': 'wllama.wasm' },
    nbThread: 0,
    compat,
  }
  return `const RUN_OPTIONS = ${JSON.stringify(options)};
function wModuleInit() {
  Module.instantiateWasm = (imports, receive) => {
    WebAssembly.instantiate(compiled, imports).then(
      (instance) => receive(instance, compiled),
      (error) => handleError(error),
    );
    return {};
  };
  ${edited(glue, GLUE_EDITS, 'the glue')};
  return Module;
}
${edited(protocol, WORKER_EDITS, 'the Worker')}`
}

function constant(texts: string, name: string): string {
  const found = new RegExp(`^export const ${name} = (".*");$`, 'm').exec(texts)
  if (!found) throw changed(`there is no text ${name}`)
  return JSON.parse(found[1]!) as string
}

function edited(text: string, edits: Edit[], file: string): string {
  return edits.reduce((whole, [found, put]) => {
    const parts = whole.split(found)
    if (parts.length !== 2)
      throw changed(
        `${found} is ${parts.length - 1} times in ${file}, not once`,
      )
    return parts.join(put)
  }, text)
}

function changed(happened: string): Error {
  return new Error(
    `Cannot take @wllama/wllama apart: ${happened}. Install the version pinned ` +
      `in package.json, or adapt the edits in src/engines/package.ts.`,
  )
}

/** Whoever reads it meanwhile sees a whole file. */
async function writeWhole(file: string, text: string): Promise<void> {
  const draft = `${file}.${process.pid}`
  await writeFile(draft, text)
  await rename(draft, file)
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12)
}
