import { expect, test } from 'vitest'
import {
  lackOf,
  speakerFor,
  wordsFor,
  type Situation,
} from './following-words.ts'

const WITH: Situation = {
  standing: 'open',
  where: 'with',
  speaker: 'at slide 7',
}

function both(some: Partial<Situation>): string {
  const situation = { ...WITH, ...some }
  return [wordsFor(situation), speakerFor(situation)].filter(Boolean).join(' ')
}

test.each<[Partial<Situation>, string]>([
  [{}, 'Following the speaker'],
  [
    { speaker: '' },
    'The speaker is not there yet. The slides will follow by themselves.',
  ],
  [{ standing: 'connecting', speaker: '' }, 'Connecting to the speaker…'],
  [
    { standing: 'lost' },
    'Connection lost. You see the last slide the speaker showed; reconnecting…',
  ],
  [{ standing: 'lost', speaker: '' }, 'Connection lost; reconnecting…'],
  [
    { where: 'alone' },
    'You are looking around by yourself. The speaker is at slide 7.',
  ],
  [{ where: 'away' }, 'The speaker is at slide 7.'],
  [{ where: 'alone', speaker: '' }, 'You are looking around by yourself.'],
  [
    { where: 'away', standing: 'lost' },
    'Connection lost; reconnecting… The speaker is at slide 7.',
  ],
  [
    { standing: 'newer' },
    'The speaker shows a newer version of this site. Reload to follow.',
  ],
])('%o', (situation, words) => {
  expect(both(situation)).toBe(words)
})

test('what plain http lacks is said, and of a safe address nothing', () => {
  expect(lackOf(true)).toBe('')
  expect(lackOf(false)).toContain('the screen may go dark')
})
