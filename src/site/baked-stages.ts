/** The views of a staged program, drawn by the build as the page draws them. */
import type { Binaryen } from '../binaryen/binaryen.ts'
import { bytesMarkup } from '../figures/bytes.ts'
import { problemListMarkup } from '../figures/problems.ts'
import { textMarkup } from '../figures/text.ts'
import { tokensMarkup, tokenTextMarkup } from '../figures/tokens.ts'
import { treeMarkup } from '../figures/tree.ts'
import type { ViewName } from '../figures/views.ts'
import {
  moduleStages,
  readStages,
  type ModuleStages,
} from '../stages/stages.ts'
import { AuthoringError } from './place.ts'

export interface BakedStages {
  /** The program for its listing, each token a part of its own. */
  text: string
  views: Map<ViewName, string>
  /** The items of the list of problems; '' where there are none. */
  problems: string
}

/**
 * @param views which are drawn, in their order
 * @throws AuthoringError if a module is to be shown, and there is none
 */
export function bakeStages(
  source: string,
  views: readonly ViewName[],
  binaryen: Binaryen,
  place: string,
): BakedStages {
  const reading = readStages(source)
  const { tokens, problems } = reading
  let made: ModuleStages | undefined
  // Text and bytes are of one module.
  const module = () => (made ??= moduleOf(source, binaryen, place))
  const draw: Record<ViewName, () => string> = {
    tokens: () => tokensMarkup(source, tokens),
    tree: () => treeMarkup(reading.tree(), 'Syntax tree'),
    types: () => treeMarkup(reading.types(), 'Typed tree'),
    text: () => {
      const { folded, flat } = module()
      return textMarkup(folded, flat)
    },
    bytes: () => {
      const { bytes, rows } = module()
      return bytesMarkup(bytes, rows)
    },
  }
  return {
    text: tokenTextMarkup(source, tokens),
    views: new Map(views.map((view) => [view, draw[view]()])),
    problems: problemListMarkup(source, problems),
  }
}

function moduleOf(
  source: string,
  binaryen: Binaryen,
  place: string,
): ModuleStages {
  const made = moduleStages(source, binaryen, '-O0')
  if (made) return made
  throw new AuthoringError(
    place,
    'this program has a problem, and a view shows its module.',
    'Mend the program, or show its tokens, tree or types.',
  )
}
