/** Search: what is found by numbers and by words, and in which order. */
import { expect, test } from 'vitest'
import { find, indexOf, told, wordsOf, type Entry } from './search.ts'

const ENTRIES: Entry[] = [
  { number: 1, title: 'From text to tokens', text: 'A loop of 12 lines' },
  { number: 2, title: 'Bäume im Café', text: 'Trees, and what they cost' },
  { number: 3, title: 'One loop reads it all', text: 'i32.add, tokenTypes[]' },
  { number: 12, title: 'The recap', text: 'Naïve tokens' },
  { title: 'From tokens to a tree' },
]

const titles = (query: string) =>
  find(indexOf(ENTRIES), query).map(({ title }) => title)

test.each([
  ['', ENTRIES.map(({ title }) => title)],
  [' ?! ', ENTRIES.map(({ title }) => title)],
  ['2', ['Bäume im Café']],
  [' 12 ', ['The recap', 'From text to tokens']],
  ['99', []],
  ['bau caf', ['Bäume im Café']],
  ['BÄUME', ['Bäume im Café']],
  ['naive', ['The recap']],
  ['from tok', ['From text to tokens', 'From tokens to a tree']],
  ['loop', ['One loop reads it all', 'From text to tokens']],
  ['tree', ['From tokens to a tree', 'Bäume im Café']],
  ['tokens loop', ['From text to tokens']],
  ['i32 tokentypes', ['One loop reads it all']],
  ['okens', []],
])('%j finds %j', (query, found) => {
  expect(titles(query)).toEqual(found)
})

test('words are what has letters and digits, in every script', () => {
  expect(wordsOf('ﬁne, O’Neil! Γλώσσα 3½')).toEqual([
    'fine',
    'o',
    'neil',
    'γλωσσα',
    '31',
    '2',
  ])
})

test.each([
  ['', '4 slides, 1 chapter'],
  ['2', '1 slide'],
  ['from tree', '1 chapter'],
  ['99', 'This chapter has 4 slides.'],
  ['nowhere', 'Nothing here has all of these words.'],
])('%j is told as %j', (query, words) => {
  expect(told(find(indexOf(ENTRIES), query), query, 4)).toBe(words)
})

test('a chapter of one slide says so', () => {
  expect(told([], '2', 1)).toBe('This chapter has one slide.')
})
