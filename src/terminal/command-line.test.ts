import { expect, test } from 'vitest'
import { parseLine } from './command-line.ts'

test('a line of two pipelines', () => {
  const [first, second] = parseLine('A=1 a "b c" < in | d > out && e 2>&1')
  expect(first).toMatchObject({
    when: 'always',
    commands: [
      {
        assignments: [['A', [{ text: '1' }]]],
        words: [[{ text: 'a' }], [{ text: 'b c', isQuoted: true }]],
        redirects: [{ kind: 'in', file: [{ text: 'in' }] }],
      },
      { words: [[{ text: 'd' }]], redirects: [{ kind: 'out' }] },
    ],
  })
  expect(second).toMatchObject({
    when: 'success',
    commands: [{ redirects: [{ kind: 'both' }] }],
  })
})

test.each([
  ['', 'nothing'],
  ['   # a remark', 'a remark'],
])('%s is no command: %s', (line) => {
  expect(parseLine(line)).toEqual([])
})

test.each([
  ['cat "left', 'a quote (") is not closed'],
  ["cat 'left", 'a quote (’) is not closed'],
  ['cat |', 'a command is missing at the end'],
  ['a &&', 'a command is missing at the end'],
  ['| cat', 'there is no command before “|”'],
  ['a ; ; b', 'there is no command before “;”'],
  ['cat >', 'the name of a file is missing behind “>”'],
  ['a > | b', 'the name of a file is missing behind “>”'],
  ['sleep 1 &', '“&” is not in this shell'],
  ['(a)', '“(” is not in this shell'],
  ['cat << END', '“<<” is not in this shell'],
  ['echo `ls`', '“`” is not in this shell'],
  ['echo "$(ls)"', '“$(” is not in this shell'],
  ['echo ${A}', '“${” is not in this shell'],
  ['a |& b', '“|&” is not in this shell'],
  ['a >&2', '“>&” is not in this shell'],
])('%s: %s', (line, message) => {
  expect(() => parseLine(line)).toThrow(message)
})
