/**
 * The handout: the text of a talk’s pages as the browser prints them, in one
 * document, with its contents behind the title.
 */
import { escape } from '../../figures/escape.ts'
import { documentOf } from './document.ts'
import { relinked, type Part, type Sites } from './links.ts'
import type { About } from './slides.ts'
import type { TakenPage } from './taking.ts'

type Told = TakenPage<'article'>

export function handoutDocument(
  pages: readonly Told[],
  { title, language }: About,
  sites: Sites,
): Promise<string> {
  const [first, ...more] = pages
  const { opening, rest } = opened(first!.article)
  const body = [
    `<article class="cover">${opening}</article>`,
    contents(more.length > 0 ? more : pages),
    `<article class="first">${rest}</article>`,
    ...more.map(({ article }) => `<article>${article}</article>`),
  ]
  return documentOf({
    title,
    language,
    styles: pages.flatMap(({ styles }) => styles),
    own: 'handout.css',
    properties: {},
    classes: '',
    // A talk’s own page is not what most of it is.
    kind: pages.at(-1)!.kind,
    theme: 'light',
    body: relinked(body.join('\n'), pages.map(partOf), sites),
  })
}

/** The title comes first, then the contents, then all else. */
function opened(article: string): { opening: string; rest: string } {
  const end = '</section>'
  const at = article.indexOf(end) + end.length
  return { opening: article.slice(0, at), rest: article.slice(at) }
}

/** Each number of a page comes once it is known. */
function contents(pages: readonly Told[]): string {
  const entries = pages.map(({ prefix, title, steps }) => {
    const [start, ...further] = steps.map(
      ({ id, title: words }) =>
        `<li>${entry(prefix + id, id === 'opening' ? title : words)}</li>`,
    )
    if (pages.length === 1) return further.join('')
    const chapter = start!.replace('</li>', `<ol>${further.join('')}</ol></li>`)
    return chapter
  })
  return `<nav class="handout-contents" aria-labelledby="handout-contents"><h2 id="handout-contents">Contents</h2><ol>${entries.join('')}</ol></nav>`
}

function entry(anchor: string, title: string): string {
  return `<a href="#${anchor}"><span>${escape(title)}</span> <span class="page-number" data-page-of="${anchor}"></span></a>`
}

function partOf({ url, prefix, article }: Told): Part {
  return {
    url,
    anchor: (id) => {
      const name = prefix + id
      return article.includes(` id="${name}"`) ? name : `${prefix}opening`
    },
  }
}
