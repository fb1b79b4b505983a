/**
 * The storyteller's checkpoints as pages offer them: each is a file of weights,
 * served under a name with its hash, and known by the record of its training.
 */
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import * as v from 'valibot'
import type { Stop } from '../figures/story.ts'

const WEIGHTS = 'src/storyteller/weights'
const OUT = '_site/assets'

/** A checkpoint that the page can load. */
export interface Checkpoint extends Stop {
  /** From the site's root. */
  url: string
  bytes: number
  sha256: string
}

const trainingSchema = v.object({
  checkpoints: v.pipe(
    v.array(
      v.object({
        name: v.string(),
        tokens: v.number(),
        validationLoss: v.number(),
      }),
    ),
    v.minLength(1),
  ),
})

/** The checkpoints from early to final, their files put beside the scripts. */
export function serveCheckpoints(): Checkpoint[] {
  mkdirSync(OUT, { recursive: true })
  return checkpointFiles().map(({ file, ...stop }) => {
    const bytes = readFileSync(file)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const name = `storyteller-${stop.name}-${sha256.slice(0, 8)}.gguf`
    writeFileSync(`${OUT}/${name}`, bytes)
    return { ...stop, url: `/assets/${name}`, bytes: bytes.length, sha256 }
  })
}

/** The last checkpoint is the storyteller itself. */
export function checkpointFiles(): (Stop & { file: string })[] {
  const record = readFileSync(`${WEIGHTS}/training.json`, 'utf8')
  const { checkpoints } = v.parse(trainingSchema, JSON.parse(record))
  return checkpoints.map((stop, index) => {
    const isLast = index === checkpoints.length - 1
    const stem = isLast ? 'storyteller' : `storyteller-${stop.name}`
    return { ...stop, file: `${WEIGHTS}/${stem}.q8_0.gguf` }
  })
}
