/**
 * Reads a plot. A plot is a text that one writes as one tells:
 *
 *     # The title, for those who read plots
 *
 *     hero: children                 whom the story is about: a list of the cast,
 *     helper: Juniper, Barley        or some of its members
 *
 *     > words: {hero}, {helper}      the header line of each story
 *
 *     ## beginning                   a part, which becomes a paragraph
 *
 *     {hero} sat by the door.        a sentence: each line is one way to say it,
 *     By the door sat {hero}.        and an empty line ends it
 *
 *     helper Barley: {helper} came.  a way for this helper only
 *
 * In a sentence, `(big|small|)` is a choice, and `{…}` stands for a member of the
 * story's cast: `{thing}` its name, `{a thing}` with its article, `{helper's tool}`
 * and `{at place}` another form of it. `{he}`, `{him}`, `{his}` and `{himself}`
 * are the hero's; with a capital they begin a sentence.
 */
import { CAST, type Member } from './cast.ts'

export interface Plot {
  title: string
  cast: Slot[]
  header: Piece[]
  parts: Part[]
}

export interface Slot {
  name: string
  members: readonly Member[]
}

export interface Part {
  title: string
  sentences: Way[][]
}

/** One way to say a sentence; with `only`, for some members of a slot. */
export interface Way {
  only?: { slot: string; names: string[] }
  pieces: Piece[]
}

export type Piece = string | Reference | { either: Piece[][] }

export interface Reference {
  slot: string
  form: 'name' | 'article' | (string & {})
  capital: boolean
}

const HERO_FORMS = new Set(['he', 'him', 'his', 'himself'])

/**
 * @param file for messages
 * @throws Error with file and line of what can't be read
 */
export function readPlot(text: string, file: string): Plot {
  const plot: Plot = { title: '', cast: [], header: [], parts: [] }
  let open: Way[] | undefined
  for (const [index, line] of text.split('\n').entries()) {
    try {
      open = readLine(line.trimEnd(), plot, open)
    } catch (error) {
      throw new Error(`${file}:${index + 1}: ${(error as Error).message}`, {
        cause: error,
      })
    }
  }
  for (const complaint of complaints(plot)) {
    throw new Error(`${file}: ${complaint}`)
  }
  return plot
}

/** @returns the sentence that the next line may say in another way */
function readLine(line: string, plot: Plot, open?: Way[]): Way[] | undefined {
  if (line === '') return undefined
  const [, mark, words] = /^(#{1,2}|>) (.*)$/.exec(line) ?? []
  if (mark === '#') plot.title = words!
  else if (mark === '##') plot.parts.push({ title: words!, sentences: [] })
  else if (mark === '>') plot.header = readPieces(words!, plot.cast)
  else if (plot.parts.length === 0) plot.cast.push(readSlot(line))
  else {
    const ways = open ?? []
    if (!open) plot.parts.at(-1)!.sentences.push(ways)
    ways.push(readWay(line, plot.cast))
    return ways
  }
  return undefined
}

function readSlot(line: string): Slot {
  const [, name, words] = /^([a-z]+): (.+)$/.exec(line) ?? []
  if (!name || !words) {
    throw new Error(`"${line}" is no line of a cast, as "hero: pups" is one.`)
  }
  const members = CAST[words] ?? words.split(', ').map(findMember)
  return { name, members }
}

function findMember(name: string): Member {
  const lists = Object.values(CAST)
  const member = lists.flat().find((each) => each.name === name)
  if (!member) throw new Error(`The cast has no "${name}".`)
  return member
}

function readWay(line: string, cast: Slot[]): Way {
  const [bare] = /\ban? \{[a-z]+\}/i.exec(line) ?? []
  if (bare) {
    throw new Error(`"${bare}" may need "an": write {${bare.replace('{', '')}.`)
  }
  const [, slot, names, text] =
    /^([a-z]+) (\w+(?: or \w+)*): (.*)$/.exec(line) ?? []
  if (!slot || !names || !text) return { pieces: readPieces(line, cast) }
  const only = { slot, names: names.split(' or ') }
  const { members } = findSlot(slot, cast)
  const known = new Set(members.map(({ name }) => name))
  const unknown = only.names.find((name) => !known.has(name))
  if (unknown) throw new Error(`"${unknown}" is never the ${slot}.`)
  return { only, pieces: readPieces(text, cast) }
}

function readPieces(text: string, cast: Slot[]): Piece[] {
  return text.split(/(\{.*?\}|\(.*?\))/).map((part) => {
    if (isReference(part)) return readReference(part.slice(1, -1), cast)
    if (!/^\(.*\)$/.test(part)) return readPlain(part)
    const ways = part.slice(1, -1).split('|')
    if (new Set(ways).size < ways.length || ways.length < 2) {
      throw new Error(`${part} says something twice, or has no choice.`)
    }
    return { either: ways.map((way) => readBranch(way, cast)) }
  })
}

/** A branch may have members of the cast, and no choice of its own. */
function readBranch(text: string, cast: Slot[]): Piece[] {
  return text
    .split(/(\{.*?\})/)
    .map((part) =>
      isReference(part)
        ? readReference(part.slice(1, -1), cast)
        : readPlain(part),
    )
}

/** Whether this is a whole `{…}`, and no brace that nobody closed. */
function isReference(text: string): boolean {
  return text.startsWith('{') && text.endsWith('}')
}

function readPlain(text: string): string {
  const [odd] = /[^ -~]|[{}()|]/.exec(text) ?? []
  if (odd) throw new Error(`A sentence can't have "${odd}" here.`)
  return text
}

function readReference(words: string, cast: Slot[]): Reference {
  const lower = words[0]!.toLowerCase() + words.slice(1)
  const capital = lower !== words
  if (HERO_FORMS.has(lower)) return { slot: 'hero', form: lower, capital }
  const [, before, slot, after] =
    /^(?:(\w+) )?([a-z]+)(?:'s (\w+))?$/.exec(lower) ?? []
  const { members } = findSlot(slot ?? words, cast)
  const form = before === 'a' ? 'article' : (before ?? after ?? 'name')
  const own = ['name', 'article'].includes(form)
  const lacking = own ? undefined : members.find(({ forms }) => !forms[form])
  if (lacking) throw new Error(`{${words}}: ${lacking.name} has no "${form}".`)
  return { slot: slot!, form, capital }
}

function findSlot(name: string, cast: Slot[]): Slot {
  const slot = cast.find((each) => each.name === name)
  if (slot) return slot
  const names = cast.map((each) => each.name).join(', ')
  throw new Error(`The cast has no "${name}"; it has ${names}.`)
}

/** What only the whole plot shows: each sentence can be said, whoever is in it. */
function complaints({ title, cast, header, parts }: Plot): string[] {
  if (!title || header.length === 0 || parts.length === 0) {
    return ['A plot has a title (#), a header line (>) and parts (##).']
  }
  const found: string[] = []
  for (const { title: part, sentences } of parts) {
    for (const [index, ways] of sentences.entries()) {
      const where = `sentence ${index + 1} of "${part}"`
      const texts = ways.map((way) => JSON.stringify(way))
      if (new Set(texts).size < texts.length) {
        found.push(`${where} is said twice in the same way.`)
      }
      for (const { name, members } of cast) {
        const left = members.find((member) => !canSay(ways, name, member.name))
        if (left) found.push(`${where} has no way for ${left.name}.`)
      }
    }
  }
  return found
}

/** Whether there is a way for this member, whoever has the other slots. */
function canSay(ways: Way[], slot: string, name: string): boolean {
  return ways.some(
    ({ only }) => only?.slot !== slot || only.names.includes(name),
  )
}
