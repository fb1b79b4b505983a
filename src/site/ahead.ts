/**
 * Fences whose results come asynchronously: Markdown is rendered in one go, so
 * they are made before any page is, and found again by what they say.
 */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import MarkdownIt from 'markdown-it'

/** A fence, and where it stands: `file:LINE`, front matter included. */
export interface AheadFence {
  info: string
  content: string
  place: string
}

/** @returns the fences in all Markdown below a folder whose words are wanted */
export function fencesIn(
  folder: string,
  isWanted: (info: string) => boolean,
): AheadFence[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => path.join(folder, name))
    .flatMap((file) => fencesOf(readFileSync(file, 'utf8'), file, isWanted))
}

/** @returns those of one text */
export function fencesOf(
  markdown: string,
  file: string,
  isWanted: (info: string) => boolean,
): AheadFence[] {
  return new MarkdownIt()
    .parse(markdown, {})
    .filter(({ type, info }) => type === 'fence' && isWanted(info.trim()))
    .map(({ info, content, map }) => ({
      info: info.trim(),
      content,
      place: `${file}:${map![0] + 1}`,
    }))
}
