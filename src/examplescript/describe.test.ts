/** What is said of a place: the caret is where the § stands. */
import { expect, test } from 'vitest'
import { describeAt } from './describe.ts'

function said(marked: string): string | undefined {
  const offset = marked.indexOf('§')
  const source = marked.slice(0, offset) + marked.slice(offset + 1)
  const found = describeAt(source, offset)
  if (!found) return undefined
  const { code, says, from, to } = found
  return [`${source.slice(from, to)} ~ ${code}`, says]
    .filter(Boolean)
    .join(' ~ ')
}

const HEAD = `@external("env", "print") declare function print(x: f64): void
class Point { x: f64 = 1; next: Point | null = null; size(by: f64): f64 { return this.x * by } }
class Pair { constructor(a: i32, b: i32) {} }
const LENGTH: i32 = 16
function square(x: i32): i32 { return x * x }
`

function inMain(line: string): string {
  return `${HEAD}export function main(): void {\n${line}\n}`
}

const SAID: [line: string, said: string | undefined][] = [
  ['let a§bc = 1', 'abc ~ let abc: i32'],
  ['let abc = 1; a§bc++', 'abc ~ let abc: i32'],
  ['const a§bc: i64 = 1', 'abc ~ const abc: i64'],
  ['let a = 1; print(§a)', 'a ~ let a: i32 ~ i32, which becomes f64 here.'],
  ['print(§1 + 2)', '1 ~ f64'],
  ['print(1 §+ 2.5)', '1 + 2.5 ~ f64 ~ The sum; strings are joined.'],
  [
    'let a = 1; print(§a + 2.5)',
    'a ~ let a: i32 ~ i32, which becomes f64 here.',
  ],
  ['let a = LEN§GTH', 'LENGTH ~ const LENGTH: i32 ~ A global variable.'],
  ['squ§are(2)', 'square ~ function square(x: i32): i32'],
  [
    'p§rint(2)',
    'print ~ declare function print(x: f64): void ~ The host brings it along, as print of env.',
  ],
  ['let a = sq§rt(2.0)', 'sqrt ~ sqrt(x: f64): f64 ~ The square root.'],
  [
    'let a = lo§ad<u8>(0)',
    'load ~ load<u8>(address: u32, offset?: constant): u8 ~ The value at an address.',
  ],
  [
    'memory.fi§ll(0, 1, 2)',
    'memory.fill ~ memory.fill(from: u32, byte: u8, count: u32): void ~ Sets from here, to this byte, so many.',
  ],
  [
    'let a = f32x§4.add(f32x4.splat(1), f32x4.splat(1))',
    'f32x4.add ~ f32x4.add(a: v128, b: v128): v128 ~ Four sums.',
  ],
  [
    'console.l§og("a")',
    'console.log ~ console.log(text: string): void ~ Prints a text.',
  ],
  [
    'print(f6§4(1))',
    'f64 ~ f64(x): f64 ~ Makes f64 of another number, or of a bool.',
  ],
  [
    'let p = new Po§int()',
    'Point ~ class Point ~ Objects are made by new Point().',
  ],
  [
    'new Pa§ir(1, 2)',
    'Pair ~ class Pair ~ Objects are made by new Pair(a: i32, b: i32).',
  ],
  ['let p = new Point(); print(p.§x)', 'x ~ x: f64 ~ A field.'],
  [
    'let p = new Point(); p.si§ze(1)',
    'size ~ size(by: f64): f64 ~ A method of Point.',
  ],
  [
    'let p: Point |§ null = null',
    'Point | null ~ Point | null ~ Objects are made by new Point().',
  ],
  [
    'let p: f§32 = 1',
    'f32 ~ f32 ~ A number with a fraction, in 32 bits: about 7 digits.',
  ],
  [
    'let p: StaticArray<u§8>',
    'u8 ~ u8 ~ An integer of 8 bits, from 0 to 255. In memory and in arrays only.',
  ],
  [
    'let p: StaticA§rray<u8>',
    'StaticArray<u8> ~ StaticArray<u8> ~ An array, whose length is fixed.',
  ],
  ['let s = "§a"', '"a" ~ string'],
  ['let s = "a"; s.len§gth', 'length ~ length: i32 ~ How many units it has.'],
  [
    'let s = "a"; s.char§CodeAt(0)',
    'charCodeAt ~ charCodeAt(index: i32): i32 ~ The unit at an index, or -1 if there is none.',
  ],
  ['let s = t§rue', 'true ~ bool'],
  ['let n = 1; if (§n) {}', 'n ~ let n: i32 ~ i32, which becomes bool here.'],
  ['let n = -§1', '-1 ~ i32'],
  ['let n = NaN§', 'NaN ~ f64'],
  ['§  let n = 1', undefined],
  ['let n = 1 // a com§ment', undefined],
  // Also beside what is wrong.
  ['let a = 1; print(b, §a)', 'a ~ let a: i32'],
  [
    'let §a = b',
    'a ~ let a: ? ~ Its type is not known, because something here is wrong.',
  ],
  ['let a = 2.5; let b: i32 = §a', 'a ~ let a: f64'],
  ['let a = 1; a.\nlet b = §a', 'a ~ let a: i32'],
  ['let = 3\nsqu§are(true)', 'square ~ function square(x: i32): i32'],
]

test.each(SAID)('%s', (line, expected) => {
  expect(said(inMain(line))).toBe(expected)
})
