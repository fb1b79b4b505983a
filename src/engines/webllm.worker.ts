/**
 * WebLLM at work, in a Worker of its own: the page never loads the library. This
 * one file may reach other hosts (`OUTWARD` in `site/headers.ts`), as models come
 * from where the reader said they do.
 */
import {
  MLCEngine,
  type AppConfig,
  type ChatCompletionMessageParam,
  type InitProgressReport,
  type ResponseFormat,
} from '@mlc-ai/web-llm'
import type { Progress } from './engine.ts'
import { FileError, watchDownloads } from './webllm-downloads.ts'
import { LoadingProgress } from './webllm-progress.ts'
import { weightsOf } from './webllm-weights.ts'
import type { Ask, ChatWish, ModelRecord, Said } from './webllm-wire.ts'

/** One model is loaded by a Worker, once. */
const progress = new LoadingProgress()
/** What each part of the weights has to weigh, once that is known. */
let weights = Promise.resolve(new Map<string, number>())
let folder = ''

const engine = new MLCEngine({
  logLevel: 'SILENT',
  initProgressCallback: (report: InitProgressReport) => {
    if (report.text.startsWith('Start to fetch')) weights = readWeights()
    hear(progress.told(report))
  },
})

watchDownloads(
  (coming) => hear(progress.came(coming)),
  async (url) => (await weights).get(url),
)
watchCard()

addEventListener('message', ({ data }: MessageEvent<Ask>) => {
  if (data.kind === 'stop') void engine.interruptGenerate()
  else void inWords(() => serve(data))
})

async function serve(ask: Exclude<Ask, { kind: 'stop' }>): Promise<void> {
  if (ask.kind === 'tell') return tell(ask.wish)
  await load(ask.record)
  say({ kind: 'loaded' })
}

async function load(record: ModelRecord): Promise<void> {
  folder = record.model
  engine.setAppConfig({ model_list: [record] } as AppConfig)
  await engine.reload(record.model_id)
}

async function readWeights(): Promise<Map<string, number>> {
  const sizes = await weightsOf(folder)
  progress.expect([...sizes.values()].reduce((sum, size) => sum + size, 0))
  return sizes
}

/** A card that is lost leaves whoever waits for it waiting. */
function watchCard(): void {
  if (!('GPUAdapter' in globalThis)) return
  const { requestDevice } = GPUAdapter.prototype
  GPUAdapter.prototype.requestDevice = async function request(wanted) {
    const device = await requestDevice.call(this, wanted)
    void device.lost.then(({ reason, message }) =>
      say({ kind: 'lost', reason, message }),
    )
    return device
  }
}

async function tell(wish: ChatWish): Promise<void> {
  const settings = {
    max_tokens: wish.maxTokens,
    temperature: wish.temperature,
    top_p: wish.topP,
    seed: wish.seed,
    stream: true as const,
    ...formatOf(wish),
  }
  let end: string | null = null
  if (typeof wish.prompt === 'string') {
    const { prompt } = wish
    for await (const { choices } of await engine.completions.create({
      prompt,
      ...settings,
    })) {
      end = heard(choices[0]?.text, choices[0]?.finish_reason) ?? end
    }
  } else {
    const messages = [...wish.prompt] as ChatCompletionMessageParam[]
    for await (const { choices } of await engine.chat.completions.create({
      messages,
      ...settings,
    })) {
      end = heard(choices[0]?.delta.content, choices[0]?.finish_reason) ?? end
    }
  }
  say({ kind: 'told', isWhole: end === 'stop' })
}

function heard(
  text: string | null | undefined,
  end: string | null | undefined,
): string | null | undefined {
  if (text) say({ kind: 'piece', text })
  return end
}

function formatOf({ grammar, schema }: ChatWish): {
  response_format?: ResponseFormat
} {
  if (schema) return { response_format: { type: 'json_object', schema } }
  if (grammar) return { response_format: { type: 'grammar', grammar } }
  return {}
}

async function inWords(act: () => Promise<void>): Promise<void> {
  try {
    await act()
  } catch (error) {
    const { name = '', message = String(error) } = error as Error
    const file = error instanceof FileError ? { file: error.file } : {}
    say({ kind: 'failed', name, message, ...file })
  }
}

function hear(step: Progress | null): void {
  if (step) say({ kind: 'progress', ...step })
}

function say(said: Said): void {
  postMessage(said)
}
