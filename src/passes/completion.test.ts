/** Completion in a list of passes: which word, what fits, in which order. */
import { expect, test } from 'vitest'
import { completePasses } from './completion.ts'
import { PASSES } from './sentences.ts'

/** The caret stands at `|`. */
function completed(marked: string) {
  const caret = marked.indexOf('|')
  const list = marked.replace('|', '')
  const { from, to, choices } = completePasses(list, caret)
  return {
    word: list.slice(from, to),
    names: choices.map(({ text }) => text),
    choices,
  }
}

test.each([
  ['vac|', 'vac', ['vacuum']],
  ['--vac|', '--vac', ['--vacuum']],
  ['-vac|', '-vac', ['--vacuum']],
  ['dce, vac|', 'vac', ['vacuum']],
  ['dce,vac|, rse', 'vac', ['vacuum']],
  ['vac|uu --rse', 'vacuu', ['vacuum']],
  ['vacuum|', 'vacuum', ['vacuum']],
  ['nothing-like-it|', 'nothing-like-it', []],
])('%s', (marked, word, names) => {
  expect(completed(marked)).toMatchObject({ word, names })
})

test('what begins with the word comes before what has it inside', () => {
  const { names } = completed('merge|')
  expect(names[0]).toBe('merge-blocks')
  expect(names.at(-1)).toBe('ssa-nomerge')
  expect(completed('subtyping|').names).toEqual([
    'local-subtyping',
    'unsubtyping',
  ])
})

test.each(['|', '--|', 'dce, |'])('“%s” may become any pass', (marked) => {
  const { choices } = completed(marked)
  expect(choices).toHaveLength(Object.keys(PASSES).length)
})

test('each comes with its sentence', () => {
  const [choice] = completed('--vac|').choices
  expect(choice).toEqual({ text: '--vacuum', about: PASSES['vacuum'] })
})
