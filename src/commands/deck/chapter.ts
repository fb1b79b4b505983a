/** A deck as a chapter of this site, whose layout adds the first slide and the last. */
import { itemsOf, type Deck } from './deck.ts'

export function chapterOf({ title, lead, slides, recap }: Deck): string {
  const matter = {
    layout: 'layouts/chapter.njk',
    title,
    description: lead,
    able: ['Measure what decks cost'],
    builds: 'Nothing',
    minutes: { read: 10, present: 20 },
    recap: itemsOf(recap),
    sources: { WebAssembly: 'https://webassembly.org/' },
  }
  const steps = slides.map((slide) => `## ${slide.title}\n\n${slide.body}\n`)
  return `${frontMatter(matter)}\n${steps.join('\n')}`
}

/** What stands above a page's Markdown; JSON is YAML, too. */
export function frontMatter(data: Record<string, unknown>): string {
  const lines = Object.entries(data).map(
    ([name, value]) => `${name}: ${JSON.stringify(value)}\n`,
  )
  return `---\n${lines.join('')}---\n`
}
