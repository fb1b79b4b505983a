/**
 * A talk's pages, read from `_site`, and the one body that they become: a path
 * is one page, and a talk its own page with those of its chapters behind it.
 */
import { readFile } from 'node:fs/promises'
import { site } from '../../site/site.ts'
import { settleIslands } from './islands.ts'
import { between } from './markup.ts'
import { onePage, type Source, type Surroundings } from './one-page.ts'

export interface Pages {
  title: string
  description: string
  /** The sheet of a page, whose faces are files. */
  styles: string
  /** What stands above all text: the name of the site, and buttons. */
  head: string
  /** The texts, in order. */
  articles: readonly Article[]
}

interface Article extends Source {
  title: string
}

/**
 * @param talk `TALK`, or `TALK/NAME` for a path
 * @throws {Error} if there is no such page
 */
export async function readPages(talk: string): Promise<Pages> {
  const url = `/${talk.replace(/^\/|\/$/g, '')}/`
  const html = await readPage(url)
  const title = inside(html, '<title>', '</title>')
  return {
    title,
    description: /<meta name="description" content="([^"]*)"/.exec(html)![1]!,
    styles: inside(html, '<style>', '</style>'),
    head: headOf(html),
    articles: html.includes('<body class="page-talk"')
      ? await wholeTalk(html, url, title)
      : [{ url, title: title.split(' · ')[0]!, html: articleOf(html) }],
  }
}

async function readPage(url: string): Promise<string> {
  const file = `_site${url}index.html`
  return readFile(file, 'utf8').catch(() => {
    throw new Error(
      `There is no ${file}. Build the site first (npm run build), and name a talk or one of its paths, such as compiling or compiling/in-ten-minutes.`,
    )
  })
}

async function wholeTalk(
  html: string,
  url: string,
  title: string,
): Promise<Article[]> {
  const list = between(html, '<ol class="chapters">', '</ol>')
  const links = [...list.matchAll(/<a href="([^"]+)">([^<]*)<\/a>/g)]
  const chapters = links.map(async ([, address, name]) => {
    const { pathname } = new URL(address!, `https://site.invalid${url}`)
    const page = await readPage(pathname)
    // Of many sources, none is a landmark.
    const article = articleOf(page).replace(' aria-labelledby="sources"', '')
    return { url: pathname, title: name!, html: article }
  })
  return [
    { url, title, html: introduction(html) },
    ...(await Promise.all(chapters)),
  ]
}

/** The title slide, what the talk is about, and its chapters. */
function introduction(html: string): string {
  const opening = between(
    html,
    '<section class="opening',
    '<section class="prose"',
  )
  const chapters = between(
    html,
    '<section class="prose" aria-labelledby="chapters">',
    '<footer',
  )
  return opening + chapters
}

/** Without the way to the chapters before and after, which stand there. */
function articleOf(html: string): string {
  return inside(html, '<article>', '</article>').replace(
    /<nav class="neighbours"[^]*?<\/nav>/,
    '',
  )
}

/** Without the way around the site. */
function headOf(html: string): string {
  return between(html, '<a class="skip"', '<main').replace(
    /<nav aria-label="Site">[^]*?<\/nav>|<div class="chapter-grid">[^]*$/g,
    '',
  )
}

function inside(html: string, start: string, end: string): string {
  return between(html, start, end).slice(start.length)
}

/** The pages as one body, in which those islands run that can. */
export function bodyOf(pages: Pages, surroundings: Surroundings): string {
  const [first, ...others] = pages.articles.map((article) => ({
    ...article,
    html: settleIslands(article.html, surroundings.site, article.url),
  }))
  const start = `${pages.head}
<div class="chapter-grid">
${contentsOf(pages.articles)}
<main id="main">
<article>
${first!.html}`
  const parts = onePage(
    [{ url: first!.url, html: start }, ...others],
    surroundings,
  )
  return `${parts.join('\n')}
</article>
</main>
</div>
<footer class="site-foot">
<p>${site.title} in one file: read it, run it, present it. It has all that it needs in itself, and asks nobody for anything.</p>
</footer>`
}

/** The chapters of a talk, or the steps of one page. */
function contentsOf(articles: readonly Article[]): string {
  const [first, ...chapters] = articles
  const entries = chapters.length
    ? chapters.map(({ url, title }) => entry(url, title))
    : [`${entry(first!.url, first!.title)}${stepsOf(first!)}`]
  return `<aside class="contents">
<details data-contents>
<summary>Contents</summary>
<nav aria-label="Contents">
<ol>
${entries.map((words) => `<li>${words}</li>`).join('\n')}
</ol>
</nav>
</details>
</aside>`
}

function entry(url: string, title: string): string {
  return `<a href="${url}" data-chapter>${title}</a>`
}

function stepsOf({ url, html }: Article): string {
  const steps = html.matchAll(
    /<section class="step"[^>]* id="([^"]+)"[^]*?<h2[^>]*>([^]*?)<\/h2>/g,
  )
  const links = [...steps].map(
    ([, id, title]) => `<li><a href="${url}#${id}">${plain(title!)}</a></li>`,
  )
  return `<ol class="contents-steps">${links.join('\n')}</ol>`
}

/** Words of a heading, without the tags among them. */
function plain(title: string): string {
  return title.replaceAll(/<[^>]*>/g, '').trim()
}
