/** Writing fails in its midst: nothing is left of it. */
import { mkdir, readdir, readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { writeAllOrNothing } from './all-or-nothing.ts'
import { Folder } from './terminal.fixture.ts'

const folder = new Folder()

test('leaves what is there when one file cannot be written', async () => {
  await mkdir(folder.at('a'))
  await folder.write('a/old', 'old')
  const outputs = ['a/old', 'a/new', 'nowhere/new'].map((name) => ({
    path: folder.at(name),
    bytes: Buffer.from('new'),
  }))
  await expect(writeAllOrNothing(outputs)).rejects.toThrow('ENOENT')
  expect(await readdir(folder.at('a'))).toEqual(['old'])
  expect(await readFile(folder.at('a/old'), 'utf8')).toBe('old')
  await writeAllOrNothing(outputs.slice(0, 2))
  expect((await readdir(folder.at('a'))).sort()).toEqual(['new', 'old'])
  expect(await readFile(folder.at('a/old'), 'utf8')).toBe('new')
})
