import { expect, test } from 'vitest'
import { Choices } from './choices.ts'
import { readPlot } from './notation.ts'
import { tell } from './tell.ts'

/** A plot around these lines, which begin in line 9. */
function plotOf(lines: string, cast = 'hero: Mila, Theo'): string {
  return `# A try

${cast}
thing: ball, umbrella
place: hill, lake

> words: {hero}, {thing}
## beginning
${lines}`
}

function tellOnce(lines: string, seed = 1): string {
  const { text } = tell(readPlot(plotOf(lines), 'try'), new Choices(seed))
  return text.split('\n')[1]!
}

function tellMany(lines: string): Set<string> {
  return new Set(
    Array.from({ length: 200 }, (_, seed) => tellOnce(lines, seed)),
  )
}

test('each line of a sentence is one way to say it', () => {
  expect(tellMany('One.\nTwo.\n\nThree.\nFour.')).toEqual(
    new Set(['One. Three.', 'One. Four.', 'Two. Three.', 'Two. Four.']),
  )
})

test('a choice may be empty', () => {
  expect(tellMany('A (very |)big (dog|)')).toEqual(
    new Set(['A very big dog', 'A big dog', 'A very big ', 'A big ']),
  )
})

test('pronouns agree with the hero', () => {
  expect(tellMany('{hero}: {He} saw {himself}.')).toEqual(
    new Set(['Mila: She saw herself.', 'Theo: He saw himself.']),
  )
})

test('articles and prepositions agree with their words', () => {
  expect(tellMany('{A thing} {at place}.')).toEqual(
    new Set([
      'A ball on the hill.',
      'An umbrella on the hill.',
      'A ball by the lake.',
      'An umbrella by the lake.',
    ]),
  )
})

test('a way may be for one member of the cast', () => {
  expect(tellMany('hero Mila: Hers.\nhero Theo: His.\nOurs.')).toEqual(
    new Set(['Hers.', 'His.', 'Ours.']),
  )
  expect(() => readPlot(plotOf('hero Mila: Hers.'), 'try')).toThrow(
    'try: sentence 1 of "beginning" has no way for Theo.',
  )
})

test.each([
  ['{dog} ran.', 'try:9: The cast has no "dog"; it has hero, thing, place.'],
  ["{hero's tool}", 'try:9: {hero\'s tool}: Mila has no "tool".'],
  ['a {thing}', 'try:9: "a {thing}" may need "an": write {a thing}.'],
  ['hero Suki: No.', 'try:9: "Suki" is never the hero.'],
  ['(a|a)', 'try:9: (a|a) says something twice, or has no choice.'],
  ['(a)', 'try:9: (a) says something twice, or has no choice.'],
  ['It was \u{e9}.', 'try:9: A sentence can\'t have "\u{e9}" here.'],
  ['{hero', 'try:9: A sentence can\'t have "{" here.'],
  ['A.\nA.', 'try: sentence 1 of "beginning" is said twice in the same way.'],
])('%s is answered with a place', (lines, message) => {
  expect(() => readPlot(plotOf(lines), 'try')).toThrow(message)
})

test('a cast line names a list or members', () => {
  expect(() => readPlot(plotOf('A.', 'hero: Nobody'), 'try')).toThrow(
    'try:3: The cast has no "Nobody".',
  )
  expect(() => readPlot(plotOf('A.', 'A hero'), 'try')).toThrow(
    'try:3: "A hero" is no line of a cast, as "hero: pups" is one.',
  )
  expect(() => readPlot('hero: pups', 'try')).toThrow('A plot has a title')
})
