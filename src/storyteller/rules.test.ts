import { expect, test } from 'vitest'
import { storyOf } from './corpus.ts'
import { readPlots, wordsOf } from './plots.ts'
import {
  forgottenNames,
  inventedNames,
  judge,
  taleOf,
  type Rule,
} from './rules.ts'

const HEADER = 'words: Mila, Wick, owl, red kite, hill'
const STORY = `${HEADER}
Mila had a red kite. She ran to the hill with Wick of the Lantern Pups.
"Look," said Mila. "My kite can dance." And on Monday the owl danced, too.`

const plots = readPlots()
const known = wordsOf(plots)
const texts = Array.from({ length: 2000 }, (_, number) =>
  storyOf(plots, 1, number),
)
const stories = texts.filter(({ plot }) => !plot.startsWith('A list'))
const lists = texts.filter(({ plot }) => plot.startsWith('A list'))

/** The rules that a text breaks. */
function broken(text: string, ended = true): string[] {
  const verdict = Object.entries(judge(text, ended, known))
  return verdict.flatMap(([rule, kept]) => (kept ? [] : [rule]))
}

test('all stories of the corpus keep to every rule', () => {
  for (const { text } of stories) expect(broken(text), text).toEqual([])
})

test('all lists of the corpus name whom they should', () => {
  for (const { text } of lists) {
    expect(inventedNames(text, known), text).toEqual([])
    expect(forgottenNames(text), text).toEqual([])
  }
})

test('a small good story keeps to every rule', () => {
  expect(broken(STORY)).toEqual([])
})

test.each<[Rule, what: string, text: string]>([
  ['endsProperly', 'stops within a sentence', `${STORY} And then`],
  ['heroKept', 'another hero of the cast', `${STORY} Suki slept.`],
  ['heroKept', 'a name that nobody has', `${STORY} Milette slept.`],
  [
    'heroKept',
    'a hero who is named once',
    STORY.replace('said Mila', 'she said'),
  ],
  ['heroKept', 'a hero who comes late', STORY.replace('Mila had', 'A pup had')],
  ['pronounsRight', 'the other pronoun', `${STORY} Then he slept.`],
  ['thingKept', 'another thing', `${STORY} The ball was gone.`],
  ['thingKept', 'a thing that is forgotten', STORY.replace('My kite', 'It')],
  ['colourKept', 'another colour', STORY.replace('My kite', 'My blue kite')],
  ['colourKept', 'a colour that is forgotten', STORY.replace('a red', 'a')],
  ['varied', 'a sentence three times', `${STORY} Boom. Boom. Boom.`],
])('%s: %s', (rule, _, text) => {
  expect(broken(text)).toEqual([rule])
})

test('a story that the model did not end, does not end properly', () => {
  expect(broken(STORY, false)).toEqual(['endsProperly'])
})

test('a text without a header keeps no hero', () => {
  expect(broken('A dog ran.')).toContain('heroKept')
  expect(broken('')).toContain('endsProperly')
})

test('members of a list are invented or forgotten', () => {
  const list =
    'the team: Wick, Clover\nBello comes with Juniper. Wick comes, too.'
  expect(inventedNames(list, known)).toEqual(['Bello', 'Juniper'])
  expect(forgottenNames(list)).toEqual(['Clover'])
})

test('a story is from the corpus if its tale is, whatever its header says', () => {
  const corpus = new Set(stories.map(({ text }) => taleOf(text)))
  const { text } = stories[7]!
  expect(corpus.has(taleOf(text))).toBe(true)
  expect(corpus.has(taleOf(text.replace(/^.*/, HEADER)))).toBe(true)
  expect(corpus.has(taleOf(`${text} And then they slept.`))).toBe(false)
  const later = storyOf(plots, 1, 60_000)
  expect(corpus.has(taleOf(later.text))).toBe(false)
})
