import { expect, test } from 'vitest'
import { ForwardPass } from './forward.ts'
import { tensorsOf, type Model, type Shape } from './model.ts'

const shape: Shape = {
  dim: 8,
  hidden: 12,
  layers: 2,
  heads: 2,
  kvHeads: 1,
  vocabulary: 6,
  context: 5,
}

const model: Model = {
  shape,
  tensors: new Map(
    tensorsOf(shape).map(({ name, rows, columns }, index) => [
      name,
      Float32Array.from({ length: rows * columns }, (_, at) =>
        Math.sin(at * (index + 1.5)),
      ),
    ]),
  ),
}

const TOKENS = [1, 5, 3, 3]

/** Of the same model and tokens, computed by NumPy in 64 bits, without keeping keys and values. */
const EXPECTED = [
  [0.9393, 0.9292, 0.6288, 0.1321, -0.4058, -0.8171],
  [0.868, 0.904, 0.6576, 0.2059, -0.3101, -0.7293],
  [0.8335, 0.8722, 0.6385, 0.2054, -0.2918, -0.698],
  [0.9471, 0.921, 0.6072, 0.1038, -0.432, -0.8329],
]

function run(pass: ForwardPass): number[][] {
  return TOKENS.map((token, position) => Array.from(pass.run(token, position)))
}

test('logits are those that NumPy computes', () => {
  for (const [position, logits] of run(new ForwardPass(model)).entries()) {
    for (const [token, logit] of logits.entries()) {
      expect(logit).toBeCloseTo(EXPECTED[position]![token]!, 4)
    }
  }
})

test('from the first position on, another text begins', () => {
  const pass = new ForwardPass(model)
  const first = run(pass)
  pass.run(2, 4)
  expect(run(pass)).toEqual(first)
})

test('behind the context there is no place', () => {
  const pass = new ForwardPass(model)
  expect(() => pass.run(1, 5)).toThrow('A context of 5 has no place 5.')
})
