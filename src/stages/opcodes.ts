/**
 * The instructions of WebAssembly by their opcodes: 3.0 with the legacy
 * exceptions, threads and relaxed SIMD.
 *
 * A line has the first opcode, what its names start with (`-` if nothing), and
 * the names in the order of the opcodes; `-` is a gap. Behind a colon stand the
 * immediates, a letter each, in the order of the bytes:
 *
 *     i I d D V  a constant: i32, i64, f32, f64, v128
 *     x g f t    index of a local, a global, a function, a type
 *     T M e a k  … of a table, a memory, an element or data segment, a tag
 *     F          index of a type and of a field in it
 *     l L        a label, several
 *     b c v      the type of a block, what a try catches, the type of a select
 *     y          a type in parentheses
 *     h r R B    a heap type; the same of (ref …), of (ref null …), two for br_on_cast
 *     m n s N    where in memory, a lane, sixteen lanes, a number
 *     C          two memories
 *     0          a byte that says nothing
 *     <          texts have the immediates in the reverse order
 */
const SINGLE = `
00 - unreachable nop block:b loop:b if:b else try:b catch:k throw:k rethrow:l throw_ref end
0c - br:l br_if:l br_table:L return call:f call_indirect:<yT return_call:f return_call_indirect:<yT
14 - call_ref:t return_call_ref:t - - delegate:l catch_all drop select select:v - - try_table:bc
20 local get:x set:x tee:x
23 global get:g set:g
25 table get:T set:T
28 - i32.load:m i64.load:m f32.load:m f64.load:m
2c i32 load8_s:m load8_u:m load16_s:m load16_u:m
30 i64 load8_s:m load8_u:m load16_s:m load16_u:m load32_s:m load32_u:m
36 - i32.store:m i64.store:m f32.store:m f64.store:m
3a - i32.store8:m i32.store16:m i64.store8:m i64.store16:m i64.store32:m
3f memory size:M grow:M
41 - i32.const:i i64.const:I f32.const:d f64.const:D
45 i32 eqz eq ne lt_s lt_u gt_s gt_u le_s le_u ge_s ge_u
50 i64 eqz eq ne lt_s lt_u gt_s gt_u le_s le_u ge_s ge_u
5b f32 eq ne lt gt le ge
61 f64 eq ne lt gt le ge
67 i32 clz ctz popcnt add sub mul div_s div_u rem_s rem_u and or xor shl shr_s shr_u rotl rotr
79 i64 clz ctz popcnt add sub mul div_s div_u rem_s rem_u and or xor shl shr_s shr_u rotl rotr
8b f32 abs neg ceil floor trunc nearest sqrt add sub mul div min max copysign
99 f64 abs neg ceil floor trunc nearest sqrt add sub mul div min max copysign
a7 i32 wrap_i64 trunc_f32_s trunc_f32_u trunc_f64_s trunc_f64_u
ac i64 extend_i32_s extend_i32_u trunc_f32_s trunc_f32_u trunc_f64_s trunc_f64_u
b2 f32 convert_i32_s convert_i32_u convert_i64_s convert_i64_u demote_f64
b7 f64 convert_i32_s convert_i32_u convert_i64_s convert_i64_u promote_f32
bc - i32.reinterpret_f32 i64.reinterpret_f64 f32.reinterpret_i32 f64.reinterpret_i64
c0 - i32.extend8_s i32.extend16_s i64.extend8_s i64.extend16_s i64.extend32_s
d0 - ref.null:h ref.is_null ref.func:f ref.eq ref.as_non_null br_on_null:l br_on_non_null:l`

const GC = `
00 struct new:t new_default:t get:F get_s:F get_u:F set:F
06 array new:t new_default:t new_fixed:tN new_data:ta new_elem:te get:t get_s:t get_u:t set:t
0f array len fill:t copy:tt init_data:ta init_elem:te
14 - ref.test:r ref.test:R ref.cast:r ref.cast:R br_on_cast:B br_on_cast_fail:B
1a - any.convert_extern extern.convert_any ref.i31 i31.get_s i31.get_u`

const BULK = `
00 i32 trunc_sat_f32_s trunc_sat_f32_u trunc_sat_f64_s trunc_sat_f64_u
04 i64 trunc_sat_f32_s trunc_sat_f32_u trunc_sat_f64_s trunc_sat_f64_u
08 - memory.init:<aM data.drop:a memory.copy:C memory.fill:M
0c - table.init:<eT elem.drop:e table.copy:TT table.grow:T table.size:T table.fill:T`

const SIMD = `
00 v128 load:m load8x8_s:m load8x8_u:m load16x4_s:m load16x4_u:m load32x2_s:m load32x2_u:m
07 v128 load8_splat:m load16_splat:m load32_splat:m load64_splat:m store:m const:V
0d i8x16 shuffle:s swizzle
0f - i8x16.splat i16x8.splat i32x4.splat i64x2.splat f32x4.splat f64x2.splat
15 i8x16 extract_lane_s:n extract_lane_u:n replace_lane:n
18 i16x8 extract_lane_s:n extract_lane_u:n replace_lane:n
1b - i32x4.extract_lane:n i32x4.replace_lane:n i64x2.extract_lane:n i64x2.replace_lane:n
1f - f32x4.extract_lane:n f32x4.replace_lane:n f64x2.extract_lane:n f64x2.replace_lane:n
23 i8x16 eq ne lt_s lt_u gt_s gt_u le_s le_u ge_s ge_u
2d i16x8 eq ne lt_s lt_u gt_s gt_u le_s le_u ge_s ge_u
37 i32x4 eq ne lt_s lt_u gt_s gt_u le_s le_u ge_s ge_u
41 f32x4 eq ne lt gt le ge
47 f64x2 eq ne lt gt le ge
4d v128 not and andnot or xor bitselect any_true
54 v128 load8_lane:mn load16_lane:mn load32_lane:mn load64_lane:mn
58 v128 store8_lane:mn store16_lane:mn store32_lane:mn store64_lane:mn
5c - v128.load32_zero:m v128.load64_zero:m f32x4.demote_f64x2_zero f64x2.promote_low_f32x4
60 i8x16 abs neg popcnt all_true bitmask narrow_i16x8_s narrow_i16x8_u
67 f32x4 ceil floor trunc nearest
6b i8x16 shl shr_s shr_u add add_sat_s add_sat_u sub sub_sat_s sub_sat_u
74 - f64x2.ceil f64x2.floor i8x16.min_s i8x16.min_u i8x16.max_s i8x16.max_u f64x2.trunc i8x16.avgr_u
7c i16x8 extadd_pairwise_i8x16_s extadd_pairwise_i8x16_u
7e i32x4 extadd_pairwise_i16x8_s extadd_pairwise_i16x8_u
80 i16x8 abs neg q15mulr_sat_s all_true bitmask narrow_i32x4_s narrow_i32x4_u
87 i16x8 extend_low_i8x16_s extend_high_i8x16_s extend_low_i8x16_u extend_high_i8x16_u
8b i16x8 shl shr_s shr_u add add_sat_s add_sat_u sub sub_sat_s sub_sat_u
94 - f64x2.nearest i16x8.mul i16x8.min_s i16x8.min_u i16x8.max_s i16x8.max_u - i16x8.avgr_u
9c i16x8 extmul_low_i8x16_s extmul_high_i8x16_s extmul_low_i8x16_u extmul_high_i8x16_u
a0 i32x4 abs neg - all_true bitmask - -
a7 i32x4 extend_low_i16x8_s extend_high_i16x8_s extend_low_i16x8_u extend_high_i16x8_u
ab i32x4 shl shr_s shr_u add - - sub - - - mul min_s min_u max_s max_u dot_i16x8_s
bc i32x4 extmul_low_i16x8_s extmul_high_i16x8_s extmul_low_i16x8_u extmul_high_i16x8_u
c0 i64x2 abs neg - all_true bitmask - -
c7 i64x2 extend_low_i32x4_s extend_high_i32x4_s extend_low_i32x4_u extend_high_i32x4_u
cb i64x2 shl shr_s shr_u add - - sub - - - mul eq ne lt_s gt_s le_s ge_s
dc i64x2 extmul_low_i32x4_s extmul_high_i32x4_s extmul_low_i32x4_u extmul_high_i32x4_u
e0 f32x4 abs neg - sqrt add sub mul div min max pmin pmax
ec f64x2 abs neg - sqrt add sub mul div min max pmin pmax
f8 - i32x4.trunc_sat_f32x4_s i32x4.trunc_sat_f32x4_u f32x4.convert_i32x4_s f32x4.convert_i32x4_u
fc - i32x4.trunc_sat_f64x2_s_zero i32x4.trunc_sat_f64x2_u_zero
fe f64x2 convert_low_i32x4_s convert_low_i32x4_u
100 i8x16 relaxed_swizzle
101 i32x4 relaxed_trunc_f32x4_s relaxed_trunc_f32x4_u
103 i32x4 relaxed_trunc_f64x2_s_zero relaxed_trunc_f64x2_u_zero
105 - f32x4.relaxed_madd f32x4.relaxed_nmadd f64x2.relaxed_madd f64x2.relaxed_nmadd
109 - i8x16.relaxed_laneselect i16x8.relaxed_laneselect i32x4.relaxed_laneselect i64x2.relaxed_laneselect
10d - f32x4.relaxed_min f32x4.relaxed_max f64x2.relaxed_min f64x2.relaxed_max
111 i16x8 relaxed_q15mulr_s relaxed_dot_i8x16_i7x16_s
113 i32x4 relaxed_dot_i8x16_i7x16_add_s`

/** Reading, changing and writing memory as one step, in all widths. */
const CHANGES = ['add', 'sub', 'and', 'or', 'xor', 'xchg', 'cmpxchg']
  .map((act, index) => {
    const widths = `i32.atomic.rmw. i64.atomic.rmw. i32.atomic.rmw8. i32.atomic.rmw16. i64.atomic.rmw8. i64.atomic.rmw16. i64.atomic.rmw32.`
    const names = widths.replaceAll(
      /\.rmw(\d*)\./g,
      (start, bits: string) => `${start}${act}${bits && '_u'}:m`,
    )
    return `${(0x1e + 7 * index).toString(16)} - ${names}`
  })
  .join('\n')

const THREADS = `
00 memory.atomic notify:m wait32:m wait64:m
03 - atomic.fence:0
10 - i32.atomic.load:m i64.atomic.load:m
12 - i32.atomic.load8_u:m i32.atomic.load16_u:m
14 i64.atomic load8_u:m load16_u:m load32_u:m
17 - i32.atomic.store:m i64.atomic.store:m i32.atomic.store8:m i32.atomic.store16:m
1b i64.atomic store8:m store16:m store32:m
${CHANGES}`

export interface Opcode {
  /** As texts have it, such as `i32.add`. */
  name: string
  /** Its immediates, a letter each. */
  immediates: string
  /** Whether texts have the immediates the other way round. */
  isReversed: boolean
}

function tableOf(lines: string): ReadonlyMap<number, Opcode> {
  const table = new Map<number, Opcode>()
  for (const line of lines.trim().split('\n')) {
    const [first, start, ...names] = line.split(' ')
    for (const [index, entry] of names.entries()) {
      if (entry === '-') continue
      const [word, immediates = ''] = entry.split(':')
      table.set(Number.parseInt(first!, 16) + index, {
        name: start === '-' ? word! : `${start}.${word}`,
        immediates: immediates.replace('<', ''),
        isReversed: immediates.startsWith('<'),
      })
    }
  }
  return table
}

/** Opcodes of one byte. */
export const OPCODES = tableOf(SINGLE)

/** Opcodes behind a byte that is the key here: a number in LEB128 follows it. */
export const PREFIXED: ReadonlyMap<
  number,
  ReadonlyMap<number, Opcode>
> = new Map([
  [0xfb, tableOf(GC)],
  [0xfc, tableOf(BULK)],
  [0xfd, tableOf(SIMD)],
  [0xfe, tableOf(THREADS)],
])
