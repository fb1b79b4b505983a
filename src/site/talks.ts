/**
 * Talks and chapters as the pages know them, gathered from `content/`: a
 * folder is a talk, its `index.md` says what the talk is, a file is a chapter.
 * Front matter is checked here, and a mistake names its file.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { UserConfig } from '@11ty/eleventy'
import * as v from 'valibot'
import { checked, recap, words } from './front-matter.ts'
import { pathSteps } from './path-steps.ts'
import { isPath, pathFrom, type Path } from './paths.ts'
import { addressOf, chapterOf, type ChapterPath } from './place.ts'
import type { PlannedChapters } from './planned.ts'
import { STRIPS } from './strips.ts'
import { stepsOf, type Step } from './steps.ts'

const talkSchema = v.object({
  title: words,
  short: words,
  speaker: words,
  description: words,
  strip: v.optional(v.picklist(Object.keys(STRIPS))),
  /** File names without `.md`, and titles, of chapters yet to be written. */
  coming: v.optional(v.record(v.string(), words), {}),
})

const chapterSchema = v.object({
  title: words,
  description: words,
  stage: v.optional(words),
  /** What one will be able to do. */
  able: v.pipe(v.array(words), v.minLength(1)),
  /** What the chapter builds on. */
  builds: words,
  minutes: v.object({ read: v.number(), present: v.number() }),
  recap,
  sources: v.record(v.string(), v.pipe(v.string(), v.url())),
})

const asideSchema = v.object({ title: words, description: words })

export interface Chapter extends v.InferOutput<typeof chapterSchema> {
  file: string
  url: string
  number: number
  steps: Step[]
}

export interface Talk extends v.InferOutput<typeof talkSchema> {
  file: string
  url: string
  number: number
  chapters: Chapter[]
  /** The talk in so many minutes, the shortest first. */
  paths: Path[]
  asides: Aside[]
  /** What its chapters take together. */
  minutes: Chapter['minutes']
  /** Titles of chapters yet to be written. */
  planned: string[]
}

/** A page beside the chapters, such as the reference of a language. */
export interface Aside {
  title: string
  url: string
  description: string
  /** Its `##` headings. */
  steps: Step[]
}

/** An item of an Eleventy collection, as far as it is needed here. */
export interface Page {
  inputPath: string
  url: string
  rawInput: string
  /** What its Markdown has become; there when layouts are drawn. */
  templateContent?: string
  data: Record<string, unknown>
}

/** Talks in their order, each with its chapters in theirs. */
export function gatherTalks(pages: readonly Page[]): Talk[] {
  const inOrder = pages
    .filter(({ inputPath }) => chapterOf(inputPath))
    .sort((a, b) =>
      a.inputPath.localeCompare(b.inputPath, 'en', { numeric: true }),
    )
  return inOrder
    .filter(({ inputPath }) => isTalk(chapterOf(inputPath)!))
    .map((page, index) => talkOf(page, index + 1, inOrder))
}

function talkOf(page: Page, number: number, inOrder: readonly Page[]): Talk {
  const folder = path.dirname(page.inputPath)
  const data = checked(talkSchema, page)
  const written = inOrder.filter(
    (other) => path.dirname(other.inputPath) === folder && other !== page,
  )
  const place = (other: Page) => chapterOf(other.inputPath)!
  const chapters = written
    .filter((other) => place(other).chapter)
    .map(chapterFrom)
  const beside = written.filter((other) => place(other).aside)
  const asides = beside.filter((other) => !isPath(other)).map(asideFrom)
  const paths = beside
    .filter(isPath)
    .map((other) => pathFrom(other, chapters))
    .sort((a, b) => a.minutes - b.minutes)
  const sum = (of: keyof Chapter['minutes']) =>
    chapters.reduce((minutes, chapter) => minutes + chapter.minutes[of], 0)
  return {
    ...data,
    file: page.inputPath,
    url: page.url,
    number,
    chapters,
    paths,
    asides,
    minutes: { read: sum('read'), present: sum('present') },
    planned: Object.entries(data.coming)
      .filter(([name]) => !existsSync(path.join(folder, `${name}.md`)))
      .map(([, title]) => title),
  }
}

function isTalk({ chapter, aside }: ChapterPath): boolean {
  return !chapter && !aside
}

function asideFrom(page: Page): Aside {
  return {
    ...checked(asideSchema, page),
    url: page.url,
    steps: stepsOf(page.rawInput),
  }
}

function chapterFrom(page: Page): Chapter {
  const [, number] = /(\d+)-[\w-]+\.md$/.exec(page.inputPath)!
  return {
    ...checked(chapterSchema, page),
    file: page.inputPath,
    url: page.url,
    number: Number(number),
    steps: stepsOf(page.rawInput),
  }
}

/** Chapters that talks announce; read before Eleventy runs, for links to them. */
export function announcedChapters(content: string): PlannedChapters {
  const found = readdirSync(content, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => path.join(content, entry.name))
    .flatMap((folder) => {
      const index = path.join(folder, 'index.md')
      const text = existsSync(index) ? readFileSync(index, 'utf8') : ''
      const [, list = ''] = /^coming:\n((?: {2}.+\n)*)/m.exec(text) ?? []
      return [...list.matchAll(/^ {2}([\w-]+):/gm)].map(([, name]) =>
        path.join(folder, `${name}.md`),
      )
    })
  return new Set(found)
}

/** The permalink of talks and chapters; other pages keep their own. */
export function permalink(data: {
  page: { inputPath: string }
  permalink?: unknown
}): unknown {
  const place = chapterOf(data.page.inputPath)
  return place ? `${addressOf(place)}index.html` : data.permalink
}

/** Collections `talks` and `posts`, and what layouts ask of them. */
export function talks(eleventy: UserConfig): void {
  eleventy.addCollection('talks', (api) =>
    gatherTalks(api.getAll() as unknown as Page[]),
  )
  eleventy.addCollection('posts', (api) =>
    api
      .getAll()
      .filter((item) => /(^|\/)post\.njk$/.test(String(item.data['layout'])))
      .sort((a, b) => b.date.getTime() - a.date.getTime()),
  )
  eleventy.addFilter('placeOf', placeOf)
  eleventy.addFilter('stepsOf', (told: Path, pages: readonly Page[]) =>
    pathSteps(
      told,
      (file) =>
        pages.find(({ inputPath }) => inputPath === file)!.templateContent!,
    ),
  )
}

/** A page in the line of the site: a talk’s own, or that of a chapter. */
interface Stop {
  talk: Talk
  chapter?: Chapter
  url: string
  title: string
}

/** Where a page of a talk stands, which may be a path. */
interface Place extends Partial<Stop> {
  path?: Path
  previous?: Stop | undefined
  next?: Stop | undefined
}

/**
 * Where a page of a talk stands. The site is one line, in which each talk’s own
 * page, its title slide, stands before its chapters; a path has no neighbours.
 */
export function placeOf(all: readonly Talk[], url: string): Place {
  const line = all.flatMap((talk): Stop[] => [
    { talk, url: talk.url, title: talk.title },
    ...talk.chapters.map((chapter) => ({
      talk,
      chapter,
      url: chapter.url,
      title: chapter.title,
    })),
  ])
  const index = line.findIndex((stop) => stop.url === url)
  if (index >= 0) {
    return { ...line[index], previous: line[index - 1], next: line[index + 1] }
  }
  const talk = all.find(({ paths }) => paths.some((told) => told.url === url))
  const told = talk?.paths.find((one) => one.url === url)
  return talk && told ? { talk, path: told } : {}
}
