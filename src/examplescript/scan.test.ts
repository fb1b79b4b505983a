/** The scanner: programs and their tokens, mistakes and their problems. */
import { expect, test } from 'vitest'
import { randomSources } from './random.fixture.ts'
import { scan } from './scan.ts'
import { categoryOf, KEYWORDS, OPERATORS } from './token.ts'

function kinds(source: string): string {
  return scan(source)
    .tokens.map(({ kind }) => kind)
    .join(' ')
}

test.each([
  ['', ''],
  [' \n\t\r\u{A0}\u{FEFF}', ''],
  ['41 + 16', 'number plus number'],
  ['41+16', 'number plus number'],
  ['let x = -1.5', 'let name equals minus number'],
  ['a+++++b', 'name plusPlus plusPlus plus name'],
  ['a>>>=b>>c', 'name shiftRightUnsignedEquals name shiftRight name'],
  ['a<<=<<<=', 'name shiftLeftEquals shiftLeft lessEquals'],
  ['a===b!==c', 'name equalsEqualsEquals name notEqualsEquals name'],
  ['i32 format For $ _1', 'name name name name name'],
  ['a /* b */ + // c\nd', 'name plus name'],
  ['a/**/b', 'name name'],
  ['a / b', 'name slash name'],
  ['a.b', 'name dot name'],
  ['"a" \'b\' "//" ""', 'string string string string'],
  [String.raw`'it\'s' "\n\r\t\0\\\"\x41\u0041\u{1F600}"`, 'string string'],
  ['T | null', 'name or null'],
  [
    '@external("env", "print") declare function print(x: f64): void',
    'at name openParen string comma string closeParen declare function name openParen name colon name closeParen colon name',
  ],
  [') let 3 + else (', 'closeParen let number plus else openParen'],
])('%j ==> %s', (source, expected) => {
  expect(kinds(source)).toBe(expected)
  expect(scan(source).problems).toEqual([])
})

test.each(KEYWORDS)('%s is a keyword, and no part of a name', (word) => {
  expect(kinds(`${word} ${word}s $${word}`)).toBe(`${word} name name`)
  expect(categoryOf(word)).toBe('keyword')
})

test.each(Object.entries(OPERATORS))('%s is %s', (sign, kind) => {
  expect(kinds(`a ${sign} b`)).toBe(`name ${kind} name`)
})

test('each kind has a category', () => {
  const signs = Object.values(OPERATORS)
  const inCategory = (category: string) =>
    signs.filter((kind) => categoryOf(kind) === category).length
  expect(inCategory('operator') + inCategory('punctuation')).toBe(signs.length)
  expect(inCategory('punctuation')).toBe(11)
  const others = ['number', 'string', 'name'] as const
  expect(others.map(categoryOf)).toEqual(others)
})

// What AssemblyScript 0.28.20 refuses is refused here. It takes some that are
// refused here all the same: .5, 5., 08, 0o17 and 1e.
test.each(
  `0 7 10 1_000 0xff 0XFF 0xdead_beef 0b1010 0B1 1.5 0.5 1_0.5_0 1e6 1E-6 2.5e+3
  1e1_0 0x1e5 18446744073709551615 0xffff_ffff_ffff_ffff 0x00000000000000000001
  0b111111111111111111111111111111111111111111111111111111111111111
  123456789012345678901234567890.5 1e999`.split(/\s+/),
)('%s is a number', (source) => {
  const whole = [{ kind: 'number', from: 0, to: source.length }]
  expect(scan(source).tokens).toEqual(whole)
  expect(scan(source).problems).toEqual([])
})

test.each([
  ['1__0', 'an underscore stands between two digits'],
  ['1_', 'an underscore stands between two digits'],
  ['1_.5', 'an underscore stands between two digits'],
  ['0x_1', 'an underscore stands between two digits'],
  ['0x', '0x is followed by digits and a to f'],
  ['0xg', '0x is followed by digits and a to f'],
  ['0b', '0b is followed by 0 and 1'],
  ['0b12', '0b is followed by 0 and 1'],
  ['08', 'octal numbers are left out'],
  ['0o17', 'octal numbers are left out'],
  ['0_1', 'octal numbers are left out'],
  ['1e', 'its exponent has no digits'],
  ['5.', 'digits stand on both sides of its dot'],
  ['.5', 'digits stand on both sides of its dot'],
  ['5.e1', 'digits stand on both sides of its dot'],
  ['2nd', 'a letter follows a digit'],
  ['1n', 'a letter follows a digit'],
])('%s is no number: %s', (source, why) => {
  const { problems } = scan(source)
  const message = `“${source}” is not a number: ${why}.`
  const place = { code: 'malformed-number', from: 0, to: source.length }
  expect(problems).toMatchObject([{ ...place, message }])
})

// What is wrong is between ‹ and ›.
test.each([
  ['number-too-large', 'a = ‹18446744073709551616›;'],
  ['number-too-large', '‹0x1_0000_0000_0000_0000›'],
  ['number-too-large', `‹0b1${'0'.repeat(63)}›`],
  ['malformed-number', 'a = ‹1__0› + 1'],
  ['malformed-number', 'a‹.5›'],
  ['unterminated-string', 'say(‹"Servus)›\na = 1'],
  ['unterminated-string', "‹'a›\r\nb"],
  ['unterminated-string', '‹"a›\rb'],
  ['unterminated-string', String.raw`‹"a\›` + '\nb'],
  ['unknown-escape', String.raw`"a‹\q›b"`],
  ['unknown-escape', String.raw`"‹\u›{110000}"`],
  ['unknown-escape', String.raw`"‹\x›4"`],
  ['unknown-escape', '"‹\\😀›"'],
  ['template-string', 'a = ‹`one\n${two}`› + b'],
  ['template-string', 'a = ‹`one›\nb'],
  ['unterminated-comment', 'a ‹/*› b'],
  ['unterminated-comment', '‹/*›/'],
  ['unknown-character', 'a ‹#› b'],
  ['unknown-character', 'a = ‹é›t'],
  ['unknown-character', 'a ‹\0\0\0› b'],
  ['unknown-character', 'a ‹\u{D800}›b'],
])('%s: %j', (code, marked) => {
  const [before, wrong] = marked.split(/[‹›]/)
  const from = before!.length
  const { problems } = scan(marked.replaceAll(/[‹›]/g, ''))
  expect(problems).toMatchObject([{ code, from, to: from + wrong!.length }])
})

test.each([
  ['“Hello”', 'Write straight quotes: " or \'.'],
  ['3 × 4', 'Write * to multiply.'],
  ['3 ÷ 4', 'Write / to divide.'],
  ['3 − 4', 'Write - for minus.'],
  ['3 － 4', 'Write - for minus.'],
  ['a ≤ b', 'Write <= for less than or equal.'],
  ['f（x', 'Write it half-width, as on an English keyboard.'],
  ['# a', 'Comments start with //.'],
  ['ä', 'Names are made of a to z, A to Z, 0 to 9, _ and $.'],
  ['\u{200B}', undefined],
])('%s has a hint: %s', (source, hint) => {
  expect(scan(source).problems[0]!.hint).toBe(hint)
})

test('what has no shape is shown by its number', () => {
  const [problem] = scan('a\u{202E}b').problems
  expect(problem!.message).toBe('“U+202E” stands for nothing here.')
})

test('every end of a line ends a string', () => {
  for (const end of ['\n', '\r', '\r\n', '\u{2028}', '\u{2029}']) {
    const [problem] = scan(`"a${end}b"`).problems
    expect(problem).toMatchObject({ code: 'unterminated-string', to: 2 })
  }
})

test('a line that went wrong leaves the next one alone', () => {
  expect(kinds('a = "b\nc = `d\n1x ¤ let\ne')).toBe(
    'name equals string name equals string number let name',
  )
})

// Each was chosen to go wrong in its own way; an answer at all is the test.
test.each([
  ['\u{D800}', 0, 1],
  ['\0', 0, 1],
  ['¤ ', 0, 1e6],
  ['\u{FEFF}', 0, 0],
  ['1', 1, 1],
  ['1e+1', 1e6 + 1, 5e5],
  ['"\n', 1e6, 1e6],
  ['"\\u{0', undefined, undefined],
  ['/*', undefined, 1],
  ['(', 1e6, 0],
])('a million times %j', (piece, tokens, problems) => {
  const found = scan(piece.repeat(1e6))
  if (tokens !== undefined) expect(found.tokens.length).toBe(tokens)
  if (problems !== undefined) expect(found.problems.length).toBe(problems)
})

test('tokens and gaps are the whole source, in order', () => {
  for (const { source, name } of randomSources(2000)) {
    const { tokens, problems } = scan(source)
    let rest = source
    for (const { code, from, to } of problems) {
      if (code !== 'unknown-character') continue
      const blank = ' '.repeat(to - from)
      rest = rest.slice(0, from) + blank + rest.slice(to)
    }
    let end = 0
    for (const { kind, from, to } of [...tokens, endOf(source)]) {
      expect(rest.slice(end, from), name).toMatch(GAP)
      if (kind) expect(to, name).toBeGreaterThan(from)
      end = to
    }
    expect(end, name).toBe(source.length)
  }
})

const GAP = /^(?:\s|\/\/[^\n]*|\/\*[^]*?(?:\*\/|$))*$/

function endOf({ length }: string) {
  return { kind: undefined, from: length, to: length }
}
