/** States: what is taken of one that came from anywhere. */
import { describe, expect, test } from 'vitest'
import { shaped } from './state.ts'

describe('a state from anywhere is shown as far as it fits', () => {
  const LIKE = {
    version: 1,
    text: 'own',
    hints: 0,
    passed: false,
    list: ['own'],
    question: { answer: null as number | null, revealed: false },
  }

  test.each<[string, object]>([
    ['{}', {}],
    ['{"text":""}', { text: '' }],
    [
      '{"text":"x","hints":2,"passed":true,"list":[]}',
      { text: 'x', hints: 2, passed: true, list: [] },
    ],
    ['{"text":"x","ran":"x","extra":{"a":1}}', { text: 'x' }],
    ['{"text":null,"hints":null,"passed":null,"list":null}', {}],
    ['{"text":1,"hints":"1","passed":1,"list":"x"}', {}],
    ['{"text":["x"],"hints":[1],"passed":{},"list":{"0":"x"}}', {}],
    ['{"text":{},"hints":true,"passed":"true","list":7}', {}],
    ['{"hints":1e999}', {}],
    ['{"hints":-1e999}', {}],
    ['{"question":null,"text":"x"}', { text: 'x' }],
    ['{"question":[]}', {}],
    ['{"question":"x"}', {}],
    ['{"question":{}}', {}],
    [
      '{"question":{"answer":0,"revealed":true,"extra":1}}',
      { question: { answer: 0, revealed: true } },
    ],
    ['{"question":{"answer":2}}', { question: { answer: 2, revealed: false } }],
    ['{"question":{"answer":null}}', {}],
    ['{"question":{"answer":-1}}', {}],
    ['{"question":{"answer":0.5}}', {}],
    ['{"question":{"answer":1e999}}', {}],
    ['{"question":{"answer":"0","revealed":"true"}}', {}],
    ['{"question":{"answer":{},"revealed":null}}', {}],
    [
      '{"question":{"version":2,"revealed":true}}',
      {
        question: { answer: null, revealed: true },
      },
    ],
    ['{"__proto__":{"text":"x"},"constructor":{"text":"x"}}', {}],
    ['{"question":{"__proto__":{"revealed":true}},"toString":1}', {}],
  ])('%s', (json, taken) => {
    const given = { version: 1, ...JSON.parse(json) }
    expect(shaped(given, LIKE)).toStrictEqual({ ...LIKE, ...taken })
  })

  test.each<unknown>([
    undefined,
    null,
    7,
    'text',
    [],
    [{ version: 1, text: 'x' }],
    { text: 'x' },
    { version: 2, text: 'x' },
    { version: '1', text: 'x' },
    { version: null, text: 'x' },
  ])('nothing of %j', (given) => {
    expect(shaped(given, LIKE)).toStrictEqual(LIKE)
  })

  test.each([
    ['{"constructor":"own","toString":null}', '{}', {}],
    [
      '{"constructor":"own","toString":null}',
      '{"constructor":"x","toString":3}',
      { constructor: 'x', toString: 3 },
    ],
    ['{"valueOf":{"a":1}}', '{"valueOf":{"a":2}}', { valueOf: { a: 2 } }],
  ])('names that all objects have: %s and %s', (own, given, taken) => {
    const like = JSON.parse(own) as object
    expect(shaped(JSON.parse(given), like)).toEqual({ ...like, ...taken })
  })

  test('__proto__ is a name as any other', () => {
    const like = JSON.parse('{"__proto__":{"a":1}}') as object
    const own = shaped(JSON.parse('{"__proto__":{"a":2,"b":3}}'), like)
    expect(JSON.stringify(own)).toBe('{"__proto__":{"a":2}}')
    expect(Object.getPrototypeOf(own)).toBe(Object.prototype)
  })
})
