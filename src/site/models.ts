/**
 * The storyteller's checkpoints, from early to final, as the record of its
 * training knows them. Their weights become files of this site in
 * `storyteller-files.ts`, in the same order.
 */
import { existsSync, readFileSync, statSync } from 'node:fs'
import * as v from 'valibot'
import type { Stop } from '../figures/story.ts'

const WEIGHTS = 'src/storyteller/weights'

/** What each checkpoint is called here, by the name of its files. */
const NAMES = new Map([
  ['storyteller-early', 'early'],
  ['storyteller-middle', 'middle'],
  ['storyteller', 'final'],
])

const recordSchema = v.object({
  training: v.object({
    checkpoints: v.array(
      v.object({
        name: v.picklist([...NAMES.keys()]),
        tokens: v.number(),
        validationLoss: v.number(),
      }),
    ),
  }),
})

export interface Checkpoint extends Stop {
  /** Its weights. */
  file: string
}

/** Those checkpoints whose weights are here. */
export function readCheckpoints(): Checkpoint[] {
  const record = readFileSync(`${WEIGHTS}/model.json`, 'utf8')
  const { training } = v.parse(recordSchema, JSON.parse(record))
  return [...NAMES].flatMap(([stem, name]) => {
    const file = `${WEIGHTS}/${stem}.q8_0.gguf`
    const known = training.checkpoints.find((one) => one.name === stem)
    if (!known || !existsSync(file)) return []
    const { tokens, validationLoss } = known
    return [{ name, tokens, validationLoss, file }]
  })
}

/** The size of the file that stories are told by; 0 where the site has none. */
export function storytellerBytes(): number {
  const last = readCheckpoints().at(-1)
  return last ? statSync(last.file).size : 0
}
