/** Roll calls against what they are of: the chapters that ask, the weights, and the words that count them. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { judgeRun, LISTS, REMEDIES, type Remedy } from '../roll/roll.ts'
import { Foresight } from '../storyteller/likely.ts'
import { ownTokenizer } from '../storyteller/own-tokenizer.ts'
import { fencesIn } from './ahead.ts'
import { CALLED, calledFile, readCalled } from './called.ts'
import { readCheckpoints } from './models.ts'
import { isRoll, parseRoll } from './roll-fence.ts'

const CHAPTER = 'content/2-inference/04-a-member-that-never-existed.md'
const chapter = readFileSync(CHAPTER, 'utf8')
const checkpoints = readCheckpoints()
const asked = fencesIn('content', isRoll).flatMap(
  ({ info, content, place }) => {
    const { wishes, count } = parseRoll(info, content, place)
    return wishes.map((wish) => ({ wish, count }))
  },
)

test('each roll was answered by the weights that are here', () => {
  const hashes = new Map(
    checkpoints.map(({ name, file }) => [
      name,
      createHash('sha256').update(readFileSync(file)).digest('hex'),
    ]),
  )
  expect(asked.length).toBeGreaterThan(0)
  for (const { wish, count } of asked) {
    const record = readCalled(wish, count)
    expect(record, calledFile(wish, count)).toMatchObject({
      ...wish,
      sha256: hashes.get(wish.model),
    })
    expect(record!.answers).toHaveLength(count)
  }
})

test('no record is left of what nobody asks for', () => {
  const files = new Set(asked.map(({ wish, count }) => calledFile(wish, count)))
  const left = readdirSync(CALLED).filter(
    (name) => !files.has(`${CALLED}/${name}`),
  )
  expect(left).toEqual([])
})

/** A hundred answers with a remedy, judged. */
function judged(remedy: Remedy) {
  const one = asked.find(
    ({ wish, count }) => wish.remedy === remedy && count === 100,
  )!
  return judgeRun(readCalled(one.wish, 100)!, LISTS.tonight)
}

/** In how many answers one name comes four times or more. */
function repeating(remedy: Remedy): number {
  return judged(remedy).judged.filter(({ named }) =>
    named.some(
      ({ meant }) => named.filter((one) => one.meant === meant).length >= 4,
    ),
  ).length
}

test('the chapter counts what was recorded', () => {
  const tallies = Object.fromEntries(
    REMEDIES.map((remedy) => [remedy, judged(remedy).tally]),
  )
  const { facts, grammar, schema } = tallies
  expect(tallies['as-is']!.right).toBe(0)
  expect(chapter).toContain(
    `In ${tallies['as-is']!.invented} of the hundred, somebody was made up.`,
  )
  expect(chapter).toContain(
    `From none to ${facts!.right} right of a hundred, and ${facts!.invented} in which`,
  )
  expect(chapter).toContain(`Yet only ${grammar!.right} are right.`)
  expect(chapter).toContain(`And ${schema!.right} of the hundred is right.`)
  expect([grammar!.invented, schema!.invented]).toEqual([0, 0])
  expect(tallies['facts-and-grammar']!.right).toBe(100)
  // “More than half of its answers stop after four”, and “over and over”.
  const short = judged('as-is').judged.filter(({ named }) => named.length === 4)
  expect(short.length).toBeGreaterThan(50)
  expect(repeating('schema')).toBeGreaterThan(10 * repeating('grammar'))
})

test('the first answer is what the chapter says of it', () => {
  const { wish } = asked.find(({ count }) => count === 1)!
  const [answer] = judgeRun(readCalled(wish, 1)!, LISTS.tonight).judged
  expect(answer!.invented).toHaveLength(4)
  expect(answer!.invented).toContain('Karim')
  expect(chapter).toContain('four whom nobody called, and Karim')
})

test('the odds of the chapter are the model’s', () => {
  const { file } = checkpoints.at(-1)!
  const foresight = new Foresight(readFileSync(file))
  const percentsAfter = (text: string) =>
    foresight
      .after(ownTokenizer.encode(text), 12)
      .map(({ logprob }) => Math.exp(logprob) * 100)
  const first = percentsAfter('the team:')
  expect([Math.round(first.at(-1)!), Math.round(first[0]!)]).toEqual([7, 10])
  expect(chapter).toContain('All twelve pups have between 7 and 10 %.')
  const names = LISTS.tonight.members.map(({ name }) => name).join(', ')
  const [wick] = percentsAfter(
    `the team: ${names}\nWho is in the team tonight? First there are`,
  )
  expect(Math.floor(wick! * 10) / 10).toBe(99.9)
  expect(chapter).toContain('Wick has 99.9 %.')
})
