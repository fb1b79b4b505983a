/** What a forward pass does with rows of numbers. */
import { NORM_EPSILON } from './model.ts'

/** Each row of the matrix times the input, four sums at a time, so that none waits for the one before it. */
export function multiply(
  out: Float32Array,
  matrix: Float32Array,
  input: Float32Array,
): void {
  const columns = input.length
  for (let row = 0; row < out.length; row++) {
    const from = row * columns
    let [a, b, c, d] = [0, 0, 0, 0]
    for (let at = 0; at < columns; at += 4) {
      a += matrix[from + at]! * input[at]!
      b += matrix[from + at + 1]! * input[at + 1]!
      c += matrix[from + at + 2]! * input[at + 2]!
      d += matrix[from + at + 3]! * input[at + 3]!
    }
    out[row] = a + b + (c + d)
  }
}

/** Makes the mean of squares 1, then weighs each number. */
export function normalize(
  out: Float32Array,
  input: Float32Array,
  weights: Float32Array,
): void {
  let squares = 0
  for (let at = 0; at < input.length; at++) squares += input[at]! * input[at]!
  const scale = 1 / Math.sqrt(squares / input.length + NORM_EPSILON)
  for (let at = 0; at < input.length; at++) {
    out[at] = input[at]! * scale * weights[at]!
  }
}

/** Makes probabilities of the first so many numbers. */
export function softmax(numbers: Float32Array, count: number): void {
  let largest = -Infinity
  for (let at = 0; at < count; at++) {
    if (numbers[at]! > largest) largest = numbers[at]!
  }
  let sum = 0
  for (let at = 0; at < count; at++) {
    numbers[at] = Math.exp(numbers[at]! - largest)
    sum += numbers[at]!
  }
  for (let at = 0; at < count; at++) numbers[at]! /= sum
}

export function add(sum: Float32Array, change: Float32Array): void {
  for (let at = 0; at < sum.length; at++) sum[at]! += change[at]!
}
