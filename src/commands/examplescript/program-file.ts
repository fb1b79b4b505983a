/** Programs in files: reads one, or says in a sentence why it cannot. */
import { createReadStream } from 'node:fs'
import path from 'node:path'
import { lineStarts } from '../../examplescript/position.ts'
import type { Source } from './report.ts'
import type { Terminal } from './terminal.ts'
import { UsageError } from './usage.ts'

export interface ProgramFile extends Source {
  /** Absolute. */
  path: string
  isStandardInput: boolean
}

/** In bytes. */
const LARGEST = 16_000_000

/**
 * Reads a whole program, whose encoding is UTF-8, with or without a mark of it.
 *
 * @param file a path, or `-` for standard input
 * @throws UsageError if it cannot be read, is too large or no text
 */
export async function readProgram(
  file: string,
  terminal: Terminal,
): Promise<ProgramFile> {
  const isStandardInput = file === '-'
  const place = isStandardInput
    ? '/dev/stdin'
    : path.resolve(terminal.folder, file)
  const name = isStandardInput ? '<stdin>' : file
  const chunks = isStandardInput ? terminal.input() : createReadStream(place)
  const text = decode(await readAll(chunks, name), name)
  return { name, text, starts: lineStarts(text), path: place, isStandardInput }
}

async function readAll(
  chunks: AsyncIterable<Uint8Array>,
  name: string,
): Promise<Uint8Array> {
  const read: Uint8Array[] = []
  let size = 0
  try {
    for await (const chunk of chunks) {
      read.push(chunk)
      size += chunk.length
      if (size > LARGEST) break
    }
  } catch (error) {
    throw unreadable(error as NodeJS.ErrnoException, name)
  }
  if (size <= LARGEST) return Buffer.concat(read)
  throw new UsageError(
    `${name} is larger than 16 MB, and no program is. Name another file.`,
  )
}

function unreadable({ code, message }: NodeJS.ErrnoException, name: string) {
  const [why, what] = {
    ENOENT: ['is not there', 'Look for a typing error in its name.'],
    ENOTDIR: ['is not there', 'A part of its path is no folder.'],
    EISDIR: ['is a folder', 'Name a file in it.'],
    EACCES: [
      'may not be read',
      'Change its permissions, or name another file.',
    ],
  }[code ?? ''] ?? [`cannot be read: ${message}`, 'Name another file.']
  return new UsageError(`${name} ${why}. ${what}`)
}

function decode(bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new UsageError(
      `${name} is not UTF-8: see line ${wrongLine(bytes)}. Save it in that encoding.`,
    )
  }
}

/** No character of UTF-8 has a line break in it, so each line stands alone. */
function wrongLine(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let line = 1
  for (let at = 0; ; line++) {
    const end = bytes.indexOf(0x0a, at)
    try {
      decoder.decode(bytes.subarray(at, end < 0 ? undefined : end))
    } catch {
      return line
    }
    at = end + 1
  }
}
