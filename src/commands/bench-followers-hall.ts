/**
 * The broker of `npm run present` in a process of its own, for `npm run bench --
 * followers`, with next to no site. Asked by messages how much memory it takes.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openPresentation } from './present/presentation.ts'

/** Bytes, after a collection of what is garbage. */
export interface Memory {
  used: number
  resident: number
}

/** @param words the port, the room and the secret */
export async function main(words: string[]): Promise<number> {
  const [port, room, secret] = words as [string, string, string]
  const folder = await mkdtemp(path.join(tmpdir(), 'hall-'))
  for (const name of ['_headers', '404.html']) {
    await writeFile(path.join(folder, name), '')
  }
  await openPresentation({ folder, port: Number(port), room, secret })
  process.on('message', () => process.send!({ told: memory() }))
  process.send!({ told: 'open' })
  await new Promise((resolve) => process.once('disconnect', resolve))
  await rm(folder, { recursive: true })
  process.exit(0)
}

function memory(): Memory {
  globalThis.gc!()
  const { heapUsed, external, arrayBuffers, rss } = process.memoryUsage()
  return {
    used: heapUsed + external,
    resident: rss,
    heapUsed,
    external,
    arrayBuffers,
  } as never
}
