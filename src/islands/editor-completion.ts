/** Completion: what may be written at the caret, while typing and when asked. */
import {
  acceptCompletion,
  autocompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
} from '@codemirror/autocomplete'
import { Prec, type Extension } from '@codemirror/state'
import { keymap } from '@codemirror/view'
import type { CompletionOption } from '../examplescript/examplescript.ts'

/** What may be written at an offset, in the place of the word begun at `from`. */
export type Complete = (
  text: string,
  offset: number,
) => { from: number; options: readonly CompletionOption[] } | undefined

/** By typing and with Ctrl+Space; Enter and Tab accept, Escape closes. */
export function completing(complete: Complete): Extension {
  return [
    autocompletion({
      override: [(context) => completionsIn(context, complete)],
      icons: false,
    }),
    // Without an open list, Tab leaves the editor.
    Prec.highest(keymap.of([{ key: 'Tab', run: acceptCompletion }])),
  ]
}

function completionsIn(
  { state, pos, explicit }: CompletionContext,
  complete: Complete,
): CompletionResult | null {
  const found = complete(state.doc.toString(), pos)
  if (!found) return null
  const { from } = found
  const word = state.sliceDoc(from, pos)
  const isMember = state.sliceDoc(from - 1, from) === '.'
  // A word that is all there asks for nothing, and Enter behind it is Enter.
  const isWhole = found.options.some(({ label }) => label === word)
  if (!explicit && ((!word && !isMember) || isWhole)) return null
  return { from, options: found.options.map(completionOf) }
}

/** What is the program's own comes before what is the language's. */
const BOOSTS: Partial<Record<CompletionOption['kind'], number>> = {
  variable: 20,
  function: 10,
  class: 10,
  builtin: -10,
  type: -10,
}

function completionOf(option: CompletionOption): Completion {
  const { label, kind, detail, says } = option
  return {
    label,
    type: kind,
    boost: BOOSTS[kind] ?? 0,
    ...(detail && { detail }),
    ...(says && { info: says }),
  }
}
