/** The site's own model: where its weights are, and what they have to be. */
import files from 'virtual:storyteller'
import { EngineError, type Model } from './engine.ts'

const NAMES = new Map([
  ['storyteller-early', 'The storyteller, early in its training'],
  ['storyteller-middle', 'The storyteller, halfway through its training'],
  ['storyteller', 'The storyteller'],
])

/** As far as training came, from early to its end; those that the site has. */
export const checkpoints: readonly Model[] = [...NAMES].flatMap(
  ([file, name]) => {
    const found = files[file]
    if (!found) return []
    const { url, bytes, sha256 } = found
    return { name, source: new URL(url, import.meta.url), bytes, sha256 }
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
