/** What may be asked for, and what is said where it may not. */
import { describe, expect, test } from 'vitest'
import { parse } from './options.ts'
import { faultOfTalk } from './talks.ts'

const SECRET = 'sixteen-letters-'

test('nothing asked for is this machine, port 8080', () => {
  expect(parse([], {})).toEqual({ talk: '', host: '127.0.0.1', port: 8080 })
})

test.each([
  [['compiling'], { talk: 'compiling' }],
  [['/compiling/in-ten-minutes/'], { talk: 'compiling/in-ten-minutes' }],
  [['--host', '0.0.0.0', '--port', '0'], { host: '0.0.0.0', port: 0 }],
  [['--host=fd00::1'], { host: 'fd00::1' }],
  [['--cert', 'a', '--key', 'b'], { cert: 'a', key: 'b' }],
  [['--secret', SECRET], { secret: SECRET }],
  [
    ['--broker', 'wss://a.example/mqtt', '--secret', SECRET],
    { broker: 'wss://a.example/mqtt' },
  ],
  [['--mosquitto', 'dir'], { mosquitto: 'dir' }],
])('%j is understood', (words, expected) => {
  expect(parse(words, {})).toMatchObject(expected)
})

test('the environment says port and secret, unless words do', () => {
  const environment = { PORT: '9000', PRESENT_SECRET: SECRET }
  expect(parse([], environment)).toMatchObject({ port: 9000, secret: SECRET })
  const words = ['--port', '1', '--secret', `${SECRET}2`]
  expect(parse(words, environment)).toMatchObject({
    port: 1,
    secret: `${SECRET}2`,
  })
})

describe('is refused with a sentence', () => {
  test.each([
    [['a', 'b'], 'One talk at a time, and there are 2: a, b.'],
    [['--port', '70000'], 'A port is a number'],
    [['--port', 'x'], 'A port is a number'],
    [['--host', 'a b'], 'no address'],
    [['--host', ''], 'no address'],
    [['--cert', 'a'], 'both --cert FILE and --key FILE'],
    [['--key', 'a'], 'both --cert FILE and --key FILE'],
    [['--secret', 'short'], '16 to 128'],
    [['--secret', 'with a space in it'], '16 to 128'],
    [['--broker', 'wss://a.example'], 'PRESENT_SECRET'],
    [['--broker', 'https://a.example', '--secret', SECRET], 'wss://host/path'],
    [['--broker', 'nonsense', '--secret', SECRET], 'wss://host/path'],
    [
      ['--broker', 'wss://a:b@c.example', '--secret', SECRET],
      'no name and no password',
    ],
    [
      [
        '--broker',
        'ws://a.example',
        '--secret',
        SECRET,
        '--cert',
        'a',
        '--key',
        'b',
      ],
      'begins with wss://',
    ],
    [['--hots', 'x'], 'Unknown option --hots.'],
    [['--host'], '--host'],
  ])('%j', (words, sentence) => {
    expect(parse(words, {})).toContain(sentence)
  })

  test.each([
    ['compilng', 'There is no talk “compilng”. Did you mean compiling?'],
    ['zzzzzzzzzz', 'There are compiling, inference.'],
  ])('a talk that is not there: %s', (talk, sentence) => {
    const names = ['compiling', 'compiling/in-ten-minutes', 'inference']
    expect(faultOfTalk(talk, names)).toContain(sentence)
  })
})
