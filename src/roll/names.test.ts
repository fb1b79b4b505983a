/** Names as models write them down. */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { namesIn } from './names.ts'

const KNOWN = ['Chase', 'Marshall', 'Skye', 'Rocky', 'Rubble', 'Zuma']

function names(answer: string): string[] {
  return namesIn(answer, KNOWN).map(({ text }) => text)
}

describe('names are read from', () => {
  test.each([
    ['commas', 'Chase, Marshall, Skye, Rocky'],
    ['commas and “and”', 'The members are Chase, Marshall, Skye and Rocky.'],
    [
      'an Oxford comma',
      'Sure! Here they are: Chase, Marshall, Skye, and Rocky!',
    ],
    ['numbers', '1. Chase\n2) Marshall\n3. Skye\n10. Rocky'],
    ['bullets', '- Chase\n* Marshall\n• Skye\n– Rocky'],
    [
      'items that explain',
      'The PAW Patrol has:\n\n1. **Chase** - A police pup, a friend of Ryder\n2. **Marshall**: the Fire Pup\n3. Skye (air rescue)\n4. Rocky is Recycling.',
    ],
    ['lines', 'Chase\nMarshall\nSkye\nRocky\n'],
    ['JSON', '["Chase", "Marshall",\n\n"Skye","Rocky"]'],
    ['JSON that was cut off', '[ "Chase", "Marshall", "Skye", "Rocky", "Rub'],
    ['an object', '{"members": ["Chase", "Marshall", "Skye", "Rocky"]}'],
    ['a fence', '```json\n["Chase", "Marshall", "Skye", "Rocky"]\n```'],
    [
      'prose',
      'Chase comes with a net, and Marshall comes with a ladder. Then there are Skye the flyer and Rocky the mender.',
    ],
    ['emphasis', '**Chase**, **Marshall**, *Skye* and **Rocky**'],
  ])('%s', (_, answer) => {
    expect(names(answer)).toEqual(['Chase', 'Marshall', 'Skye', 'Rocky'])
  })

  test('small letters, where they stand alone', () => {
    expect(names('chase, marshall and skye')).toEqual([
      'chase',
      'marshall',
      'skye',
    ])
    expect(names('They chase a cat, and skye is blue.')).toEqual([])
  })

  test('nothing, where there is nothing', () => {
    expect(names('')).toEqual([])
    expect(names('[]')).toEqual([])
    expect(names('I do not know. Please ask Wikipedia.')).toEqual(['Wikipedia'])
    expect(names('Certainly! However, that is hard.')).toEqual([])
  })

  test('who is unknown, at the start of a sentence, too', () => {
    expect(names('Karim, Chase. Bolt comes, too.')).toEqual([
      'Karim',
      'Chase',
      'Bolt',
    ])
    expect(names('Captain Bolt and Chase')).toEqual(['Captain Bolt', 'Chase'])
  })
})

test('what is found stands where it says, and no two share a letter', () => {
  const words = fc.constantFrom(
    ...KNOWN,
    'Bolt',
    ' and ',
    ', ',
    '. ',
    '\n',
    '- ',
    '1. ',
    '"',
    '[',
    '{',
    'the ',
    '✓é',
    '``',
  )
  fc.assert(
    fc.property(fc.array(words), fc.string(), (parts, rest) => {
      const answer = parts.join('') + rest
      let at = 0
      for (const { text, from, to } of namesIn(answer, KNOWN)) {
        expect(answer.slice(from, to)).toBe(text)
        expect(from).toBeGreaterThanOrEqual(at)
        at = to
      }
    }),
  )
})
