/**
 * The finished pages, validated. Faults of posts, which others may have
 * written, are shown and do not count.
 */
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { FileSystemConfigLoader, HtmlValidate } from 'html-validate'
import type { Count } from './tasks.ts'

export async function htmlTests(): Promise<Count> {
  const validator = new HtmlValidate(new FileSystemConfigLoader())
  const count = { passed: 0, failed: 0 }
  const files = await readdir('_site', { recursive: true })
  for (const file of files.filter((name) => name.endsWith('.html'))) {
    const page = path.join('_site', file)
    const { results, valid } = await validator.validateFile(page)
    const isPost = / class="page-post"/.test(await readFile(page, 'utf8'))
    for (const { line, column, message, ruleId } of results.flatMap(
      ({ messages }) => messages,
    )) {
      const kind = isPost ? 'warning: ' : ''
      process.stdout.write(
        `${page}:${line}:${column}: ${kind}${message} (${ruleId})\n`,
      )
    }
    if (valid || isPost) count.passed++
    else count.failed++
  }
  return count
}
