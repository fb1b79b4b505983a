/**
 * The views of a program, which follow while the reader types: tokens, tree and
 * types are read on the spot, text and bytes come from the Worker. Only what is
 * shown is drawn.
 */
import { problemListMarkup } from '../../figures/problems.ts'
import { tokensMarkup } from '../../figures/tokens.ts'
import { treeMarkup } from '../../figures/tree.ts'
import { VIEWS, type ViewName } from '../../figures/views.ts'
import { NOWHERE, readStages, type Reading } from '../../stages/stages.ts'
import type { Acts } from '../island.ts'
import { Lights } from './lights.ts'
import { ModuleView } from './module-view.ts'
import { patch } from './patch.ts'
import { fold, walk } from './walking.ts'

/** What is chosen: one view or all, and how the module is shown. */
export interface ViewChoice {
  view: ViewName | 'all'
  form: 'folded' | 'flat'
  level: string
}

export interface ViewsOptions {
  element: HTMLElement
  /** A place of the source is pointed at; undefined if none is. */
  onPoint: (place: { from: number; to: number } | undefined) => void
  /** The reader goes from a piece to its place in the source. */
  onSelect: (place: { from: number; to: number }) => void
  /** Something else is chosen. */
  onChoice: () => void
}

export class Views {
  readonly #options: ViewsOptions
  readonly #root: HTMLElement
  readonly #lights: Lights
  readonly #module: ModuleView
  readonly #folded = new Map<string, Set<string>>()
  /** The text that each view is drawn of. */
  readonly #drawn = new Map<ViewName, string>()
  #reading: Reading
  #choice: ViewChoice

  constructor(options: ViewsOptions, text: string) {
    this.#options = options
    const { element } = options
    this.#root = element.querySelector<HTMLElement>('.views')!
    this.#reading = readStages(text)
    this.#choice = this.untouched
    this.#lights = new Lights(this.#root)
    this.#lights.nodes = this.#reading.nodes
    this.#module = new ModuleView(this.#root)
    for (const view of VIEWS) {
      if (this.#panel(view).hasAttribute('data-drawn')) {
        this.#drawn.set(view, text)
      }
    }
    this.#listen()
    this.#showChoice()
  }

  get acts(): Acts {
    const { view, form } = this.#choice
    const show = (chosen: ViewChoice['view']) => () =>
      this.#pick({ view: chosen })
    return {
      ...Object.fromEntries(VIEWS.map((one) => [one, show(one)])),
      'side-by-side': show(view === 'all' ? this.untouched.view : 'all'),
      form: () => this.#pick({ form: form === 'flat' ? 'folded' : 'flat' }),
      'make-module': () => this.#drawModule(),
      'stop-module': () => this.#module.stop(),
    }
  }

  #pick(choice: Partial<ViewChoice>): void {
    this.choose({ ...this.#choice, ...choice })
    this.#options.onChoice()
  }

  /** What the build shows. */
  get untouched(): ViewChoice {
    const view = this.#root.dataset['shown'] as ViewName
    return { view, form: 'folded', level: '-O0' }
  }

  get choice(): ViewChoice {
    return this.#choice
  }

  /** Shows what is chosen. */
  choose(choice: ViewChoice): void {
    const isOther = choice.level !== this.#choice.level
    this.#choice = choice
    if (isOther) this.#forgetModule()
    this.#showChoice()
    this.#draw()
  }

  /** The text is another one. */
  follow(text: string): void {
    if (text === this.#reading.text) return
    this.#reading = readStages(text)
    this.#lights.nodes = this.#reading.nodes
    this.#draw()
  }

  /** Lights up what stands at an offset of the source. */
  lightAt(offset: number): void {
    const { tokens, nodes } = this.#reading
    const token = tokens.find(({ from, to }) => from <= offset && offset <= to)
    this.#lights.light(token ? token.node : NOWHERE)
    if (token) this.#options.onPoint(nodes.all[token.node])
  }

  #panel(view: ViewName): HTMLElement {
    return this.#root.querySelector<HTMLElement>(`[data-view="${view}"]`)!
  }

  #forgetModule(): void {
    this.#drawn.delete('text')
    this.#drawn.delete('bytes')
  }

  #showChoice(): void {
    const { view: chosen, form, level } = this.#choice
    const isAll = chosen === 'all'
    this.#root.toggleAttribute('data-all', isAll)
    this.#root.dataset['form'] = form
    for (const view of VIEWS) {
      const panel = this.#panel(view)
      const isShown = isAll || view === chosen
      panel.toggleAttribute('data-current', isShown)
      panel.role = isAll ? 'region' : 'tabpanel'
      const tab = this.#root.querySelector<HTMLElement>(
        `[role="tab"][data-act="${view}"]`,
      )!
      tab.ariaSelected = String(isShown && !isAll)
      tab.tabIndex = view === (isAll ? 'tokens' : chosen) ? 0 : -1
    }
    this.#piece('[data-act="side-by-side"]').ariaPressed = String(isAll)
    const button = this.#piece('[data-act="form"]')
    button.textContent = form === 'flat' ? 'Flat' : 'Folded'
    button.ariaLabel = `Form of the text: ${button.textContent}`
    this.#piece<HTMLSelectElement>('select').value = level
  }

  #piece<E extends HTMLElement = HTMLElement>(selector: string): E {
    return this.#root.querySelector<E>(selector)!
  }

  #isShown(view: ViewName): boolean {
    return this.#choice.view === 'all' || this.#choice.view === view
  }

  #draw(): void {
    const { text, tokens, problems } = this.#reading
    this.#drawView('tokens', () => tokensMarkup(text, tokens))
    this.#drawView('tree', () => this.#tree('tree'))
    this.#drawView('types', () => this.#tree('types'))
    const list = this.#options.element.querySelector<HTMLElement>('.problems')!
    list.innerHTML = problemListMarkup(text, problems)
    list.hidden = problems.length === 0
    this.#drawModule()
  }

  #drawView(view: ViewName, markup: () => string): void {
    const { text } = this.#reading
    if (!this.#isShown(view) || this.#drawn.get(view) === text) return
    const body = this.#panel(view).querySelector<HTMLElement>('.view-body')!
    const before = pathsIn(body)
    patch(body, markup())
    this.#lights.redrawn()
    this.#drawn.set(view, text)
    markNew(body, before)
  }

  #tree(view: 'tree' | 'types'): string {
    const root = this.#reading[view]()
    const name = view === 'tree' ? 'Syntax tree' : 'Typed tree'
    return treeMarkup(root, name, this.#foldedIn(view))
  }

  #foldedIn(view: string): Set<string> {
    const folded = this.#folded.get(view) ?? new Set()
    this.#folded.set(view, folded)
    return folded
  }

  #drawModule(): void {
    const { text, problems } = this.#reading
    const wanted = (['text', 'bytes'] as const).filter(
      (view) => this.#isShown(view) && !this.#isMade(view),
    )
    if (problems.length > 0) return this.#module.hold()
    if (wanted.length === 0) return this.#module.release()
    const { level } = this.#choice
    void this.#module.make({ text, level }).then((shown) => {
      this.#lights.redrawn()
      if (shown?.level !== this.#choice.level) return
      this.#drawn.set('text', shown.text)
      this.#drawn.set('bytes', shown.text)
    })
  }

  /** Whether the module of this text is there, and no failure in its place. */
  #isMade(view: 'text' | 'bytes'): boolean {
    const isThere = this.#panel(view).hasAttribute('data-drawn')
    return isThere && this.#drawn.get(view) === this.#reading.text
  }

  #listen(): void {
    const { element } = this.#options
    element.addEventListener('pointerover', (event) => this.#point(event))
    element.addEventListener('pointerleave', () => this.#point())
    this.#root.addEventListener('focusin', (event) => this.#point(event))
    this.#root.addEventListener('focusout', () => this.#point())
    this.#root.addEventListener('keydown', (event) => this.#press(event))
    this.#root.addEventListener('click', (event) => this.#click(event))
    this.#root.addEventListener('dblclick', (event) => this.#select(event))
    const problems = element.querySelector('.problems')!
    problems.addEventListener('click', (event) => this.#goToProblem(event))
    const level = this.#piece<HTMLSelectElement>('select')
    level.addEventListener('change', () => this.#pick({ level: level.value }))
  }

  #goToProblem(event: Event): void {
    const target = event.target as Element
    const place = target.closest<HTMLElement>('[data-from]')?.dataset
    if (!place) return
    const { from, to } = place
    this.#options.onSelect({ from: Number(from), to: Number(to) })
  }

  #point(event?: Event): void {
    const target = event?.composedPath()[0]
    const element = target instanceof Element ? target : undefined
    const piece = element?.closest<HTMLElement>('[data-node], [data-token]')
    const node = piece ? this.#nodeOf(piece) : NOWHERE
    this.#lights.light(node, piece?.closest('.view'))
    this.#options.onPoint(this.#reading.nodes.all[node])
  }

  #nodeOf({ dataset }: HTMLElement): number {
    const { node, token } = dataset
    if (node !== undefined) return Number(node)
    return this.#reading.tokens[Number(token)]?.node ?? NOWHERE
  }

  #click(event: Event): void {
    const target = event.target as Element
    const item = target.closest<HTMLElement>('[role="treeitem"]')
    if (item && target.closest('.node')) this.#fold(item)
  }

  #fold(item: HTMLElement, isOpen = item.ariaExpanded === 'false'): void {
    if (!fold(item, isOpen)) return
    const view = item.closest<HTMLElement>('.view')!.dataset['view']!
    const path = item.dataset['path']!
    if (isOpen) this.#foldedIn(view).delete(path)
    else this.#foldedIn(view).add(path)
  }

  #select(event: Event): void {
    const target = event.target as HTMLElement
    const piece = target.closest<HTMLElement>('[data-node]')
    const place = piece && this.#reading.nodes.all[this.#nodeOf(piece)]
    if (place) this.#options.onSelect(place)
  }

  #press(event: KeyboardEvent): void {
    const target = event.target as HTMLElement
    if (target.role === 'tab') return this.#walkTabs(event, target)
    const view = target.closest<HTMLElement>('.view')
    if (!view || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'Enter') return this.#select(event)
    if (target.role === 'treeitem' && this.#foldByKey(event, target)) return
    const next = walk(event, view)
    if (!next) return
    event.preventDefault()
    for (const piece of view.querySelectorAll<HTMLElement>('[tabindex="0"]')) {
      if (piece.dataset['node'] !== undefined) piece.tabIndex = -1
    }
    if (next.tabIndex < 0) next.tabIndex = 0
    next.focus()
  }

  #foldByKey(event: KeyboardEvent, item: HTMLElement): boolean {
    const folds = event.key === 'ArrowLeft' && item.ariaExpanded === 'true'
    const opens = event.key === 'ArrowRight' && item.ariaExpanded === 'false'
    if (!folds && !opens && event.key !== ' ') return false
    event.preventDefault()
    if (event.key === ' ') this.#fold(item)
    else this.#fold(item, opens)
    return true
  }

  /** Arrow keys go from tab to tab, and show what they come to. */
  #walkTabs(event: KeyboardEvent, tab: HTMLElement): void {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (!step) return
    event.preventDefault()
    const at = VIEWS.indexOf(tab.dataset['act'] as ViewName)
    const view = VIEWS[(at + step + VIEWS.length) % VIEWS.length]!
    const next = this.#piece(`[role="tab"][data-act="${view}"]`)
    next.focus()
    next.click()
  }
}

/** What is there, by place and kind: what is new grows into the tree. */
function pathsIn(body: HTMLElement): Set<string> {
  const items = body.querySelectorAll<HTMLElement>('[role="treeitem"]')
  return new Set([...items].map(keyOf))
}

function keyOf(item: HTMLElement): string {
  return `${item.dataset['path']} ${item.ariaLabel}`
}

function markNew(body: HTMLElement, before: ReadonlySet<string>): void {
  if (before.size === 0) return
  for (const item of body.querySelectorAll<HTMLElement>('[role="treeitem"]')) {
    item.classList.toggle('new', !before.has(keyOf(item)))
  }
}
