import { expect, test } from 'vitest'
import { compileRival } from '../rival/rival.ts'
import { check } from './check.ts'

const WORDS =
  'abstract any arguments as async await break case catch class const constructor continue debugger declare default delete do else enum eval export extends external false finally for from function get global if implements import in inline instanceof interface is keyof let module namespace new null number of override package private protected public readonly return set static string super switch symbol this throw true try type typeof undefined unmanaged unsafe var void while with yield i8 u8 i16 u16 i32 u32 i64 u64 f32 f64 v128 bool boolean usize isize StaticArray Array load store memory console Math'.split(
    ' ',
  )

test.each(WORDS)(
  '%s names a variable only where AssemblyScript agrees',
  async (word) => {
    const source = `export function main(): i32 { let ${word} = 1; return ${word} + 1 }`
    if (check(source).problems.length > 0) return
    expect((await compileRival(source, [])).messages).toBe('')
  },
)

test.each('count self from get set is type as module result'.split(' '))(
  '%s is as good a name as any',
  (word) => {
    const source = `export function ${word}(): void { let ${word} = 1 }`
    expect(check(source).problems).toEqual([])
  },
)
