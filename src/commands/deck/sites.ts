/**
 * Our site and the two it is compared with, made anew and served: the deck as a
 * chapter, built by the site's own build in a copy of the project; as a deck of
 * reveal.js; as a plain page; and the long deck beside ours.
 */
import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { slug } from '../../site/slug.ts'
import { compressText } from '../compress.ts'
import { copyProject } from '../copy-project.ts'
import { OUR_SLIDES } from '../key-presses.ts'
import { PLAIN_SLIDES } from '../plain-page.ts'
import { serve, type Serving } from '../serve.ts'
import type { Presented } from '../slide-changes.ts'
import { chapterOf, frontMatter } from './chapter.ts'
import { lengthened, readDeck, titlesOf, type Deck } from './deck.ts'
import { plainDeck } from './plain-deck.ts'
import { REVEAL_FILES, REVEAL_SLIDES, revealPage } from './reveal-page.ts'

export interface Sites {
  titles: readonly string[]
  ours: Presented
  /** Ours with many slides, from one in the middle on. */
  many: Presented
  reveal: Presented
  plain: Presented
  close(): Promise<void>
}

/** How many slides the long deck has. */
export const MANY = 400

const execute = promisify(execFile)

export async function openSites(): Promise<Sites> {
  const text = await readFile('src/commands/deck/ten-programs.md', 'utf8')
  const deck = readDeck(text)
  const long = lengthened(deck, MANY)
  const folder = await mkdtemp(path.join(tmpdir(), 'deck-'))
  const served: Serving[] = []
  const close = async () => {
    for (const site of served) await site.close()
    await rm(folder, { recursive: true })
  }
  try {
    await buildOurs(path.join(folder, 'ours'), deck, long)
    await writeOthers(path.join(folder, 'others'), deck)
    for (const site of ['ours/_site', 'others']) {
      await compressText(path.join(folder, site))
      served.push(await serve({ folder: path.join(folder, site), port: 0 }))
    }
  } catch (error) {
    await close()
    throw error
  }
  const [own, others] = served.map(({ url }) => url)
  const { title: middle } = long.slides[MANY / 2]!
  const present = (chapter: string) => `${own}decks/${chapter}/?present`
  return {
    titles: titlesOf(deck),
    ours: { url: present('usual'), ...OUR_SLIDES },
    many: { url: `${present('long')}#${slug(middle)}`, ...OUR_SLIDES },
    reveal: { url: `${others}reveal/`, ...REVEAL_SLIDES },
    plain: { url: `${others}plain/`, ...PLAIN_SLIDES },
    close,
  }
}

/** The real build, of a site that has one talk with two chapters. */
async function buildOurs(
  folder: string,
  deck: Deck,
  long: Deck,
): Promise<void> {
  const content: Record<string, string> = {
    'index.md': page('home', '/index.html', 'Decks'),
    '404.md': page('page', '/404.html', 'Not here'),
    'play.md': page('page', '/play/index.html', 'Play'),
    '1-decks/index.md': frontMatter({
      layout: 'layouts/talk.njk',
      title: 'Decks',
      short: 'Decks',
      speaker: 'Nobody',
      description: 'Slides to measure.',
    }),
    '1-decks/01-usual.md': chapterOf(deck),
    '1-decks/02-long.md': chapterOf(long),
  }
  await mkdir(path.join(folder, 'content/1-decks'), { recursive: true })
  await copyProject(folder)
  for (const [file, text] of Object.entries(content)) {
    await writeFile(path.join(folder, 'content', file), text)
  }
  const words = ['src/commands/command.js', 'build']
  await execute(process.execPath, words, { cwd: folder })
}

function page(layout: string, permalink: string, title: string): string {
  const matter = {
    layout: `layouts/${layout}.njk`,
    title,
    description: 'Slides to measure.',
    permalink,
  }
  return `${frontMatter(matter)}\n# ${title}\n`
}

/** Pages that want no build: a folder each, as any static host has them. */
async function writeOthers(folder: string, deck: Deck): Promise<void> {
  const files: Record<string, string> = {
    // What our server wants of a folder.
    _headers: '',
    '404.html': '',
    'reveal/index.html': revealPage(deck),
    'plain/index.html': plainDeck(deck),
  }
  await cp(
    path.join('node_modules/reveal.js', REVEAL_FILES),
    path.join(folder, 'reveal', REVEAL_FILES),
    { recursive: true },
  )
  await mkdir(path.join(folder, 'plain'))
  for (const [file, text] of Object.entries(files)) {
    await writeFile(path.join(folder, file), text)
  }
}
