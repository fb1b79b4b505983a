/**
 * How long the library takes in a browser to be ready, as this site has it and
 * as the package ships it, and how much travels for it.
 */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { chromium } from 'playwright'
import { splitBinaryen } from '../binaryen/split.ts'
import { chromiumArguments, findChromium } from './chromium.ts'
import { median } from './median.ts'
import { serve } from './serve.ts'

export interface Ready {
  /** Milliseconds from a Worker's start to its first module: the median. */
  time: number
  /** Bytes that travel, compressed by gzip. */
  bytes: number
}

const ROUNDS = 7

/** Each in turn, in a browser of its own that has seen neither. */
export async function measureReady(): Promise<{ ours: Ready; shipped: Ready }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'ready-'))
  try {
    const bytes = {
      ours: await writeOurs(folder),
      shipped: await writeShipped(folder),
    }
    for (const page of ['index.html', '404.html', '_headers']) {
      const content = page.endsWith('.html') ? '<!doctype html>' : ''
      await writeFile(path.join(folder, page), content)
    }
    const times = { ours: [] as number[], shipped: [] as number[] }
    const server = await serve({ folder, port: 0 })
    for (let round = 0; round < ROUNDS; round++) {
      for (const name of ['ours', 'shipped'] as const) {
        times[name].push(await timeOnce(server.url, `${name}.js`))
      }
    }
    await server.close()
    const ready = (name: 'ours' | 'shipped') => ({
      time: median(times[name]),
      bytes: bytes[name],
    })
    return { ours: ready('ours'), shipped: ready('shipped') }
  } finally {
    await rm(folder, { recursive: true })
  }
}

async function writeOurs(folder: string): Promise<number> {
  const { glue, wasm } = await splitBinaryen()
  const binary = await readFile(wasm)
  await writeFile(path.join(folder, 'binaryen.wasm'), binary)
  const script = await bundle(`
    import factory from ${JSON.stringify(glue)}
    import { startBinaryen } from './src/binaryen/binaryen.ts'
    const url = new URL('./binaryen.wasm', import.meta.url)
    const compiled = await WebAssembly.compileStreaming(fetch(url))
    const { library } = await startBinaryen(factory, compiled)
    new library.Module()
    postMessage('ready')`)
  await writeFile(path.join(folder, 'ours.js'), script)
  return zipped(binary) + zipped(script)
}

async function writeShipped(folder: string): Promise<number> {
  const script = await bundle(`
    import binaryen from 'binaryen'
    new binaryen.Module()
    postMessage('ready')`)
  await writeFile(path.join(folder, 'shipped.js'), script)
  return zipped(script)
}

function zipped(content: Uint8Array): number {
  return gzipSync(content, { level: 9 }).length
}

async function bundle(contents: string): Promise<Uint8Array> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: '.' },
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    minify: true,
    external: ['node:*'],
  })
  return outputFiles[0]!.contents
}

async function timeOnce(url: string, script: string): Promise<number> {
  const browser = await chromium.launch({
    executablePath: await findChromium(),
    args: chromiumArguments,
  })
  try {
    const page = await browser.newPage()
    await page.goto(url)
    return await page.evaluate(
      (file) =>
        new Promise<number>((resolve, reject) => {
          const started = performance.now()
          const worker = new Worker(file, { type: 'module' })
          worker.addEventListener('error', reject)
          worker.addEventListener('message', () =>
            resolve(performance.now() - started),
          )
        }),
      script,
    )
  } finally {
    await browser.close()
  }
}
