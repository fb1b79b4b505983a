/**
 * Judging: a program is held against all checks of an exercise. It is compiled
 * and run only if a check asks for that, and only if nothing is wrong with it.
 */
import type { Check } from './checks.ts'
import { needsModule, needsRun } from './checks.ts'
import { callChecks, type HostOf } from './code-checks.ts'
import type { LanguageName } from './language.ts'
import { measure } from './measure.ts'
import { RUNNERS } from './run.ts'
import type { Evidence } from './evidence.ts'
import type { Workbench } from './workbench.ts'

/** Whether there is anything to compile. */
export function needsCompiler(
  checks: readonly Check[],
  { problems }: Evidence,
): boolean {
  return problems.length === 0 && checks.some(isCompiled)
}

function isCompiled(check: Check): boolean {
  return needsRun(check) || needsModule(check) || check.kind === 'code'
}

/**
 * Compiles and runs a program as far as its checks ask for it.
 *
 * @param evidence of a program for which `needsCompiler` says so
 * @returns it, with what came of that
 */
export function gather(
  language: LanguageName,
  evidence: Evidence,
  checks: readonly Check[],
  binaryen: Workbench,
  hostOf: HostOf,
): Evidence {
  const { source } = evidence
  const gathered = { ...evidence }
  if (checks.some(needsModule)) {
    gathered.module = measure(language, source, binaryen)
  }
  if (checks.some(needsRun)) {
    const runner = RUNNERS[language]
    const { bytes } = runner.stages(source, binaryen).optimised
    gathered.run = runner.run(source, bytes, hostOf(source))
  }
  const code = checks.filter((check) => check.kind === 'code')
  if (code.length > 0) {
    gathered.called = callChecks(source, code, binaryen, hostOf)
  }
  return gathered
}
