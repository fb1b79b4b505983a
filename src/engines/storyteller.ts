/** The site's own model: where its weights are, and what they have to be. */
import files from 'virtual:storyteller'
import { EngineError, type Model } from './engine.ts'

/** A moment of the training, by the name that chapters and states have for it. */
export interface Checkpoint extends Model {
  stop: 'early' | 'middle' | 'final'
}

const STOPS = [
  ['storyteller-early', 'early', 'The storyteller, early in its training'],
  ['storyteller-middle', 'middle', 'The storyteller, halfway in its training'],
  ['storyteller', 'final', 'The storyteller'],
] as const

/** As far as training came, from early to its end; those that the site has. */
export const checkpoints: readonly Checkpoint[] = STOPS.flatMap(
  ([file, stop, name]) => {
    const found = files[file]
    if (!found) return []
    const { url, bytes, sha256 } = found
    return { stop, name, source: new URL(url, import.meta.url), bytes, sha256 }
  },
)

/**
 * The model that stories are told by.
 *
 * @throws {EngineError} where the site was built without its weights
 */
export function storyteller(): Model {
  const model = checkpoints.at(-1)
  if (model) return model
  throw new EngineError(
    'This site was built without the storyteller’s weights. Whoever builds it ' +
      'makes them with npm run storyteller:train.',
  )
}
