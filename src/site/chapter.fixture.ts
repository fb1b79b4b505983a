/**
 * For tests: a chapter that is written to its file and rendered, as the build
 * would do it. Errors look into the file for its lines, and quotations and
 * plans into others: so the test works in a temporary folder of its own.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type MarkdownIt from 'markdown-it'
import type { Env } from './place.ts'

export const CHAPTER = 'content/1-talk/02-here.md'

/** Its four lines stand above the first one of every body. */
const FRONT_MATTER = '---\ntitle: Here\ndescription: A chapter.\n---\n'

/** Goes to an empty folder. @returns what goes back, and deletes it. */
export function openFolder(files: Record<string, string> = {}): () => void {
  const back = process.cwd()
  const folder = mkdtempSync(path.join(tmpdir(), 'chapter-'))
  process.chdir(folder)
  for (const [file, text] of Object.entries(files)) write(file, text)
  return () => {
    process.chdir(back)
    rmSync(folder, { recursive: true })
  }
}

export function write(file: string, text: string): void {
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, text)
}

/** What Markdown knows of a page with this body. */
export function envOf(body: string, inputPath = `./${CHAPTER}`): Env {
  write(inputPath, FRONT_MATTER + body)
  const page = { inputPath, url: '/talk/here/' }
  return { page, body, islandCounts: new Map(), islandTitles: new Set() }
}

/** @returns the HTML of a page, by default of a chapter. */
export function render(
  md: MarkdownIt,
  body: string,
  { inputPath, ...data }: { inputPath?: string } & Record<string, unknown> = {},
): string {
  return md.render(body, { ...envOf(body, inputPath), ...data })
}
