/**
 * What can be done against names that nobody has, and how a model is asked with
 * each of it. The storyteller goes on with a text; other models chat.
 */
import type { TeamList } from './lists.ts'
import {
  ONE_LINE,
  rollCallGrammar,
  rosterGrammar,
  rosterSchema,
} from './rules.ts'

export const REMEDIES = [
  'as-is',
  'facts',
  'grammar',
  'schema',
  'facts-and-grammar',
] as const

export type Remedy = (typeof REMEDIES)[number]

const WORDS: Readonly<Record<Remedy, string>> = {
  'as-is': 'As it is',
  facts: 'Facts in the prompt',
  grammar: 'A grammar',
  schema: 'A JSON schema',
  'facts-and-grammar': 'Facts and a grammar',
}

export function remedyWords(remedy: Remedy): string {
  return WORDS[remedy]
}

export function isRemedy(name: string): name is Remedy {
  return (REMEDIES as readonly string[]).includes(name)
}

/** A part of a conversation, as engines take them. */
export interface Message {
  role: 'system' | 'user'
  content: string
}

/** How a model is asked; engines know it as the half of a wish. */
export interface Asking {
  prompt: string | Message[]
  grammar?: string
  schema?: string
  maxTokens: number
  topK: number
  topP: number
}

/** Nothing but the temperature moves the odds, and no list is longer. */
const FREELY = { maxTokens: 200, topK: 0, topP: 1 }

/** @param question as the reader has it */
export function wishOf(
  list: TeamList,
  remedy: Remedy,
  question: string,
): Asking {
  const hasFacts = remedy === 'facts' || remedy === 'facts-and-grammar'
  const limit = limitOf(list, remedy)
  if (list.id === 'tonight') {
    const prompt = hasFacts ? storyFacts(list, question) : question
    return { prompt, ...limit, ...FREELY }
  }
  const prompt: Message[] = [
    { role: 'system', content: hasFacts ? chatFacts(list) : BRIEF },
    { role: 'user', content: question },
  ]
  return { prompt, ...limit, ...FREELY }
}

/** What may be said, in the form that the model has learned. */
function limitOf(
  list: TeamList,
  remedy: Remedy,
): Pick<Asking, 'grammar' | 'schema'> {
  if (remedy === 'schema') return { schema: rosterSchema(list) }
  const isFree = remedy === 'as-is' || remedy === 'facts'
  if (list.id === 'paw-patrol') {
    return isFree ? {} : { grammar: rosterGrammar(list, COLUMN) }
  }
  if (isFree) return { grammar: ONE_LINE }
  const isRollCall = remedy === 'facts-and-grammar'
  return {
    grammar: isRollCall ? rollCallGrammar(list) : rosterGrammar(list, LINE),
  }
}

/** As the storyteller's first lines have names, and as a chat lists them. */
const LINE = { before: ' ', between: ', ', after: '\n' }
const COLUMN = { before: '', between: '\n', after: '' }

const BRIEF = 'Answer with the names only, one a line.'

/** The storyteller's facts are its first line; what else is asked comes behind. */
function storyFacts({ members }: TeamList, question: string): string {
  const rest = question.replace(/^the team:\s*/, '')
  return `the team: ${members.map(({ name }) => name).join(', ')}\n${rest}`
}

function chatFacts({ team, members, besides, source }: TeamList): string {
  const names = members.map(({ name, who }) => `${name} (${who})`).join(', ')
  const others = besides.map(({ name, who }) => `${name} (${who})`).join(', ')
  return `${BRIEF} Use these facts about ${team}, from ${source}, and nothing else: it began with ${names}. Besides, there are ${others}.`
}
