/**
 * Where a piece of content stands: its talk, its chapter, its line. Every
 * complaint of the build names file and line in the same way.
 */
import { readFileSync } from 'node:fs'

/** What Eleventy hands to Markdown beside the text: the page's data. */
export interface Env {
  page: { inputPath: string; url: string }
  /** The text without its front matter. */
  body: string
  /** How many islands of the same untouched state stood above, by hash. */
  islandCounts: Map<string, number>
  /** Titles of the islands above. */
  islandTitles: Set<string>
}

/** A chapter's file, as its path says: `content/1-compiling/02-tokens.md`. */
export interface ChapterPath {
  talk: string
  /** '' for the talk's own page, and for those beside its chapters. */
  chapter: string
  /** The name of a page beside the chapters, such as a reference. */
  aside?: string
}

const TALK =
  /^(?:\.\/)?content\/\d+-([\w-]+)\/(?:\d+-([\w-]+)|index|([a-z][\w-]*))\.md$/

/** The talk and chapter of a path; the chapter of a talk's own page is ''. */
export function chapterOf(inputPath: string): ChapterPath | undefined {
  const [match, talk, chapter = '', aside] = TALK.exec(inputPath) ?? []
  if (!match || !talk) return undefined
  return { talk, chapter, ...(aside && { aside }) }
}

/** Whether a path is that of the place to play, which is in no talk. */
export function isPlay(inputPath: string): boolean {
  return /^(?:\.\/)?content\/play\.md$/.test(inputPath)
}

/** A chapter's address; numbers order files and are no part of it. */
export function addressOf({ talk, chapter, aside }: ChapterPath): string {
  const name = chapter || aside
  return name ? `/${talk}/${name}/` : `/${talk}/`
}

/** @returns `content/…/file.md:LINE` for a 0-based line of the page's body. */
export function where(env: Env, line: number): string {
  const path = env.page.inputPath.replace(/^\.\//, '')
  const raw = readFileSync(path, 'utf8')
  const before = lines(raw) - lines(env.body)
  return `${path}:${Math.max(before, 0) + line + 1}`
}

function lines(text: string): number {
  return text.trimEnd().split('\n').length
}

/** A mistake in a chapter: it stops the build and says file, line and advice. */
export class AuthoringError extends Error {
  constructor(place: string, problem: string, advice: string) {
    super(`${place}: ${problem} ${advice}`)
    this.name = 'AuthoringError'
  }
}

/** A sentence that becomes the end of another one, without its full stop. */
export function unstopped(sentence: string): string {
  return sentence.replace(/\.$/, '')
}
