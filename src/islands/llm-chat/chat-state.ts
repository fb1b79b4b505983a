/** What a chat's state is, made sound where it came from anywhere, and what is asked by it. */
import type { Message } from '../../engines/engine.ts'
import type { Turn } from '../../figures/chat.ts'
import type { State } from '../island.ts'
import type { OwnAddresses } from './own-model.ts'

/** How the next answer is asked for. */
export interface ChatSettings {
  system: string
  temperature: number
  topP: number
  seed: number
  /** Tokens of the longest answer. */
  most: number
}

export interface ChatState extends State, ChatSettings {
  /** The model's id, as the list names it. */
  model: string
  own: OwnAddresses
  /** What stands in the box and is not sent. */
  message: string
  turns: readonly Turn[]
}

/** Only what is a turn, with all that a turn has. */
export function soundTurns(turns: readonly unknown[]): Turn[] {
  return turns.flatMap((turn): Turn[] => {
    const { role, content, ...rest } = (turn ?? {}) as Record<string, unknown>
    if (typeof content !== 'string') return []
    if (role === 'user') return [{ role, content }]
    if (role !== 'assistant') return []
    const pace = (rest['pace'] ?? {}) as Record<string, unknown>
    return [
      {
        role,
        content,
        model: String(rest['model'] ?? 'A model'),
        seed: numberOf(rest['seed']),
        temperature: numberOf(rest['temperature']),
        topK: numberOf(rest['topK']),
        topP: numberOf(rest['topP']),
        pace: {
          tokens: numberOf(pace['tokens']),
          first: numberOf(pace['first']),
          took: numberOf(pace['took']),
        },
        isWhole: rest['isWhole'] === true,
      },
    ]
  })
}

function numberOf(value: unknown): number {
  return Number.isFinite(value) ? (value as number) : 0
}

/** All that was said, as a model that chats is given it each time. */
export function messagesOf(
  system: string,
  turns: readonly Turn[],
): readonly Message[] {
  const said = turns.map(({ role, content }) => ({ role, content }))
  return system.trim() ? [{ role: 'system', content: system }, ...said] : said
}

/** The turns up to the last question: what an answer is asked for by. */
export function upToQuestion(turns: readonly Turn[]): readonly Turn[] {
  const last = turns.findLastIndex(({ role }) => role === 'user')
  return turns.slice(0, last + 1)
}

/** A conversation for programs: as the API that everybody speaks has it. */
export function conversationJson(state: ChatState): string {
  const { model, system, turns, temperature, topP, seed, most } = state
  const request = {
    model,
    messages: messagesOf(system, turns),
    temperature,
    top_p: topP,
    seed,
    max_tokens: most,
  }
  return `${JSON.stringify(request, null, 2)}\n`
}
