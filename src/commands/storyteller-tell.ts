/**
 * `npm run storyteller:tell`: tells the stories that chapters ask for, and
 * records them in `src/storyteller/told`, from where the build takes them. Run
 * it behind every change of the weights or of a prompt in a chapter.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Engine } from '../engines/engine.ts'
import { llamaInNode, modelFile } from '../engines/node.ts'
import { MOST_TOKENS, type Settings } from '../figures/story.ts'
import { readCheckpoints } from '../site/models.ts'
import { recordOf, RECORDS, type Recorded } from '../site/told.ts'
import { wishesIn } from '../site/wishes.ts'

export async function main(): Promise<number> {
  const wishes = wishesIn('content')
  const records = new Map<string, Recorded>()
  for (const { name, file } of readCheckpoints()) {
    const own = wishes.filter(({ model }) => model === name)
    if (own.length === 0) continue
    const sha256 = createHash('sha256').update(readFileSync(file)).digest('hex')
    const engine = llamaInNode(await modelFile(file))
    await engine.load(() => {}, new AbortController().signal)
    for (const wish of own) {
      const told = await tell(engine, wish)
      records.set(recordOf(wish), { ...wish, ...told, sha256 })
      process.stdout.write(`${wish.prompt}${told.text}\n\n`)
    }
    await engine.dispose()
  }
  await write(records)
  return 0
}

async function tell(engine: Engine, wish: Settings) {
  const { prompt, seed, temperature, topK, topP } = wish
  const { signal } = new AbortController()
  let text = ''
  let tokens = 0
  let isWhole = false
  for await (const piece of engine.generate({
    prompt,
    maxTokens: MOST_TOKENS,
    temperature,
    topK,
    topP,
    seed,
    signal,
  })) {
    // The mark that closes a text comes as a piece without any.
    isWhole = piece.text === ''
    if (isWhole) break
    text += piece.text
    tokens += 1
  }
  return { text, tokens, isWhole }
}

/** A record that no chapter asks for any more goes. */
async function write(records: ReadonlyMap<string, Recorded>): Promise<void> {
  await mkdir(RECORDS, { recursive: true })
  for (const name of await readdir(RECORDS)) {
    const file = path.posix.join(RECORDS, name)
    if (!records.has(file)) await rm(file)
  }
  for (const [file, record] of records) {
    await writeFile(file, `${JSON.stringify(record, null, 2)}\n`)
  }
}
