/**
 * `npm run storyteller:train`: trains the storyteller on two cores, in about an
 * hour, and goes on from the last checkpoint. Makes the corpus first if it isn't there.
 *
 * The training itself is `src/storyteller/train.py`, and needs Python 3 with PyTorch:
 * `apt install python3-torch libopenblas0-pthread`. What follows the command's
 * name is for it, as `-- --processes 1`.
 */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { main as makeCorpus } from './storyteller-corpus.ts'

const SCRIPT = 'src/storyteller/train.py'

export async function main(words: string[]): Promise<number> {
  const python = await pythonWithTorch()
  if (!python) {
    process.stderr.write(
      'No Python with PyTorch was found. On Debian: apt install python3-torch libopenblas0-pthread\n',
    )
    return 1
  }
  if (!existsSync('.cache/storyteller/train.u16')) await makeCorpus([])
  return exitOf(python, [SCRIPT, ...words], 'inherit')
}

/** A Python of one's own comes first on the path; Debian's has Debian's PyTorch. */
async function pythonWithTorch(): Promise<string | undefined> {
  for (const python of ['python3', '/usr/bin/python3']) {
    if ((await exitOf(python, ['-c', 'import torch'], 'ignore')) === 0) {
      return python
    }
  }
  return undefined
}

function exitOf(
  program: string,
  words: string[],
  stdio: 'inherit' | 'ignore',
): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(program, words, { stdio })
    child.on('error', () => resolve(1))
    child.on('close', (status) => resolve(status ?? 1))
  })
}
