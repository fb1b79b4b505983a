/** What a model is asked, and the answer as it grows. */
import type { Model, Wish } from '../../engines/engine.ts'
import { isForGpu } from '../../engines/gpu-model.ts'
import { MOST_TOKENS } from '../../figures/story.ts'
import type { Answered, Turn } from '../../figures/chat.ts'
import { tellPaced } from '../pacing.ts'
import type { Watcher } from '../working.ts'
import { messagesOf, type ChatSettings } from './chat-state.ts'

/** As stories are asked of the storyteller. */
const STORY_TOP_K = 40

/**
 * Asks a model, and measures.
 *
 * @param asked all that was said, up to a question
 * @param hear called with the answer as far as it is there, and what is new of it
 * @throws EngineError; the signal's reason where it was stopped
 */
export async function tellAnswer(
  model: Model,
  asked: readonly Turn[],
  settings: ChatSettings,
  watcher: Watcher,
  hear: (answer: Answered, text: string) => void,
): Promise<void> {
  let answer = emptyAnswer(model, settings)
  const wish = wishOf(model, asked, settings)
  const isWhole = await tellPaced(model, wish, watcher, (text, pace) => {
    answer = { ...answer, content: answer.content + text, pace }
    hear(answer, text)
  })
  // A model may have nothing to say.
  hear({ ...answer, isWhole }, '')
}

/** The storyteller does not chat: it goes on from what was said last. */
function wishOf(
  model: Model,
  asked: readonly Turn[],
  { system, temperature, topP, seed, most }: ChatSettings,
): Omit<Wish, 'signal'> {
  const settings = { temperature, topP, seed }
  if (isForGpu(model)) {
    const prompt = messagesOf(system, asked)
    return { prompt, maxTokens: most, topK: 0, ...settings }
  }
  return {
    prompt: asked.at(-1)?.content ?? '',
    maxTokens: Math.min(most, MOST_TOKENS),
    topK: STORY_TOP_K,
    ...settings,
  }
}

/** An answer of which nothing has come yet. */
function emptyAnswer(
  model: Model,
  { temperature, topP, seed }: ChatSettings,
): Answered {
  return {
    role: 'assistant',
    content: '',
    model: model.name,
    seed,
    temperature,
    topK: isForGpu(model) ? 0 : STORY_TOP_K,
    topP,
    pace: { tokens: 0, first: 0, took: 0 },
    isWhole: false,
  }
}
