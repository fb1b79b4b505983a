/** Stories as they are drawn, and what is said of them. */
import { describe, expect, test } from 'vitest'
import {
  paceWords,
  settingsWords,
  stopWords,
  storyMarkup,
  type Settings,
} from './story.ts'

test.each([
  [
    'words: a <b>\n',
    'Mila & Wick.\nThe end.',
    '<p><span class="given">words: a &lt;b&gt;</span></p><p>Mila &amp; Wick.</p><p>The end.</p>',
  ],
  [
    'It was a foggy night, and Wick',
    ' slept.',
    '<p><span class="given">It was a foggy night, and Wick</span> slept.</p>',
  ],
  ['', 'One.\n\nTwo.', '<p>One.</p><p>Two.</p>'],
  ['', '', ''],
])('%j and %j', (prompt, text, markup) => {
  expect(storyMarkup(prompt, text)).toBe(markup)
})

describe('settings', () => {
  const settings: Settings = {
    prompt: '',
    seed: 3,
    temperature: 0.7,
    topK: 40,
    topP: 0.95,
    model: 'final',
  }
  test.each<[Partial<Settings>, string]>([
    [{}, 'seed 3 · temperature 0.7 · top-k 40 · top-p 0.95 · final'],
    [{ topK: 0, topP: 1 }, 'seed 3 · temperature 0.7 · final'],
    [{ temperature: 0 }, 'seed 3 · temperature 0 · final'],
  ])('%j', (change, words) => {
    expect(settingsWords({ ...settings, ...change })).toBe(words)
  })
})

test.each([
  [{ tokens: 0, first: 0, took: 0 }, '0 tokens'],
  [{ tokens: 1, first: 1234, took: 0 }, '1 token, the first after 1.2 s'],
  [
    { tokens: 201, first: 85.4, took: 2000 },
    '201 tokens, 100 a second, the first after 85 ms',
  ],
])('%j', (pace, words) => {
  expect(paceWords(pace)).toBe(words)
})

test('a stop on the way of the training', () => {
  const stop = { name: 'early', tokens: 912_345, validationLoss: 0.4399 }
  expect(stopWords(stop)).toBe('early: 0.9 million tokens, loss 0.44')
})
