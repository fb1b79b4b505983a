/**
 * The words of a fence that is more than a listing: which language, what becomes
 * of the program, what is shown of it, and its title.
 */
import type { LanguageName } from '../examplescript/examplescript.ts'
import { FORMS, type MemoryForm } from '../figures/memory.ts'
import { VIEWS, type ViewName } from '../figures/views.ts'

/** What a fence says: ```` ```LANGUAGE run WORDS title="…" ````. */
export interface Runnable {
  language: LanguageName
  view: 'run' | 'tokens' | 'stages'
  /** Whether it runs: all do, but for those that are there to be looked at. */
  isRun: boolean
  /** Whether the module's text is shown, before and after optimising. */
  module: boolean
  /** The views of a staged program that the build draws; the first is shown. */
  views: readonly ViewName[]
  /** How linear memory is drawn, if it is. */
  memory?: MemoryForm
  /** The size of the image that the program computes, in pixels. */
  canvas?: Canvas
  title: string
}

export interface Canvas {
  width: number
  height: number
}

const FENCE =
  /^(examplescript(?:-talk)?) (run|tokens|stages)((?: [a-z\d=]+)*)(?: title="([^"]+)")?$/

/** @returns undefined for a fence that is only to be read, and for a wrong one. */
export function parseRunnable(info: string): Runnable | undefined {
  const match = FENCE.exec(info.trim())
  if (!match) return undefined
  const [, language, view, words = '', title = ''] = match
  const runnable: Runnable = {
    language: language as LanguageName,
    view: view as Runnable['view'],
    isRun: view === 'run',
    module: false,
    views: [],
    title,
  }
  const isRead = words
    .split(' ')
    .filter(Boolean)
    .every((word) => read(word, runnable))
  const isEmpty = view === 'stages' && runnable.views.length === 0
  return isRead && !isEmpty ? runnable : undefined
}

/** Notes what a word asks for. @returns whether it is one for such a fence */
function read(word: string, runnable: Runnable): boolean {
  const { view, language, views } = runnable
  if (view === 'tokens') return false
  const [name, value] = word.split('=')
  if (word === 'module') return (runnable.module = view === 'run')
  if (language === 'examplescript-talk') return false
  if (word === 'run') return (runnable.isRun = view === 'stages')
  if (name === 'memory') {
    const form = FORMS.find((one) => one === (value ?? 'bytes'))
    if (form) runnable.memory = form
    return form !== undefined
  }
  if (name === 'canvas') {
    const [, width, height] = /^(\d{1,4})x(\d{1,4})$/.exec(value ?? '') ?? []
    if (!width) return false
    runnable.canvas = { width: Number(width), height: Number(height) }
    return true
  }
  const shown = VIEWS.find((one) => one === word)
  if (view !== 'stages' || !shown) return false
  runnable.views = [...views, shown]
  return true
}
