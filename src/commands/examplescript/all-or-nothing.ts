/**
 * Writes files, all or none of them: each is written beside its place first, and
 * moved there once all are complete.
 */
import { randomUUID } from 'node:crypto'
import { realpath, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'

export interface Output {
  /** Absolute. */
  path: string
  bytes: Uint8Array
}

interface Draft {
  draft: string
  place: string
}

/** @throws the file system's own error, with nothing written */
export async function writeAllOrNothing(
  outputs: readonly Output[],
): Promise<void> {
  const drafts: Draft[] = []
  try {
    for (const { path: wanted, bytes } of outputs) {
      const place = await realpath(wanted).catch(() => wanted)
      const draft = path.join(path.dirname(place), `.${randomUUID()}`)
      if (await isDevice(place)) await writeFile(place, bytes)
      else {
        drafts.push({ draft, place })
        await writeFile(draft, bytes, { flag: 'wx' })
      }
    }
    for (const { draft, place } of drafts) await rename(draft, place)
  } finally {
    for (const { draft } of drafts) await rm(draft, { force: true })
  }
}

/** `/dev/null`, a pipe and the like stay what they are. */
async function isDevice(place: string): Promise<boolean> {
  const found = await stat(place).catch(() => undefined)
  return found !== undefined && !found.isFile() && !found.isDirectory()
}

/** Whether two paths lead to one file. */
export async function isSameFile(a: string, b: string): Promise<boolean> {
  if (a === b) return true
  const [one, other] = await Promise.all(
    [a, b].map((file) => stat(file).catch(() => undefined)),
  )
  if (!one || !other) return false
  return one.dev === other.dev && one.ino === other.ino
}
