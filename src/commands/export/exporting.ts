/** One talk, and all that is made of it; each step is told in a line. */
import { mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright'
import { roomWords } from '../../figures/room-words.ts'
import { many } from '../../site/finding.ts'
import { slug } from '../../site/slug.ts'
import { oneFile } from '../one-file/one-file.ts'
import { withAuthor } from './author.ts'
import { handoutDocument } from './handout.ts'
import type { Sites } from './links.ts'
import { SIZES, type Options } from './options.ts'
import { openHandout, openSlides, printHandout, printSlides } from './paper.ts'
import { photograph } from './pictures.ts'
import { readPdf } from './reading.ts'
import { slidesDocument, type About } from './slides.ts'
import type { Talk } from './talk.ts'
import { Taking, type TakenPage } from './taking.ts'

export class Exporting {
  /** Demos that failed, and why. */
  readonly troubles: string[] = []
  readonly #browser: Browser
  readonly #site: string
  readonly #talk: Talk
  readonly #options: Options
  readonly #taking: Taking

  /** @param site where it is served */
  constructor(browser: Browser, site: string, talk: Talk, options: Options) {
    this.#browser = browser
    this.#site = site
    this.#talk = talk
    this.#options = options
    this.#taking = new Taking(browser, site)
  }

  async run(): Promise<void> {
    const { slides, fragments, png, handout, html, out } = this.#options
    if (slides || fragments || png) await this.#slides()
    if (handout) await this.#handout()
    if (html) {
      const { name } = this.#talk
      await oneFile(name, path.join(out, `${name.replace('/', '-')}.html`))
    }
  }

  async #slides(): Promise<void> {
    const { size, dark, fragments, slides, png } = this.#options
    const every = await this.#taking.slides(this.#talk, {
      every: fragments,
      viewport: SIZES[size],
      colorScheme: dark ? 'dark' : 'light',
      say: sayer('Slides'),
    })
    for (const { title, troubles } of every) {
      this.troubles.push(...troubles.map((one) => `${title}: ${one}`))
    }
    if (fragments) await this.#print('fragments', every)
    const last = every.map((page) => ({
      ...page,
      slides: page.slides.filter(({ isLast }) => isLast),
    }))
    if (slides) await this.#print('slides', last)
    if (png) await this.#pictures(fragments ? every : last)
  }

  async #print(kind: string, pages: readonly TakenPage<'slides'>[]) {
    const size = SIZES[this.#options.size]
    const page = await this.#open(pages, { viewport: size })
    const pdf = await printSlides(page, size)
    await page.context().close()
    await this.#write(kind, pdf, await this.#about(pages))
  }

  async #open(
    pages: readonly TakenPage<'slides'>[],
    options: BrowserContextOptions,
  ): Promise<Page> {
    const about = await this.#about(pages)
    const sites = this.#sites(pages)
    const html = await slidesDocument(pages, about, this.#options, sites)
    return openSlides(this.#browser, this.#site, html, options)
  }

  async #pictures(pages: readonly TakenPage<'slides'>[]): Promise<void> {
    const { size, out } = this.#options
    const page = await this.#open(pages, {
      viewport: SIZES[size],
      // 1,280 pixels of a sheet are 1,920 of a projector.
      deviceScaleFactor: 1.5,
    })
    const names = pages.flatMap(({ title, slides }) =>
      slides.map(({ step }) => (step === 'opening' ? slug(title) : step)),
    )
    const folder = path.join(out, this.#named('pictures'))
    // Pictures of another time, of slides that are gone, would stand between them.
    await rm(folder, { recursive: true, force: true })
    await mkdir(folder, { recursive: true })
    const bytes = await photograph(page, folder, names)
    await page.context().close()
    say(`${folder}/: ${many(names.length, 'picture')}, ${roomWords(bytes)}`)
  }

  async #handout(): Promise<void> {
    const pages = await this.#taking.articles(this.#talk, sayer('Handout'))
    const about = await this.#about(pages)
    const html = await handoutDocument(pages, about, this.#sites(pages))
    const page = await openHandout(this.#browser, this.#site, html)
    // Its contents say on which pages things are, which the first print shows.
    const { names } = await readPdf(await printHandout(page))
    await page.evaluate(
      (entries) => {
        const numbers = new Map(entries)
        for (const place of document.querySelectorAll<HTMLElement>(
          '[data-page-of]',
        )) {
          const number = numbers.get(place.dataset['pageOf']!)
          place.textContent = String(number ?? '')
        }
      },
      [...names],
    )
    const pdf = await printHandout(page)
    await page.context().close()
    await this.#write('handout', pdf, about)
  }

  async #about(pages: readonly TakenPage<never>[]): Promise<About> {
    const [{ title, language }] = pages as [TakenPage<never>]
    const author = await this.#taking.speaker(this.#talk)
    return { title, language, author }
  }

  #sites(pages: readonly TakenPage<never>[]): Sites {
    const [{ url, published }] = pages as [TakenPage<never>]
    const place = url.slice(this.#site.length)
    return { served: this.#site, published: published.slice(0, -place.length) }
  }

  async #write(kind: string, pdf: Buffer, { author }: About): Promise<void> {
    const file = path.join(this.#options.out, `${this.#named(kind)}.pdf`)
    const whole = withAuthor(pdf, author)
    await writeFile(file, whole)
    const { pages } = await readPdf(whole)
    say(`${file}: ${many(pages, 'page')}, ${roomWords(whole.length)}`)
  }

  /** Such as `compiling-in-ten-minutes-slides`. */
  #named(kind: string): string {
    return `${this.#talk.name.replace('/', '-')}-${kind}`
  }
}

function sayer(what: string) {
  return (number: number, count: number, title: string) =>
    say(`${what} ${number} of ${count}: ${title}`)
}

function say(words: string): void {
  process.stdout.write(`${words}\n`)
}
