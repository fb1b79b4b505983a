import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { check } from './check.ts'
import { CODES } from './codes.ts'

test.each(Object.entries(CODES))('%s has an example', (code, { example }) => {
  expect(check(example).problems.map((problem) => problem.code)).toEqual([code])
})

test.each(Object.entries(CODES))('%s is told in sentences', (_, info) => {
  for (const { message, hint = 'Do.' } of check(info.example).problems) {
    expect(message).toMatch(/^\S.*[.]$/s)
    expect(hint).toMatch(/^[A-Z].*[.…?]$|^[A-Z].*: \S/s)
  }
})

test('all of them are in a program that shows them', () => {
  const folder = 'src/examplescript/programs'
  const programs = readdirSync(folder)
    .filter((name) => name.endsWith('.example'))
    .map((name) => readFileSync(`${folder}/${name}`, 'utf8'))
    .join('\n')
  const shown = programs.matchAll(/\/\/ expect error: (\S+)/g)
  const codes = new Set([...shown].map(([, code]) => code))
  expect(Object.keys(CODES).filter((code) => !codes.has(code))).toEqual([])
})
