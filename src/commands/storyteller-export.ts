/**
 * `npm run storyteller:export -- --from FOLDER --to FOLDER`: makes the files
 * that are shipped from what the training left.
 *
 * 1. Reads tokenizer.json, training.json and the checkpoints, NAME.bin.
 * 2. Writes each as NAME.q8_0.gguf, and the final one also as .f16.gguf and as
 *    the .bin of llama2.c, with its tokenizer.bin. Both hold the same numbers.
 * 3. Writes model.json: the training's own record, and each file's size and hash.
 */
import { createHash } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { readLlama2c } from '../storyteller/llama2c.ts'
import {
  CHECKPOINTS,
  filesOf,
  type Checkpoint,
} from '../storyteller/shipping.ts'
import { Tokenizer } from '../storyteller/tokenizer.ts'

/** What model.json says about a file. */
interface FileRecord {
  bytes: number
  sha256: string
}

export async function main(words: string[]): Promise<number> {
  const { values } = parseArgs({
    args: words,
    options: {
      from: { type: 'string', default: '.cache/storyteller' },
      to: { type: 'string', default: 'src/storyteller/weights' },
    },
  })
  const { from, to } = values
  const tokenizer = new Tokenizer(await readJson(from, 'tokenizer.json'))
  const training: { checkpoints: Checkpoint[] } = await readJson(
    from,
    'training.json',
  )
  await mkdir(to, { recursive: true })
  const files: Record<string, FileRecord> = {}
  for (const name of CHECKPOINTS) {
    const checkpoint = training.checkpoints.find((each) => each.name === name)
    if (!checkpoint) {
      process.stderr.write(`training.json knows no ${name}: train on.\n`)
      return 1
    }
    const model = readLlama2c(await readFile(path.join(from, `${name}.bin`)))
    for (const [file, content] of filesOf(checkpoint, model, tokenizer)) {
      await writeFile(path.join(to, file), content)
      const sha256 = createHash('sha256').update(content).digest('hex')
      files[file] = { bytes: content.length, sha256 }
      process.stdout.write(`${file.padEnd(30)} ${content.length}  ${sha256}\n`)
    }
  }
  const record = JSON.stringify({ training, files }, null, 2)
  await writeFile(path.join(to, 'model.json'), `${record}\n`)
  return 0
}

async function readJson(folder: string, file: string) {
  return JSON.parse(await readFile(path.join(folder, file), 'utf8'))
}
