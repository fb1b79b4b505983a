/**
 * Whether the site stands as its sources say: who starts again on a stage does not
 * wait for a build that would make the same.
 */
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'

/** All that a build reads, from the project's root. */
const SOURCES = [
  '.eleventy.js',
  '_includes',
  'content',
  'images',
  'package-lock.json',
  'src',
]

/** Where it is noted which build came to its end; nobody serves that. */
const NOTE = 'node_modules/.cache/a-wasm-new-year/built'

/**
 * @param root the project's folder
 * @param folder the site's
 * @returns whether it is what was noted, and no source has changed since
 */
export async function isBuilt(root: string, folder: string): Promise<boolean> {
  const built = await timeOf(folder)
  const noted = await readFile(path.join(root, NOTE), 'utf8').catch(() => '')
  if (noted !== String(built)) return false
  for (const source of SOURCES) {
    if ((await newest(path.join(root, source))) > built!) return false
  }
  return true
}

/** Notes that a build came to its end; each other one, and each change, undoes it. */
export async function noteBuilt(root: string, folder: string): Promise<void> {
  const note = path.join(root, NOTE)
  await mkdir(path.dirname(note), { recursive: true })
  await writeFile(note, String(await timeOf(folder)))
}

/** When the site was made; undefined where there is none. */
async function timeOf(folder: string): Promise<number | undefined> {
  const made = await stat(path.join(folder, '_headers')).catch(() => undefined)
  return made?.mtimeMs
}

/** When something in it changed last, folders included: what is gone counts, too. */
async function newest(place: string): Promise<number> {
  const own = await stat(place)
  if (!own.isDirectory()) return own.mtimeMs
  const names = await readdir(place, { recursive: true })
  const times = await Promise.all(
    names.map(async (name) => (await stat(path.join(place, name))).mtimeMs),
  )
  return times.reduce((last, time) => Math.max(last, time), own.mtimeMs)
}
