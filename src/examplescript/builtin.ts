/**
 * Builtins: functions that are one instruction or a few, and have no body in any
 * program. This is the table of all of them; the checker, the emitter and the
 * language reference read it.
 */

/** What an operand or a result is. */
export type Shape =
  /** The type that a generic builtin is used with. */
  | 'T'
  | 'address'
  | 'condition'
  | 'u8'
  | 'i8'
  | 'i32'
  | 'f32'
  | 'v128'
  | 'void'
  /** For reinterpret: a float for an integer, an integer for a float. */
  | 'bits'
  /** Constants, which become part of the instruction; an offset may be left out. */
  | 'offset'
  | 'lane'

/** Which types `T` may be. */
export type Family = 'integers' | 'floats' | 'numbers' | 'memory' | 'values'

export interface Builtin {
  name: string
  operands: readonly Shape[]
  result: Shape
  /** Absent if there is no `T`. */
  takes?: Family
  /** `T` has to be written: `load<f32>(p)`. */
  isExplicit?: true
  /** What literals are if nothing else says it. */
  prefers?: 'i32' | 'f64'
  /** How many lanes a vector has. */
  lanes?: number
  says: string
  /** An expression that uses it; the reference shows its value. */
  example: string
}

type Row = [
  name: string,
  operands: string,
  result: Shape,
  says: string,
  example: string,
  more?: Pick<Partial<Builtin>, 'takes' | 'isExplicit' | 'prefers' | 'lanes'>,
]

const INTEGERS = { takes: 'integers', prefers: 'i32' } as const

const NUMBERS: Row[] = [
  [
    'sqrt',
    'T',
    'T',
    'the square root',
    'sqrt(2.0)',
    { takes: 'floats', prefers: 'f64' },
  ],
  [
    'abs',
    'T',
    'T',
    'the value without its sign',
    'abs(-3)',
    { takes: 'numbers' },
  ],
  ['floor', 'T', 'T', 'rounded down', 'floor(-2.5)', { takes: 'floats' }],
  ['ceil', 'T', 'T', 'rounded up', 'ceil(-2.5)', { takes: 'floats' }],
  [
    'trunc',
    'T',
    'T',
    'rounded towards zero',
    'trunc(-2.5)',
    { takes: 'floats' },
  ],
  [
    'nearest',
    'T',
    'T',
    'rounded; halves go to even',
    'nearest(2.5)',
    { takes: 'floats' },
  ],
  ['min', 'T T', 'T', 'the smaller one', 'min(3, 7)', { takes: 'numbers' }],
  ['max', 'T T', 'T', 'the larger one', 'max(2.5, 1)', { takes: 'numbers' }],
  [
    'copysign',
    'T T',
    'T',
    'the first, with the sign of the second',
    'copysign(3.0, -0.0)',
    { takes: 'floats', prefers: 'f64' },
  ],
  ['clz', 'T', 'T', 'how many zeros lead', 'clz(1)', INTEGERS],
  ['ctz', 'T', 'T', 'how many zeros trail', 'ctz(8)', INTEGERS],
  ['popcnt', 'T', 'T', 'how many bits are set', 'popcnt(0xff)', INTEGERS],
  [
    'rotl',
    'T T',
    'T',
    'bits turned left',
    'rotl<u32>(0x80000001, 4)',
    INTEGERS,
  ],
  [
    'rotr',
    'T T',
    'T',
    'bits turned right',
    'rotr<u32>(0x80000001, 4)',
    INTEGERS,
  ],
  [
    'reinterpret',
    'bits',
    'T',
    'the same bits as another type',
    'reinterpret<u32>(1.0)',
    { takes: 'numbers', isExplicit: true },
  ],
  [
    'select',
    'T T condition',
    'T',
    'the first if the condition holds, else the second; both are computed',
    'select(1, 2, false)',
    { takes: 'values' },
  ],
  ['unreachable', '', 'void', 'stops the program with a trap', 'unreachable()'],
]

const MEMORY: Row[] = [
  [
    'load',
    'address offset',
    'T',
    'the value at an address',
    '(store<i32>(8, 258), i32(load<u8>(8)))',
    { takes: 'memory', isExplicit: true },
  ],
  [
    'store',
    'address T offset',
    'void',
    'puts a value at an address',
    '(store<f32>(8, 2.5), load<f32>(8))',
    { takes: 'memory', isExplicit: true },
  ],
  [
    'memory.size',
    '',
    'i32',
    'how many pages of 64 KiB there are',
    'memory.size()',
  ],
  [
    'memory.grow',
    'i32',
    'i32',
    'adds pages; how many there were, or -1 if there is no room',
    'memory.grow(1)',
  ],
  [
    'memory.copy',
    'address address address',
    'void',
    'copies to, from, so many bytes; they may overlap',
    '(store<u8>(0, 7), memory.copy(64, 0, 1), i32(load<u8>(64)))',
  ],
  [
    'memory.fill',
    'address u8 address',
    'void',
    'sets from here, to this byte, so many',
    '(memory.fill(0, 1, 4), load<i32>(0))',
  ],
]

const VECTORS: Row[] = [
  [
    'v128.load',
    'address offset',
    'v128',
    '16 bytes at an address',
    '(store<i32>(4, 7), i32x4.extract_lane(v128.load(0), 1))',
  ],
  [
    'v128.store',
    'address v128 offset',
    'void',
    'puts 16 bytes at an address',
    '(v128.store(0, i32x4.splat(3)), load<i32>(12))',
  ],
  [
    'v128.and',
    'v128 v128',
    'v128',
    'bits set in both',
    'i32x4.extract_lane(v128.and(i32x4.splat(6), i32x4.splat(3)), 0)',
  ],
  [
    'v128.or',
    'v128 v128',
    'v128',
    'bits set in either',
    'i32x4.extract_lane(v128.or(i32x4.splat(6), i32x4.splat(3)), 0)',
  ],
  [
    'v128.xor',
    'v128 v128',
    'v128',
    'bits set in one of them',
    'i32x4.extract_lane(v128.xor(i32x4.splat(6), i32x4.splat(3)), 0)',
  ],
  [
    'v128.not',
    'v128',
    'v128',
    'bits that are not set',
    'i32x4.extract_lane(v128.not(i32x4.splat(0)), 0)',
  ],
  [
    'v128.bitselect',
    'v128 v128 v128',
    'v128',
    'the first’s bits where the third’s are set, else the second’s',
    'i32x4.extract_lane(v128.bitselect(i32x4.splat(1), i32x4.splat(2), i32x4.splat(-1)), 0)',
  ],
  [
    'f32x4.splat',
    'f32',
    'v128',
    'four times the same number',
    'f32x4.extract_lane(f32x4.splat(2.5), 0)',
  ],
  [
    'f32x4.add',
    'v128 v128',
    'v128',
    'four sums',
    'f32x4.extract_lane(f32x4.add(f32x4.splat(2.5), f32x4.splat(1)), 0)',
  ],
  [
    'f32x4.sub',
    'v128 v128',
    'v128',
    'four differences',
    'f32x4.extract_lane(f32x4.sub(f32x4.splat(2.5), f32x4.splat(1)), 0)',
  ],
  [
    'f32x4.mul',
    'v128 v128',
    'v128',
    'four products',
    'f32x4.extract_lane(f32x4.mul(f32x4.splat(2.5), f32x4.splat(2)), 0)',
  ],
  [
    'f32x4.div',
    'v128 v128',
    'v128',
    'four quotients',
    'f32x4.extract_lane(f32x4.div(f32x4.splat(1), f32x4.splat(4)), 0)',
  ],
  [
    'f32x4.min',
    'v128 v128',
    'v128',
    'the smaller of each pair',
    'f32x4.extract_lane(f32x4.min(f32x4.splat(1), f32x4.splat(4)), 0)',
  ],
  [
    'f32x4.max',
    'v128 v128',
    'v128',
    'the larger of each pair',
    'f32x4.extract_lane(f32x4.max(f32x4.splat(1), f32x4.splat(4)), 0)',
  ],
  [
    'f32x4.sqrt',
    'v128',
    'v128',
    'four square roots',
    'f32x4.extract_lane(f32x4.sqrt(f32x4.splat(9)), 0)',
  ],
  [
    'f32x4.extract_lane',
    'v128 lane',
    'f32',
    'one of four',
    'f32x4.extract_lane(f32x4.splat(7), 0)',
    { lanes: 4 },
  ],
  [
    'f32x4.replace_lane',
    'v128 lane f32',
    'v128',
    'all, but one of four',
    'f32x4.extract_lane(f32x4.replace_lane(f32x4.splat(1), 2, 5), 2)',
    { lanes: 4 },
  ],
  [
    'f32x4.convert_i32x4_s',
    'v128',
    'v128',
    'four integers as floats',
    'f32x4.extract_lane(f32x4.convert_i32x4_s(i32x4.splat(-3)), 0)',
  ],
  [
    'i32x4.splat',
    'i32',
    'v128',
    'four times the same number',
    'i32x4.extract_lane(i32x4.splat(7), 0)',
  ],
  [
    'i32x4.add',
    'v128 v128',
    'v128',
    'four sums',
    'i32x4.extract_lane(i32x4.add(i32x4.splat(7), i32x4.splat(2)), 0)',
  ],
  [
    'i32x4.sub',
    'v128 v128',
    'v128',
    'four differences',
    'i32x4.extract_lane(i32x4.sub(i32x4.splat(7), i32x4.splat(2)), 0)',
  ],
  [
    'i32x4.mul',
    'v128 v128',
    'v128',
    'four products',
    'i32x4.extract_lane(i32x4.mul(i32x4.splat(7), i32x4.splat(2)), 0)',
  ],
  [
    'i32x4.extract_lane',
    'v128 lane',
    'i32',
    'one of four',
    'i32x4.extract_lane(i32x4.splat(7), 0)',
    { lanes: 4 },
  ],
  [
    'i32x4.dot_i16x8_s',
    'v128 v128',
    'v128',
    'products of eight pairs of 16 bits, neighbours added',
    'i32x4.extract_lane(i32x4.dot_i16x8_s(i32x4.splat(0x20003), i32x4.splat(0x50007)), 0)',
  ],
  [
    'i32x4.trunc_sat_f32x4_s',
    'v128',
    'v128',
    'four floats, cut towards zero; what is too large becomes the largest',
    'i32x4.extract_lane(i32x4.trunc_sat_f32x4_s(f32x4.splat(-2.75)), 0)',
  ],
  [
    'i16x8.extend_low_i8x16_s',
    'v128',
    'v128',
    'the first eight bytes, as 16 bits each',
    'i32x4.extract_lane(i16x8.extend_low_i8x16_s(i8x16.splat(1)), 0)',
  ],
  [
    'i16x8.extend_high_i8x16_s',
    'v128',
    'v128',
    'the last eight bytes, as 16 bits each',
    'i32x4.extract_lane(i16x8.extend_high_i8x16_s(i8x16.splat(-1)), 0)',
  ],
  [
    'i16x8.extmul_low_i8x16_s',
    'v128 v128',
    'v128',
    'products of the first eight bytes, of 16 bits each',
    'i32x4.extract_lane(i16x8.extmul_low_i8x16_s(i8x16.splat(3), i8x16.splat(5)), 0)',
  ],
  [
    'i16x8.extmul_high_i8x16_s',
    'v128 v128',
    'v128',
    'products of the last eight bytes, of 16 bits each',
    'i32x4.extract_lane(i16x8.extmul_high_i8x16_s(i8x16.splat(3), i8x16.splat(5)), 0)',
  ],
  [
    'i8x16.splat',
    'i8',
    'v128',
    'sixteen times the same byte',
    'i32x4.extract_lane(i8x16.splat(1), 0)',
  ],
]

function read([name, operands, result, says, example, more]: Row): Builtin {
  const shapes = operands.split(' ').filter(Boolean) as Shape[]
  return { name, operands: shapes, result, says, example, ...more }
}

/** All builtins in the order of the reference, and what each group is about. */
export const BUILTINS: Record<'numbers' | 'memory' | 'vectors', Builtin[]> = {
  numbers: NUMBERS.map(read),
  memory: MEMORY.map(read),
  vectors: VECTORS.map(read),
}

const BY_NAME = new Map(
  Object.values(BUILTINS)
    .flat()
    .map((builtin) => [builtin.name, builtin]),
)

export function builtinNamed(name: string): Builtin | undefined {
  return BY_NAME.get(name)
}

export function builtinNames(): Iterable<string> {
  return BY_NAME.keys()
}
