/** States from anywhere, and what is asked by them. */
import { expect, test } from 'vitest'
import type { Turn } from '../../figures/chat.ts'
import {
  conversationJson,
  messagesOf,
  soundTurns,
  upToQuestion,
} from './chat-state.ts'
import { NO_ADDRESSES } from './own-model.ts'

const asked: Turn = { role: 'user', content: 'A story!' }
const answered: Turn = {
  role: 'assistant',
  content: 'Once.',
  model: 'M',
  seed: 1,
  temperature: 0.5,
  topK: 0,
  topP: 1,
  pace: { tokens: 2, first: 1, took: 1 },
  isWhole: true,
}

test('turns that are none are left out, and what they lack is filled in', () => {
  expect(soundTurns([asked, answered])).toEqual([asked, answered])
  const strange = [null, 3, 'x', {}, { role: 'system', content: 'no' }]
  expect(soundTurns(strange)).toEqual([])
  expect(
    soundTurns([{ role: 'assistant', content: 'Hm.', seed: 'x', pace: 3 }]),
  ).toEqual([
    {
      role: 'assistant',
      content: 'Hm.',
      model: 'A model',
      seed: 0,
      temperature: 0,
      topK: 0,
      topP: 0,
      pace: { tokens: 0, first: 0, took: 0 },
      isWhole: false,
    },
  ])
})

test('a model is told all, and the system prompt first where there is one', () => {
  expect(messagesOf(' ', [asked])).toEqual([asked])
  expect(messagesOf('Be kind.', [asked, answered, asked])).toEqual([
    { role: 'system', content: 'Be kind.' },
    asked,
    { role: 'assistant', content: 'Once.' },
    asked,
  ])
})

test('an answer is asked for by all that was said up to the last question', () => {
  expect(upToQuestion([asked, answered, asked, answered])).toEqual([
    asked,
    answered,
    asked,
  ])
  expect(upToQuestion([asked])).toEqual([asked])
  expect(upToQuestion([])).toEqual([])
})

test('for programs, a conversation is a request', () => {
  const json = conversationJson({
    version: 1,
    model: 'M',
    own: NO_ADDRESSES,
    message: '',
    system: 'Be kind.',
    temperature: 0.5,
    topP: 1,
    seed: 4,
    most: 100,
    turns: [asked],
  })
  expect(JSON.parse(json)).toEqual({
    model: 'M',
    messages: [{ role: 'system', content: 'Be kind.' }, asked],
    temperature: 0.5,
    top_p: 1,
    seed: 4,
    max_tokens: 100,
  })
})
