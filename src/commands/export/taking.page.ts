/**
 * What runs in each page of a talk that is exported: the slides, gone through
 * as the deck does, and the article, as it stands.
 */
import { alive, drivenBy, Driver } from '../../deck/driving.ts'
import { afterPaint } from '../../deck/paint.ts'
import { Stage } from '../../deck/stage.ts'
import { stepsOfPage, type Step } from '../../deck/steps.ts'
import { frozen } from './frozen.ts'
import type { Taken, TakenSlide } from './taking.ts'
import { through } from './through.ts'

function nothing(): void {}

window.takeSlides = async (prefix, every) => {
  document.documentElement.classList.add(
    'presenting',
    'presenting-present',
    'presenting-scaled',
  )
  const steps = stepsOfPage()
  const stage = new Stage(steps, {
    turned: nothing,
    focus: nothing,
    prepare: nothing,
  })
  const driver = new Driver()
  const slides: TakenSlide[] = []
  const troubles: string[] = []
  for (const [index, step] of steps.entries()) {
    for (let press = 0; press <= step.presses; press++) {
      stage.show({ step: index, presses: press })
      await new Promise<void>((resolve) => afterPaint(resolve))
      const trouble = press > 0 ? await drive(driver, step, press) : ''
      if (trouble)
        troubles.push(`${step.title}, key press ${press}: ${trouble}`)
      if (every || isLast(step, press)) {
        slides.push(taken(step, press, `${prefix}${slides.length}--`))
      }
    }
  }
  return { ...common(), slides, troubles }
}

window.takeArticle = (prefix) => {
  const main = document.querySelector('article, main')!
  return { ...common(), article: frozen(main, prefix).innerHTML }
}

/** Has a press do what it does, and waits for it. @returns what went wrong */
async function drive(driver: Driver, step: Step, press: number) {
  const islands = step.orders(press).map(drivenBy)
  if (islands.length === 0) return ''
  await Promise.all(islands.map(alive))
  driver.travel(step, press - 1, press)
  return through(islands)
}

/** Whether the next press shows another slide, or there is none. */
function isLast(step: Step, press: number): boolean {
  if (press === step.presses) return true
  return step.slideAt(press + 1) !== step.slideAt(press)
}

function taken(step: Step, press: number, name: string): TakenSlide {
  const slide = frozen(step.slideAt(press), name)
  for (const mark of ['role', 'aria-label', 'inert', 'id']) {
    slide.removeAttribute(mark)
  }
  return {
    step: step.id,
    title: step.title,
    press,
    isLast: isLast(step, press),
    markup: slide.outerHTML,
  }
}

/** What pages say of themselves. */
function common(): Omit<Taken, 'slides' | 'troubles' | 'article'> {
  const styles = [...document.querySelectorAll('style')].map(
    ({ textContent }) => textContent!,
  )
  const adopted = document.adoptedStyleSheets.map(({ cssRules }) =>
    [...cssRules].map(({ cssText }) => cssText).join('\n'),
  )
  return {
    styles: [...styles, ...adopted].map(withWholeAddresses),
    language: document.documentElement.lang,
    title: document.querySelector('h1')!.textContent!,
    kind: document.body.className,
    published: document.querySelector<HTMLLinkElement>('link[rel="canonical"]')!
      .href,
    steps: stepsOfPage().map(({ id, title }) => ({ id, title })),
    owners: owners(),
  }
}

function withWholeAddresses(style: string): string {
  return style.replaceAll(
    /url\((["']?)([^)"']+)\1\)/g,
    (_, quote: string, address: string) =>
      `url(${quote}${new URL(address, document.baseURI)}${quote})`,
  )
}

/** In which step each name of the page is. */
function owners(): Record<string, string> {
  const found: Record<string, string> = {}
  for (const { section, id } of stepsOfPage()) {
    found[id] = id
    for (const named of section.querySelectorAll('[id]')) found[named.id] = id
  }
  return found
}
