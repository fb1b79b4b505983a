/** The slides of a talk as one document, a page each. */
import { escape } from '../../figures/escape.ts'
import { documentOf } from './document.ts'
import { relinked, type Part, type Sites } from './links.ts'
import { SIZES, type Options } from './options.ts'
import type { TakenPage, TakenSlide } from './taking.ts'

type Told = TakenPage<'slides'>

export interface About {
  title: string
  author: string
  language: string
}

export function slidesDocument(
  pages: readonly Told[],
  { title, language }: About,
  { size, dark }: Pick<Options, 'size' | 'dark'>,
  sites: Sites,
): Promise<string> {
  const parts = pages.map(partOf)
  const { width, height } = SIZES[size]
  let number = 0
  const markup = pages.map((page) =>
    page.slides
      .map((slide, index) => {
        const isFirst = page.slides[index - 1]?.step !== slide.step
        const anchor = isFirst ? `${page.prefix}${slide.step}` : ''
        return shown(slide, anchor, page.title, ++number)
      })
      .join('\n'),
  )
  return documentOf({
    title,
    language,
    styles: pages.flatMap(({ styles }) => styles),
    own: 'slides.css',
    properties: {
      '--deck-width': `${width}px`,
      '--deck-height': `${height}px`,
    },
    classes: 'presenting presenting-present presenting-scaled',
    // A talk’s own page is not what most of it is.
    kind: pages.at(-1)!.kind,
    theme: dark ? 'dark' : 'light',
    body: relinked(markup.join('\n'), parts, sites),
  })
}

/** A link leads to the first slide of the step that has what it names. */
function partOf({ url, prefix, owners }: Told): Part {
  return {
    url,
    anchor: (id) => prefix + (owners[id] ?? 'opening'),
  }
}

/**
 * @param anchor what links call it; '' on a step’s further slides, whose title
 *   stands there again and is none of the outline
 */
function shown(
  { markup }: TakenSlide,
  anchor: string,
  chapter: string,
  number: number,
): string {
  const foot = `<p class="page-foot" aria-hidden="true"><span>${escape(chapter)}</span><span>${number}</span></p>`
  const slide = markup
    .replace(/ data-(?:near|laid)=""/g, '')
    .replace(/^<(\w+)/, anchor ? `<$1 id="${anchor}"` : '<$1')
    .replace(/<\/\w+>$/, (end) => foot + end)
  const isStep = /^<\w+[^>]*class="[^"]*\bstep\b/.test(slide)
  const titled = anchor
    ? slide
    : slide.replaceAll(/<(h[12])\b/g, '<$1 role="presentation"')
  return isStep ? titled : `<div class="step">${titled}</div>`
}
