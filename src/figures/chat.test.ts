/** Conversations as they are drawn and saved. */
import { expect, test } from 'vitest'
import {
  conversationMarkup,
  conversationText,
  howWords,
  type Answered,
} from './chat.ts'

const answer: Answered = {
  role: 'assistant',
  content: 'Once <upon>\n\na time.',
  model: 'Llama & Co',
  seed: 1,
  temperature: 0.7,
  topK: 0,
  topP: 0.95,
  pace: { tokens: 21, first: 300, took: 1000 },
  isWhole: true,
}

test('each turn says who said it, and an answer how it came about', () => {
  const markup = conversationMarkup([
    { role: 'user', content: 'A <b>story' },
    answer,
  ])
  expect(markup).toContain('<p class="turn-by">You</p>')
  expect(markup).toContain('<p><span>A &lt;b&gt;story</span></p>')
  expect(markup).toContain('<p class="turn-by">Llama &amp; Co</p>')
  expect(markup).toContain(
    '<p><span>Once &lt;upon&gt;</span></p><p><span>a time.</span></p>',
  )
  expect(markup).toContain('20 a second, the first after 300 ms')
})

test('an empty one says that it is', () => {
  expect(conversationMarkup([])).toContain('Nobody has said anything yet.')
})

test('how an answer came about', () => {
  expect(howWords({ ...answer, isWhole: false })).toBe(
    'seed 1 · temperature 0.7 · top-p 0.95 · 21 tokens, 20 a second, the first after 300 ms · not at its end',
  )
})

test('as a text, it says what a model made up', () => {
  const text = conversationText(
    [{ role: 'user', content: 'A story!' }, answer],
    'Be kind.',
  )
  expect(text).toMatch(/^System prompt:\nBe kind\.\n\nYou:\nA story!\n\n/)
  expect(text).toContain('Llama & Co (made up by a model; seed 1')
  expect(text).toMatch(/a time\.\n$/)
})
