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
import { progressOf } from './webllm-progress.ts'
import type { Ask, ChatWish, Said } from './webllm-wire.ts'

const engine = new MLCEngine({
  initProgressCallback: (report: InitProgressReport) => {
    const progress = progressOf(report)
    if (progress) say({ kind: 'progress', ...progress })
  },
})

addEventListener('message', ({ data }: MessageEvent<Ask>) => {
  if (data.kind === 'stop') engine.interruptGenerate()
  else void inWords(() => serve(data))
})

async function serve(ask: Exclude<Ask, { kind: 'stop' }>): Promise<void> {
  if (ask.kind === 'tell') return tell(ask.wish)
  const config = { model_list: [ask.record] } as AppConfig
  engine.setAppConfig(config)
  await engine.reload(ask.record.model_id)
  say({ kind: 'loaded' })
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
    const { name, message } = error as Error
    say({ kind: 'failed', name, message: message ?? String(error) })
  }
}

function say(said: Said): void {
  postMessage(said)
}
