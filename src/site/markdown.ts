/**
 * Markdown as chapters write it: markdown-it, and one plugin for each syntax.
 * Pages outside the talks (posts that others wrote, too) get plain Markdown
 * with coloured code.
 */
import MarkdownIt from 'markdown-it'
import { anchors } from './anchors.ts'
import { chats, type Chatting } from './chats.ts'
import { counting, type Report } from './counted.ts'
import { exercises } from './exercise.ts'
import { islands } from './islands.ts'
import { levels } from './levels.ts'
import { passes } from './passes.ts'
import { nexts } from './nexts.ts'
import { pictures } from './pictures.ts'
import { play } from './play.ts'
import { planned, type PlannedChapters } from './planned.ts'
import { questions } from './question.ts'
import { quotations } from './quotation.ts'
import type { Env } from './place.ts'
import { runnables, type Kitchen } from './runnable.ts'
import { rivals } from './rivals.ts'
import { reference } from './reference.ts'
import { scripts } from './scripts.ts'
import { steps } from './steps.ts'
import { storages } from './storages.ts'
import { stories, type Telling } from './stories.ts'
import { tables } from './tables.ts'
import { terminals } from './terminal.ts'
import { texts } from './texts.ts'

export function markdown(
  kitchen: Kitchen & Telling & Chatting,
  announced: PlannedChapters,
  report: Report,
): MarkdownIt {
  const md = new MarkdownIt({
    html: true,
    linkify: true,
    typographer: true,
    highlight: (code, language) => kitchen.highlighter.listing(code, language),
  })
  md.core.ruler.before('normalize', 'body', (state) => {
    const env = state.env as Env
    env.body = state.src
    env.islandCounts = new Map()
    env.islandTitles = new Set()
  })
  // As Prettier prints them, so that both are read the same.
  md.core.ruler.after('block', 'fence-words', ({ tokens }) => {
    for (const token of tokens) {
      if (token.type !== 'fence') continue
      token.info = token.info.trim().replace(/\s+/, ' ')
    }
  })
  return md
    .use(tables)
    .use(reference, kitchen)
    .use(pictures)
    .use(planned, announced)
    .use(quotations, kitchen.highlighter)
    .use(runnables, kitchen)
    .use(exercises, kitchen)
    .use(passes, kitchen)
    .use(levels, kitchen)
    .use(terminals, kitchen)
    .use(rivals, kitchen)
    .use(scripts, kitchen)
    .use(texts, kitchen)
    .use(nexts, kitchen)
    .use(stories, kitchen)
    .use(chats, kitchen)
    .use(storages, kitchen)
    .use(play, kitchen)
    .use(questions, kitchen)
    .use(islands, kitchen.islands)
    .use(counting, report)
    .use(steps)
    .use(anchors)
}
