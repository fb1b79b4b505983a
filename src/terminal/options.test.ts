import { expect, test } from 'vitest'
import { runToolHere } from '../binaryen/node.ts'
import { TOOLS } from '../binaryen/tools.ts'
import { optionsOf } from './options.ts'

test.each(TOOLS)('%s has the options that its --help lists', async (tool) => {
  const words = ['--help']
  const { out } = await runToolHere({ tool, words, files: new Map() })
  const help = new TextDecoder().decode(out)
  const listed = [...help.matchAll(/^ {2,3}(--[-\w]+|-O\w?)(?![-\w])/gm)]
  const names = new Set(listed.map(([, name]) => name))
  expect([...optionsOf(tool).keys()].sort()).toEqual([...names].sort())
})

test('a pass comes with its sentence', () => {
  expect(optionsOf('wasm-opt').get('--vacuum')).toMatch(/^[A-Z].*\.$/)
  expect(optionsOf('wasm-dis').has('--vacuum')).toBe(false)
})
