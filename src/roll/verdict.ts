/** An answer, judged name by name against a list. */
import type { TeamList } from './lists.ts'
import { namesIn, type Found } from './names.ts'
import { distance, plain, tolerance } from './spelling.ts'

export type NamedKind =
  | 'member'
  | 'misspelt' // a member, with a letter or two that are wrong
  | 'besides' // exists, and is none of those that were asked for
  | 'again' // a member who was named before
  | 'invented'

export interface NamedPart extends Found {
  kind: NamedKind
  /** Who is meant; '' for one who was invented. */
  meant: string
}

/** What an answer comes to: one who was invented weighs more than one who is missing. */
export type Outcome = 'right' | 'missing' | 'invented'

export interface Judged {
  named: NamedPart[]
  /** Members that the answer forgets. */
  missing: string[]
  /** Names of nobody, each once, as they are written first. */
  invented: string[]
  outcome: Outcome
}

export function judge(answer: string, { members, besides }: TeamList): Judged {
  const own = members.map(({ name }) => name)
  const others = besides.map(({ name }) => name)
  const seen = new Set<string>()
  const named = namesIn(answer, [...own, ...others]).map((found) => {
    const part = partOf(found, own, others)
    const isAgain = part.kind !== 'besides' && seen.has(part.meant)
    seen.add(part.meant)
    return isAgain && part.meant ? { ...part, kind: 'again' as const } : part
  })
  const missing = own.filter((name) => !seen.has(name))
  const invented = new Map(
    named
      .filter(({ kind }) => kind === 'invented')
      .map(({ text }) => [plain(text), text]),
  )
  return {
    named,
    missing,
    invented: [...invented.values()],
    outcome:
      invented.size > 0 ? 'invented' : missing.length > 0 ? 'missing' : 'right',
  }
}

function partOf(
  found: Found,
  own: readonly string[],
  others: readonly string[],
): NamedPart {
  const name = plain(found.text)
  const words = name.split(' ')
  const is = (one: string) =>
    words.includes(plain(one)) || words.includes(`${plain(one)}s`)
  const member = own.find(is)
  if (member) return { ...found, kind: 'member', meant: member }
  const other = others.find(is)
  if (other) return { ...found, kind: 'besides', meant: other }
  const near = nearestOf(name, [...own, ...others])
  if (!near) return { ...found, kind: 'invented', meant: '' }
  const kind = own.includes(near) ? 'misspelt' : 'besides'
  return { ...found, kind, meant: near }
}

/** The name that a spelling comes closest to, if it is close enough. */
function nearestOf(name: string, all: readonly string[]): string | undefined {
  const near = all
    .map((one) => ({ one, off: distance(name, plain(one)) }))
    .filter(({ one, off }) => off <= tolerance([...one].length))
    .sort((a, b) => a.off - b.off)
  return near[0]?.one
}
