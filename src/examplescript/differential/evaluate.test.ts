/** The evaluator of the tests does what the programs' comments say. */
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { check } from '../check.ts'
import { run } from './evaluate.ts'

const FOLDER = 'src/examplescript/programs'
const programs = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.example'))
  .map((name) => [name, readFileSync(`${FOLDER}/${name}`, 'utf8')] as const)
  .filter(([, source]) => !source.includes('expect error'))

test.each(programs)('%s', (_, source) => {
  const { program } = check(source)
  const { lines, value, trap } = run(program!, 100_000_000)
  const expected = [...source.matchAll(/\/\/ expect: (.*)/g)]
  expect(value === undefined ? lines : [...lines, value]).toEqual(
    expected.map(([, line]) => line),
  )
  expect(trap !== undefined).toBe(source.includes('// expect trap'))
})
