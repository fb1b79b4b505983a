/**
 * `npm run models:mirror -- ID DIR [--from URL]`: fetches all that WebLLM needs of a
 * model into a folder, from where `npm start -- --models DIR`, or any static host,
 * serves it: for rooms without network, and for who wants to depend on no other host.
 * What is there already is held against its sums and left alone, so a download that
 * broke goes on where it was. `--from` names another such folder to copy from.
 */
import path from 'node:path'
import { modelsOf, type GpuRecord } from '../engines/webllm-records.ts'
import { nearest } from '../examplescript/examplescript.ts'
import { roomWords } from '../figures/room-words.ts'
import { gpuRecords } from '../site/webllm-records.ts'
import { MirrorError } from './mirror/file.ts'
import { mirror } from './mirror/mirror.ts'

const USAGE = `npm run models:mirror -- ID DIR [--from URL]

  ID           a model as WebLLM calls it, such as SmolLM2-360M-Instruct-q4f32_1-MLC
  DIR          the folder to fill; several models may share it
  --from URL   another such folder, at an address, to copy from
`

/** Milliseconds without a byte. */
const PATIENCE = 60_000

export async function main(words: string[]): Promise<number> {
  const asked = parse(words)
  if (!asked) {
    process.stderr.write(USAGE)
    return 2
  }
  const { id, to, from } = asked
  const records = gpuRecords()
  const record = records.find(({ model_id: one }) => one === id)
  if (!record) {
    process.stderr.write(unknown(id, records))
    return 2
  }
  const say = line()
  try {
    const { files } = await mirror({
      record,
      to,
      ...(from && { from }),
      patience: PATIENCE,
      hear: ({ name, loaded, total }) =>
        say(
          total > 0
            ? `${roomWords(loaded)} of ${roomWords(total)}: ${name}`
            : name,
        ),
    })
    const bytes = files.reduce((sum, file) => sum + file.bytes, 0)
    process.stdout.write(
      `\n${id} is in ${path.resolve(to)}: ${files.length} files, ${roomWords(bytes)}.\nServe it with: npm start -- --models ${to}\n`,
    )
    return 0
  } catch (error) {
    if (!(error instanceof MirrorError)) throw error
    process.stderr.write(
      `\n${error.message}\nWhat came before is kept: the same command goes on there.\n`,
    )
    return 1
  }
}

function parse(
  words: readonly string[],
): { id: string; to: string; from?: string } | undefined {
  const at = words.indexOf('--from')
  const from = at < 0 ? undefined : words[at + 1]
  const rest = at < 0 ? words : words.toSpliced(at, 2)
  const [id, to] = rest
  if (!id || !to || rest.length > 2 || rest.some((one) => one.startsWith('-')))
    return undefined
  if (at >= 0 && (!from || !URL.canParse(from))) return undefined
  return { id, to, ...(from && { from }) }
}

/** Says which ones it may have meant. */
function unknown(id: string, records: readonly GpuRecord[]): string {
  // In the order of pages: those that are asked for most stand first.
  const ids = modelsOf(records).map((model) => model.id)
  const part = id.toLowerCase()
  const alike = ids.filter((one) => one.toLowerCase().includes(part))
  const close = nearest(id, ids)
  const meant = alike.length > 0 ? alike.slice(0, 8) : close ? [close] : []
  const words =
    meant.length > 0
      ? `Did you mean:\n${meant.map((one) => `  ${one}\n`).join('')}`
      : `It has ${ids.length}, such as:\n${ids
          .slice(0, 8)
          .map((one) => `  ${one}\n`)
          .join('')}`
  return `WebLLM has no model “${id}”. ${words}`
}

/** One line that is written over where that can be seen, and one a file elsewhere. */
function line(): (words: string) => void {
  let last = ''
  return (words) => {
    if (words === last) return
    const name = words.split(': ').at(-1)
    const isNew = name !== last.split(': ').at(-1)
    last = words
    if (process.stdout.isTTY) process.stdout.write(`\r\u001B[K${words}`)
    else if (isNew) process.stdout.write(`${words}\n`)
  }
}
