import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CAST } from '../storyteller/cast.ts'
import { LISTS } from './lists.ts'
import { tallyOf } from './tally.ts'
import { judge } from './verdict.ts'

const PATROL = LISTS['paw-patrol']
const NAMES = PATROL.members.map(({ name }) => name)

function kinds(answer: string): string[] {
  return judge(answer, PATROL).named.map(({ text, kind }) => `${text} ${kind}`)
}

describe('an answer', () => {
  test('that has all is right, in any order', () => {
    const answer = NAMES.toReversed().join(', ')
    expect(judge(answer, PATROL)).toMatchObject({
      outcome: 'right',
      missing: [],
      invented: [],
    })
  })

  test('is judged name by name', () => {
    expect(
      kinds('1. chase\n2. Marshal\n3. Everest\n4. Bolt\n5. Chase\n6. Zumas'),
    ).toEqual([
      'chase member',
      'Marshal misspelt',
      'Everest besides',
      'Bolt invented',
      'Chase again',
      'Zumas member',
    ])
  })

  test('says who is missing, and whom nobody knows, once', () => {
    expect(judge('Chase, Bolt, bolt’s, Bolt, Skye', PATROL)).toMatchObject({
      missing: ['Marshall', 'Rocky', 'Rubble', 'Zuma'],
      invented: ['Bolt'],
      outcome: 'invented',
    })
    expect(judge('', PATROL)).toMatchObject({
      missing: NAMES,
      outcome: 'missing',
    })
  })

  test('may name who is there besides, and is right all the same', () => {
    const answer = `${NAMES.join(', ')}, Wild Cat, Robo-Dog, Ryder and Tracker`
    expect(judge(answer, PATROL).outcome).toBe('right')
  })

  test('that forgets names of a list is not right, whichever they are', () => {
    fc.assert(
      fc.property(fc.subarray(NAMES), (some) => {
        const { missing, invented, outcome } = judge(some.join('\n'), PATROL)
        expect(missing).toEqual(NAMES.filter((name) => !some.includes(name)))
        expect(invented).toEqual([])
        expect(outcome).toBe(missing.length > 0 ? 'missing' : 'right')
      }),
    )
  })
})

test('answers are counted, and who was invented how often', () => {
  const answers = [
    NAMES.join(', '),
    'Chase, Bolt, Bolt',
    'Chase, Bolt, Comet, Chase',
    'Skye',
  ]
  expect(tallyOf(answers.map((answer) => judge(answer, PATROL)))).toEqual({
    answers: 4,
    right: 1,
    invented: 2,
    missing: 1,
    again: 1,
    names: [
      ['Bolt', 2],
      ['Comet', 1],
    ],
  })
})

test('tonight’s team are pups of the corpus, with their own jobs', () => {
  for (const { name, who } of LISTS.tonight.members) {
    const pup = CAST['pups']!.find((one) => one.name === name)
    expect(pup?.forms['job'], name).toBe(who)
  }
})

test('no two names of a list can be taken for each other', () => {
  for (const { members, besides } of Object.values(LISTS)) {
    const all = [...members, ...besides].map(({ name }) => name)
    for (const name of all) {
      const [part] = judge(`${name},`, { ...PATROL, members, besides }).named
      expect(part!.meant).toBe(name)
    }
  }
})
