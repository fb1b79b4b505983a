/**
 * Every kind of error that the language has, in the order of the pipeline: what
 * it means, and a program that has it. The reference prints this table, and a
 * test compiles every example.
 */

export interface CodeInfo {
  /** In one sentence. */
  says: string
  /** A short program with this error, and no other. */
  example: string
}

export type Code = keyof typeof CODES

function info(says: string, ...lines: string[]): CodeInfo {
  return { says, example: lines.join('\n') }
}

function inMain(says: string, ...lines: string[]): CodeInfo {
  const body = lines.map((line) => `  ${line}`)
  return info(says, 'export function main(): void {', ...body, '}')
}

export const CODES = {
  'unknown-character': inMain(
    'A character stands for nothing in the language.',
    'let a = 2 × 3',
  ),
  'unterminated-comment': info(
    'A comment goes on to the end of the program.',
    '/* This never ends',
  ),
  'unterminated-string': inMain(
    'A string goes on beyond its line.',
    'console.log("Good night',
    ')',
  ),
  'template-string': inMain(
    'A string stands in backquotes.',
    'console.log(`Good night`)',
  ),
  'unknown-escape': inMain(
    'A backslash is followed by something that strings do not know.',
    String.raw`console.log("Good \night \q")`,
  ),
  'malformed-number': inMain(
    'What begins with a digit is no number.',
    'let a = 1__000',
  ),
  'number-too-large': inMain(
    'An integer has more than 64 bits.',
    'let a = 18446744073709551616',
  ),
  unexpected: inMain(
    'Something else should stand here; the message says what.',
    'let = 2',
  ),
  'left-out': inMain(
    'AssemblyScript has it, and ExampleScript does not.',
    'var a = 1',
  ),
  outside: info(
    'A statement stands outside of all functions.',
    'while (true) {}',
  ),
  'no-external': info(
    'A declared function does not say where the host has it.',
    'declare function print(x: f64): void',
  ),
  'ambiguous-power': inMain(
    'A sign before a power can be read in two ways.',
    'let a = -2 ** 2',
  ),
  'ambiguous-comma': inMain(
    'Behind ? and :, it is not clear how far the second value goes.',
    'let a = 1',
    'a = a ? 2 : 3, a++',
  ),
  'ambiguous-line': inMain(
    'It is not clear to which line ++ or -- belongs.',
    'let a = 1',
    'let b = 2',
    'a',
    '++b',
  ),
  'too-deep': inMain(
    'Something is nested more than 400 deep.',
    `let a = ${'('.repeat(401)}1${')'.repeat(401)}`,
  ),
  'declared-twice': inMain(
    'A name is declared twice in one place.',
    'let a = 1',
    'let a = 2',
  ),
  'reserved-name': inMain(
    'A name is a word of the language, or of AssemblyScript.',
    'let import = 1',
  ),
  'unknown-name': inMain(
    'Nothing has this name here.',
    'let count = 1',
    'let b = cuont + 1',
  ),
  'unknown-type': inMain('No type has this name.', 'let a: int = 1'),
  'unknown-member': info(
    'The object has no member of this name.',
    'class Point {',
    '  x: f64 = 0',
    '}',
    'export function main(): f64 {',
    '  return new Point().y',
    '}',
  ),
  'not-a-value': inMain(
    'A function or a class stands where a value should.',
    'let a = main',
  ),
  'not-a-function': inMain(
    'Something is called that is no function.',
    'let a = 1',
    'let b = a(2)',
  ),
  'not-assignable': inMain(
    'Something is assigned to what keeps no value.',
    'let a = 1',
    'a + 1 = 2',
  ),
  constant: inMain(
    'Something is assigned to a constant.',
    'const a = 1',
    'a = 2',
  ),
  'side-effects': inMain(
    'A compound assignment would do something twice.',
    'let a = new StaticArray<i32>(3)',
    'let i = 0',
    'a[i++] += 1',
  ),
  'no-type': inMain(
    'A variable has neither a type nor a value that tells it.',
    'let a',
  ),
  'no-value': inMain('A constant has no value.', 'const a: i32'),
  unassigned: inMain(
    'A variable is read before it has a value.',
    'let a: i32',
    'let b = a + 1',
  ),
  'needs-conversion': inMain(
    'A value would lose something on the way to another type.',
    'let a = 2.5',
    'let b: i32 = a',
  ),
  'does-not-fit': inMain(
    'A number is too large or too small for its type, its lane or its offset.',
    'let a: i32 = 8_000_000_000',
  ),
  'wrong-type': inMain(
    'A value is of a type that never becomes the one asked for.',
    'let a: i32 = "one"',
  ),
  'void-value': inMain(
    'The value of something is used that gives none.',
    'let a = main()',
  ),
  'wrong-operand': inMain(
    'An operator or a builtin does not take values of these types.',
    'let a = 2.5 & 1.5',
  ),
  'small-arithmetic': inMain(
    'A value of 8 or 16 bits is used where only wider ones are.',
    'let a = load<u8>(0)',
  ),
  'maybe-null': info(
    'Something may be null, and then it would have no members.',
    'class Node {',
    '  next: Node | null = null',
    '}',
    'export function main(): void {',
    '  const first = new Node()',
    '  const last = first.next.next',
    '}',
  ),
  'wrong-count': inMain(
    'A function is called with too many values, or too few.',
    'let a = sqrt(1.0, 2.0)',
  ),
  'no-type-argument': inMain(
    'A type in angle brackets is missing.',
    'let a = load(0)',
  ),
  'wrong-type-argument': inMain(
    'A type in angle brackets is none that fits there.',
    'let a = sqrt<i32>(4)',
  ),
  'not-constant': inMain(
    'An offset or a lane is computed, and should be a constant.',
    'let i = 4',
    'let a = load<i32>(0, i)',
  ),
  'missing-return': info(
    'A function may come to its end without a value to return.',
    'export function main(): i32 {',
    '  if (true) {}',
    '}',
  ),
  'outside-loop': inMain('There is nothing to break or continue.', 'break'),
  'field-unassigned': info(
    'A field is never null, and its class gives it no value.',
    'class Point {}',
    'class Line {',
    '  start: Point',
    '}',
  ),
} satisfies Record<string, CodeInfo>
