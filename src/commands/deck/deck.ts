/**
 * A deck of a usual size, as data: what the tools that are compared make their
 * slides of, each in its own way.
 */

export interface Slide {
  title: string
  /** Markdown: what the slide shows, and what is said to it. */
  body: string
}

export interface Deck {
  title: string
  /** What stands below the title. */
  lead: string
  slides: readonly Slide[]
  /** The last slide: a list. */
  recap: Slide
}

/** @param text Markdown: a title, what it is about, and a `##` for each slide */
export function readDeck(text: string): Deck {
  const [start = '', ...parts] = text.split(/^## /m)
  const { title, body: lead } = slideOf(start.replace(/^# /, ''))
  const slides = parts.map(slideOf)
  return { title, lead, slides: slides.slice(0, -1), recap: slides.at(-1)! }
}

function slideOf(text: string): Slide {
  const [title = ''] = text.split('\n', 1)
  return { title, body: text.slice(title.length).trim() }
}

/** How many slides are shown, the first and the last included. */
export function countOf({ slides }: Deck): number {
  return slides.length + 2
}

export function titlesOf({ title, slides, recap }: Deck): string[] {
  return [title, ...slides.map((slide) => slide.title), recap.title]
}

/** The same slides over and over; titles say the how manieth time it is. */
export function lengthened(deck: Deck, count: number): Deck {
  const { slides } = deck
  const inner = Array.from({ length: count - 2 }, (_, index) => {
    const { title, body } = slides[index % slides.length]!
    const round = Math.floor(index / slides.length) + 1
    return { title: round > 1 ? `${title}, ${round}` : title, body }
  })
  return { ...deck, title: `${deck.title}, ${count} slides`, slides: inner }
}

/** The lines of a list in Markdown. */
export function itemsOf({ body }: Slide): string[] {
  return [...body.matchAll(/^- (.*)$/gm)].map(([, item]) => item!)
}
