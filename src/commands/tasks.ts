/**
 * Runs the project's tools, some at a time, and counts what passed. What a
 * tool prints is shown as it comes; a tool that fails does not keep the next
 * ones from telling what they know.
 */
import { spawn } from 'node:child_process'

/** How many tests a task ran, and how many of them failed. */
export interface Count {
  passed: number
  failed: number
  /** The names of tests that failed, where they are known. */
  failures?: string[]
}

export interface Task {
  name: string
  run: () => Promise<Count>
}

/** A tool that says by its exit status alone whether all is well: one test. */
export function tool(name: string, ...words: string[]): Task {
  return {
    name,
    run: async () =>
      (await npx(words)) === 0
        ? { passed: 1, failed: 0 }
        : { passed: 0, failed: 1 },
  }
}

/** @returns the exit status of a program of the project's `node_modules`. */
export function npx(
  words: string[],
  environment: Record<string, string> = {},
): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn('npx', ['--no-install', ...words], {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...environment },
      shell: process.platform === 'win32',
    })
    child.on('error', () => resolve(1))
    child.on('close', (status) => resolve(status ?? 1))
  })
}

/** A group of tasks runs two at a time: most of the tools use one core. */
const LANES = 2

/**
 * @param tasks run one after the other; a group among them is through before
 *   what follows it
 * @returns what all tasks counted together. What failed is told once more at
 * the end, as the last lines of a long log are the ones that are read.
 */
export async function runTasks(
  tasks: readonly (Task | readonly Task[])[],
): Promise<Count> {
  const total = { passed: 0, failed: 0 }
  const lines: string[] = []
  const runOne = async ({ name, run }: Task) => {
    const started = Date.now()
    process.stdout.write(`\n── ${name}\n`)
    const {
      passed,
      failed,
      failures = [],
    } = await run().catch((error: Error): Count => {
      process.stdout.write(`${error.stack}\n`)
      return { passed: 0, failed: 1, failures: [error.message] }
    })
    total.passed += passed
    total.failed += failed
    const seconds = ((Date.now() - started) / 1000).toFixed(1)
    const word = failed ? 'FAILED' : 'ok'
    const line = `── ${name}: ${word} (${seconds} s)\n`
    process.stdout.write(line)
    if (failed) lines.push(line, ...failures.map((test) => `   ${test}\n`))
  }
  for (const task of tasks) {
    const waiting = [task].flat()
    const runLane = async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        await runOne(next)
      }
    }
    await Promise.all(Array.from({ length: LANES }, runLane))
  }
  if (lines.length > 0) process.stdout.write(`\n${lines.join('')}`)
  return total
}
