/**
 * `npm test`: everything. Its last line says how many tests passed and failed,
 * a tool without tests of its own counting as one.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buildSite } from './build.ts'
import { checks } from './check.ts'
import { browserTests } from './e2e.ts'
import { htmlTests } from './html.ts'
import { npx, runTasks, type Count } from './tasks.ts'

export async function main(): Promise<number> {
  const { passed, failed } = await runTasks([
    checks,
    { name: 'unit tests', run: unitTests },
    { name: 'build', run: build },
    { name: 'HTML', run: htmlTests },
    { name: 'browser tests', run: () => browserTests() },
  ])
  process.stdout.write(`\n${passed} passed, ${failed} failed\n`)
  return failed ? 1 : 0
}

async function build(): Promise<Count> {
  await buildSite()
  return { passed: 1, failed: 0 }
}

async function unitTests(): Promise<Count> {
  const folder = await mkdtemp(path.join(tmpdir(), 'unit-'))
  const report = path.join(folder, 'report.json')
  try {
    const exit = await npx([
      'vitest',
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ])
    const { numPassedTests, numTotalTests, testResults } = JSON.parse(
      await readFile(report, 'utf8'),
    ) as VitestReport
    const failed = numTotalTests - numPassedTests
    const failures = testResults.flatMap(
      ({ name, status, assertionResults }) =>
        status === 'passed' ? [] : failuresOf(name, assertionResults),
    )
    return {
      passed: numPassedTests,
      failed: failed || (exit === 0 ? 0 : 1),
      failures,
    }
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** What is read of the report that vitest writes. */
interface VitestReport {
  numPassedTests: number
  numTotalTests: number
  testResults: {
    /** The file's. */
    name: string
    status: string
    assertionResults: { fullName: string; status: string }[]
  }[]
}

/** A file whose tests could not even be found fails by its name alone. */
function failuresOf(
  file: string,
  tests: VitestReport['testResults'][0]['assertionResults'],
): string[] {
  const failed = tests.filter(({ status }) => status === 'failed')
  const name = path.relative('.', file)
  return failed.length > 0
    ? failed.map(({ fullName }) => `${name}: ${fullName}`)
    : [name]
}
