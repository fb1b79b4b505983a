/**
 * `npm run storyteller:eval -- --stories 200 --temperature 0.7 --seed 1`: has the
 * shipped models tell stories, judges them, and compares their loss with what is
 * left to chance. Each is computed by the plain forward pass, with the weights of
 * its q8_0 file. The figures are written to weights/figures.json and MODEL.md.
 *
 * `--model FILE` looks at another GGUF file, and writes nothing.
 *
 * @returns 1 if the final model, or FILE, misses a goal
 */
import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { withTables } from '../storyteller/card.ts'
import {
  learnedFrom,
  listShares,
  lossesOf,
  ordersFor,
  storyShares,
  type Learned,
  type Orders,
} from '../storyteller/evaluation.ts'
import {
  goalOf,
  isKept,
  LIST_TEMPERATURES,
  ROWS,
  type Figures,
  type ModelFigures,
} from '../storyteller/figures.ts'
import { ForwardPass } from '../storyteller/forward.ts'
import { readPlots } from '../storyteller/plots.ts'
import { readGguf } from '../storyteller/read-gguf.ts'
import { CHECKPOINTS } from '../storyteller/shipping.ts'
import { progress } from './progress.ts'

const WEIGHTS = 'src/storyteller/weights'
const CARD = 'src/storyteller/MODEL.md'
/** Stories whose surprise is taken are among a thousand that no model was trained on. */
const MOST = 1000

type Wish = Omit<Figures, 'models'>

export async function main(words: string[]): Promise<number> {
  const { values } = parseArgs({
    args: words,
    options: {
      stories: { type: 'string', default: '200' },
      temperature: { type: 'string', default: '0.7' },
      seed: { type: 'string', default: '1' },
      model: { type: 'string' },
    },
  })
  const wish = {
    stories: numberIn(values.stories, '--stories', 1, MOST),
    temperature: numberIn(values.temperature, '--temperature', 0, 10),
    seed: numberIn(values.seed, '--seed', 0, 2 ** 32 - 1),
  }
  const files = values.model
    ? [values.model]
    : CHECKPOINTS.map((name) => path.join(WEIGHTS, `${name}.q8_0.gguf`))
  process.stdout.write('Telling the corpus, to know what is in it.\n')
  const learned = learnedFrom(readPlots())
  const orders = ordersFor(learned, wish.stories)
  const models: Figures['models'] = {}
  for (const file of files) {
    const name = path.basename(file).replace(/\.(?:q8_0\.)?gguf$/, '')
    process.stdout.write(`${file}\n`)
    models[name] = measure(await readFile(file), learned, orders, wish)
  }
  if (!values.model) await write({ ...wish, models })
  return report(wish, models)
}

function measure(
  bytes: Uint8Array,
  learned: Learned,
  { stories, lists }: Orders,
  { temperature, seed, ...wish }: Wish,
): ModelFigures {
  const gguf = readGguf(bytes)
  const teller = {
    pass: new ForwardPass(gguf),
    tokenizer: gguf.tokenizer,
    temperature,
    seed,
  }
  const tell = progress(wish.stories * (2 + LIST_TEMPERATURES.length))
  let done = 0
  const hear = () => tell(++done)
  return {
    sha256: createHash('sha256').update(bytes).digest('hex'),
    losses: lossesOf(teller, learned, wish.stories, hear),
    shares: storyShares(teller, stories, learned, hear),
    lists: LIST_TEMPERATURES.map((each) =>
      listShares({ ...teller, temperature: each }, lists, learned, hear),
    ),
  }
}

/** @returns the exit status */
function report(
  { stories, temperature, seed }: Wish,
  models: Figures['models'],
): number {
  process.stdout.write(
    `\n${stories} stories at temperature ${temperature}, seed ${seed}; ` +
      `loss and entropy of the first ${stories} stories for validation\n`,
  )
  let missed = 0
  for (const row of ROWS) {
    const all = Object.values(models)
    const kept = isKept(row, all.at(-1)!)
    if (!kept) missed++
    const cells = all.map((each) => row.shown(row.value(each)).padStart(9))
    const goal = goalOf(row)
    const verdict = goal && `${goal}: ${kept ? 'kept' : 'MISSED'}`
    process.stdout.write(
      `${row.what.padEnd(38)}${cells.join('')}   ${verdict}\n`,
    )
  }
  return missed ? 1 : 0
}

async function write(figures: Figures): Promise<void> {
  const record = await readFile(path.join(WEIGHTS, 'model.json'), 'utf8')
  const card = await readFile(CARD, 'utf8')
  const text = `${JSON.stringify(figures, null, 2)}\n`
  await writeFile(path.join(WEIGHTS, 'figures.json'), text)
  await writeFile(CARD, withTables(card, JSON.parse(record), figures))
}

function numberIn(
  text: string,
  option: string,
  least: number,
  most: number,
): number {
  const number = Number(text)
  if (number >= least && number <= most) return number
  throw new Error(`${option} is a number from ${least} to ${most}.`)
}
