/**
 * What a program in JavaScript said and made: its output, and each module that
 * it made or optimized, before and after.
 */
import { differenceMarkup, type ShownLine } from './difference.ts'
import { escape } from './escape.ts'
import { stopMarkup } from './stop.ts'

export interface ShownStory {
  said: readonly { by: 'log' | 'error' | 'binaryen'; text: string }[]
  isCut: boolean
  looks: readonly ShownLook[]
  looksCut: boolean
  stop?: { message: string; line?: number; quote?: string } | undefined
  bytes?: Uint8Array | undefined
}

/** A module at one moment: without a size where it is not valid. */
interface ShownModule {
  size?: number
  problem?: string
}

export interface ShownLook {
  /** Counted from 1. */
  module: number
  /** Absent for how a module was left. */
  call?: string
  before?: ShownModule
  after: ShownModule
  lines: readonly ShownLine[]
}

/** @returns the content of the `<output>` */
export function saidMarkup({ said, isCut, stop }: ShownStory): string {
  const lines = said.map(({ by, text }) => {
    if (by === 'log') return `<samp>${escape(text)}</samp>`
    if (by === 'error') return `<span class="problem">${escape(text)}</span>`
    return `<samp class="said-binaryen">${escape(text)}</samp>`
  })
  if (isCut) lines.push(note('… The rest of what it says is left out here.'))
  if (stop) lines.push(stopMarkup({ ...shownStop(stop), calls: [] }))
  return lines.join('\n') || note('The program says nothing.')
}

function shownStop({ message, line, quote }: NonNullable<ShownStory['stop']>) {
  return {
    message,
    ...(line !== undefined && { line }),
    ...(quote && { quote: { before: '', marked: quote, after: '' } }),
  }
}

function note(words: string): string {
  return `<span class="note">${words}</span>`
}

/** @returns what a run made, in a few words */
export function madeWords({ looks, bytes }: ShownStory): string {
  const count = new Set(looks.map(({ module }) => module)).size
  const made = `${count === 0 ? 'no' : count} module${count === 1 ? '' : 's'} made`
  return bytes ? `${made}, ${amount(bytes.length)} emitted` : made
}

/** @returns the panes beside the program, one for each thing to look at */
export function looksMarkup({ looks, looksCut }: ShownStory): string {
  const isOne = new Set(looks.map(({ module }) => module)).size === 1
  const panes = looks.map((look) => lookMarkup(look, isOne))
  const cut = looksCut
    ? '<p class="stage stage-said">More was done than is shown here.</p>'
    : ''
  return panes.join('') + cut
}

function lookMarkup(look: ShownLook, isOne: boolean): string {
  const { call, before, after, lines } = look
  const name = isOne ? 'The module' : `Module ${look.module}`
  const title = [isOne && call ? '' : name, call ?? ''].filter(Boolean)
  const shown = title.map((words) =>
    words === call ? `<code>${escape(call)}</code>` : words,
  )
  const size = before
    ? `${sizeOf(before, after)} → ${sizeWords(after)}`
    : sizeWords(after)
  const isSame = before && lines.every(({ kind }) => kind === 'stays')
  const said = isSame
    ? 'It left the module’s text as it was.'
    : (after.problem ?? '')
  const words = said && `<p class="stage-said">${escape(said)}</p>`
  return `<div class="stage stage-passes" role="group" aria-label="${escape(title.join(', '))}"><p class="stage-title">${shown.join(' ')} <span class="size">${escape(size)}</span></p>${words}<pre class="listing difference" tabindex="0">${differenceMarkup(lines)}</pre></div>`
}

/** The size before, without the word that the one behind it has. */
function sizeOf(before: ShownModule, after: ShownModule): string {
  return before.size === undefined || after.size === undefined
    ? sizeWords(before)
    : before.size.toLocaleString('en')
}

function sizeWords({ size }: ShownModule): string {
  return size === undefined ? 'not valid' : amount(size)
}

function amount(bytes: number): string {
  return `${bytes.toLocaleString('en')} byte${bytes === 1 ? '' : 's'}`
}
