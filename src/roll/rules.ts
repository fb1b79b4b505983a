/**
 * What may be said at all: grammars in the notation that llama.cpp's GBNF and
 * WebLLM's EBNF have in common, and JSON schemas. Both are made of a list.
 */
import type { Entry, TeamList } from './lists.ts'

/** Any line of text, up to its end. */
export const ONE_LINE = String.raw`root ::= [^\n]* "\n"`

/**
 * So many names as the list has, one behind the other.
 *
 * @param between what stands between two of them
 * @param before what stands in front of the first
 */
export function rosterGrammar(
  { members }: Pick<TeamList, 'members'>,
  {
    before,
    between,
    after,
  }: { before: string; between: string; after: string },
): string {
  const names = members.map(() => 'name').join(` ${terminal(between)} `)
  const root = [before && terminal(before), names, after && terminal(after)]
  return `root ::= ${root.filter(Boolean).join(' ')}
name ::= ${choices(members.map(({ name }) => name))}`
}

/**
 * The roll call as the storyteller learned it, two pups a sentence. A form that a
 * model has not learned would keep it from using what it has.
 */
export function rollCallGrammar({
  members,
}: Pick<TeamList, 'members'>): string {
  const pairs = Math.ceil(members.length / 2)
  const sentences = Array.from({ length: pairs }, (_, at) => {
    const opening = at === 0 ? 'First' : at < pairs - 1 ? 'Then' : 'And last'
    const isPair = at * 2 + 1 < members.length
    const verb = isPair ? 'there are' : 'there is'
    return `" ${opening} ${verb} " ${isPair ? 'pup " and " pup' : 'pup'} "."`
  })
  return `root ::= ${terminal(QUESTION)} ${sentences.join(' ')}
pup ::= ${choices(members.map(titleOf))}`
}

const QUESTION = 'Who is in the team tonight?'

function titleOf({ name, who }: Entry): string {
  return `${name} the ${who}`
}

/** A list of names that are on the list; that each comes once is asked for, too. */
export function rosterSchema({ members }: Pick<TeamList, 'members'>): string {
  return JSON.stringify({
    type: 'array',
    items: { enum: members.map(({ name }) => name) },
    minItems: members.length,
    maxItems: members.length,
    uniqueItems: true,
  })
}

function choices(texts: readonly string[]): string {
  return texts.map(terminal).join(' | ')
}

/** A text as grammars write it. */
function terminal(text: string): string {
  const escaped = text
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replaceAll('\n', '\\n')
  return `"${escaped}"`
}
