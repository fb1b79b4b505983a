/** Times what the compilers made, and the same in C, in one Chromium. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { PROGRAMS, type Compared } from './bench-compilers.ts'
import { openChromium } from './in-chromium.ts'

/** Milliseconds, the least of several rounds. */
export interface Runs {
  name: string
  ours: number
  rival: number
  c: number
}

export async function compareRuns(
  compared: readonly Compared[],
): Promise<Runs[]> {
  const browser = await openChromium()
  try {
    const runs: Runs[] = []
    for (const { name, ours, rival, work } of compared) {
      const modules = [ours.bytes, rival.bytes, compileC(name)]
      const [first, second, third] = await browser.time(modules, 'work', work)
      runs.push({ name, ours: first!, rival: second!, c: third! })
    }
    return runs
  } finally {
    await browser.close()
  }
}

/** Debian's clang, straight to WebAssembly, with no library. */
function compileC(name: string): Uint8Array {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-'))
  try {
    const out = path.join(folder, `${name}.wasm`)
    const flags =
      '--target=wasm32 -O3 -msimd128 -mbulk-memory -nostdlib -Wl,--no-entry'
    const source = `${PROGRAMS}/c/${name}.c`
    const { status, stderr, error } = spawnSync(
      'clang',
      [...flags.split(' '), '-o', out, source],
      { encoding: 'utf8' },
    )
    if (status === 0) return readFileSync(out)
    throw new Error(
      `clang could not compile ${source}. ${error?.message ?? stderr} ` +
        'On Debian, install it with: apt-get install clang lld',
    )
  } finally {
    rmSync(folder, { recursive: true })
  }
}
