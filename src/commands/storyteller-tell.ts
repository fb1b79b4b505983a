/**
 * `npm run storyteller:tell`: tells the stories that chapters ask for, and answers
 * their roll calls, and records both in `src/storyteller`, from where the build
 * takes them. Run it behind every change of the weights or of a prompt in a chapter.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { format } from 'prettier'
import type { Engine, Wish as Asked } from '../engines/engine.ts'
import { llamaInNode, modelFile } from '../engines/node.ts'
import { MOST_TOKENS, type Settings } from '../figures/story.ts'
import { LISTS, wishOf, type Wish } from '../roll/roll.ts'
import { fencesIn } from '../site/ahead.ts'
import { CALLED, calledFile, type RecordedRun } from '../site/called.ts'
import { readCheckpoints } from '../site/models.ts'
import { isRoll, parseRoll } from '../site/roll-fence.ts'
import { recordOf, RECORDS, type Recorded } from '../site/told.ts'
import { wishesIn } from '../site/wishes.ts'

/** By the files that they are written to. */
type Records = Map<string, Recorded | RecordedRun>

export async function main(): Promise<number> {
  const stories = wishesIn('content')
  const rolls = fencesIn('content', isRoll).flatMap(
    ({ info, content, place }) => {
      const { wishes, count } = parseRoll(info, content, place)
      return wishes.map((wish) => ({ wish, count }))
    },
  )
  const told: Records = new Map()
  const called: Records = new Map()
  for (const { name, file } of readCheckpoints()) {
    const sha256 = createHash('sha256').update(readFileSync(file)).digest('hex')
    const engine = llamaInNode(await modelFile(file))
    await engine.load(() => {}, new AbortController().signal)
    for (const wish of stories.filter(({ model }) => model === name)) {
      const story = await tell(engine, wish)
      told.set(recordOf(wish), { ...wish, ...story, sha256 })
      process.stdout.write(`${wish.prompt}${story.text}\n\n`)
    }
    for (const { wish, count } of rolls) {
      const record = calledFile(wish, count)
      if (wish.model !== name || called.has(record)) continue
      const answers = await call(engine, wish, count)
      called.set(record, { ...wish, answers, sha256 })
      process.stdout.write(`${wish.remedy}, ${count} answers\n`)
    }
    await engine.dispose()
  }
  await write(RECORDS, told)
  await write(CALLED, called)
  return 0
}

async function tell(engine: Engine, wish: Settings) {
  const { prompt, seed, temperature, topK, topP } = wish
  return toEnd(engine, {
    prompt,
    maxTokens: MOST_TOKENS,
    temperature,
    topK,
    topP,
    seed,
  })
}

async function call(
  engine: Engine,
  { remedy, prompt, temperature, seed }: Wish,
  count: number,
): Promise<string[]> {
  const asking = wishOf(LISTS.tonight, remedy, prompt)
  const answers: string[] = []
  for (let at = 0; at < count; at++) {
    const wish = { ...asking, temperature, seed: seed + at }
    answers.push((await toEnd(engine, wish)).text)
  }
  return answers
}

async function toEnd(engine: Engine, wish: Omit<Asked, 'signal'>) {
  const { signal } = new AbortController()
  let text = ''
  let tokens = 0
  let isWhole = false
  for await (const piece of engine.generate({ ...wish, signal })) {
    // The mark that closes a text comes as a piece without any.
    isWhole = piece.text === ''
    if (isWhole) break
    text += piece.text
    tokens += 1
  }
  return { text, tokens, isWhole }
}

/** A record that no chapter asks for any more goes. */
async function write(folder: string, records: Records): Promise<void> {
  await mkdir(folder, { recursive: true })
  for (const name of await readdir(folder)) {
    const file = path.posix.join(folder, name)
    if (!records.has(file)) await rm(file)
  }
  for (const [file, record] of records) {
    const text = JSON.stringify(record, null, 2)
    await writeFile(file, await format(text, { parser: 'json' }))
  }
}
