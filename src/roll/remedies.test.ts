/** Remedies, as engines get them, and as llama.cpp takes them. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Engine } from '../engines/engine.ts'
import { llamaInNode, modelFile } from '../engines/node.ts'
import { LISTS } from './lists.ts'
import { REMEDIES, wishOf } from './remedies.ts'
import { rollCallGrammar, rosterGrammar } from './rules.ts'
import { judge } from './verdict.ts'

const { signal } = new AbortController()
const OWN = LISTS.tonight
const PATROL = LISTS['paw-patrol']

test('the storyteller goes on with a text, whose first line has the facts', () => {
  expect(wishOf(OWN, 'as-is', 'the team:').prompt).toBe('the team:')
  expect(wishOf(OWN, 'facts', 'the team:').prompt).toBe(
    'the team: Wick, Nutmeg, Fennel, Juniper, Puddle, Quill\n',
  )
  expect(wishOf(OWN, 'facts-and-grammar', 'Who?').prompt).toMatch(
    /Quill\nWho\?$/,
  )
})

test('other models chat, and their facts name their source', () => {
  const asIs = wishOf(PATROL, 'as-is', 'Who?')
  expect(asIs).toMatchObject({
    prompt: [{ role: 'system' }, { role: 'user', content: 'Who?' }],
  })
  expect(JSON.stringify(asIs)).not.toContain('Marshall')
  expect(JSON.stringify(wishOf(PATROL, 'facts', 'Who?').prompt)).toMatch(
    /wikipedia\.org.*Marshall \(fire pup\)/,
  )
})

test('grammars and schemas are made of the list', () => {
  expect(wishOf(PATROL, 'grammar', 'Who?').grammar).toBe(
    `root ::= name "\\n" name "\\n" name "\\n" name "\\n" name "\\n" name
name ::= "Chase" | "Marshall" | "Skye" | "Rocky" | "Rubble" | "Zuma"`,
  )
  expect(JSON.parse(wishOf(PATROL, 'schema', 'Who?').schema!)).toEqual({
    type: 'array',
    items: { enum: PATROL.members.map(({ name }) => name) },
    minItems: 6,
    maxItems: 6,
    uniqueItems: true,
  })
  const odd = { members: [{ name: 'A"\\\n', who: 'x' }] }
  expect(rosterGrammar(odd, { before: '', between: '', after: '' })).toBe(
    'root ::= name\nname ::= "A\\"\\\\\\n"',
  )
  expect(rollCallGrammar({ members: OWN.members.slice(0, 3) })).toContain(
    '" First there are " pup " and " pup "." " And last there is " pup "."',
  )
})

describe('llama.cpp', () => {
  let engine: Engine

  beforeAll(async () => {
    engine = llamaInNode(
      await modelFile('src/storyteller/weights/storyteller-early.q8_0.gguf'),
    )
    await engine.load(() => {}, signal)
  })
  afterAll(() => engine.dispose())

  async function answer(remedy: (typeof REMEDIES)[number], seed: number) {
    const asking = wishOf(OWN, remedy, 'the team:')
    const wish = { ...asking, temperature: 1.5, seed, signal }
    let text = ''
    for await (const piece of engine.generate(wish)) text += piece.text
    return text
  }

  test.each(['grammar', 'schema', 'facts-and-grammar'] as const)(
    'keeps a model that knows nothing to the names: %s',
    async (remedy) => {
      for (const seed of remedy === 'schema' ? [1] : [1, 2]) {
        const text = await answer(remedy, seed)
        const { named, invented } = judge(text, OWN)
        expect(named, text).toHaveLength(6)
        expect(invented, text).toEqual([])
        if (remedy === 'schema') expect(JSON.parse(text)).toHaveLength(6)
      }
    },
  )

  test('without a remedy, the same model invents, within one line', async () => {
    const text = await answer('as-is', 1)
    expect(judge(text, OWN).outcome, text).toBe('invented')
    expect(text.trimEnd()).not.toContain('\n')
  })
})
