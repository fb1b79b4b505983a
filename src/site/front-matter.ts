/** Front matter, held against a schema; a mistake names its file and field. */
import { existsSync, readFileSync } from 'node:fs'
import * as v from 'valibot'
import { SLIDE_WORDS } from './counting-step.ts'
import { words as countWords } from './pieces.ts'
import { AuthoringError } from './place.ts'

/** A text that says something. */
export const words = v.pipe(v.string(), v.nonEmpty())

/** The lines of a closing slide, which is as short as others. */
export const recap = v.pipe(
  v.array(words),
  v.minLength(1),
  v.check(
    (lines) => countWords(lines.join(' ')) <= SLIDE_WORDS,
    `it is a slide, and ${SLIDE_WORDS} words in all are what people read there`,
  ),
)

/** Front matter as a schema wants it. @throws AuthoringError naming the field. */
export function checked<S extends v.GenericSchema>(
  schema: S,
  { inputPath, data }: { inputPath: string; data: Record<string, unknown> },
): v.InferOutput<S> {
  const result = v.safeParse(schema, data)
  if (result.success) return result.output
  const [issue] = result.issues
  const field = v.getDotPath(issue)!
  const [, list, index] = /^(\w+)\.(\d+)\./.exec(`${field}.`) ?? []
  throw new AuthoringError(
    list ? entryAt(inputPath, list, Number(index)) : fileOf(inputPath),
    `the front matter’s “${field}” is not right: ${issue.message}.`,
    'Front matter is explained in CONTRIBUTING.md.',
  )
}

/**
 * Where an entry of a list in front matter stands.
 * @param index of the entry; without one, the place of the list
 * @returns `content/…/file.md:LINE`, without the line where nobody can tell it
 */
export function entryAt(
  inputPath: string,
  list: string,
  index?: number,
): string {
  const file = fileOf(inputPath)
  if (!existsSync(file)) return file
  const lines = readFileSync(file, 'utf8').split('\n')
  const start = lines.findIndex((line) => line.startsWith(`${list}:`))
  if (start < 0) return file
  const [, indent] = /^( *)- /.exec(lines[start + 1] ?? '') ?? []
  const entries = lines.flatMap((line, at) =>
    at > start && line.startsWith(`${indent}- `) ? [at] : [],
  )
  return `${file}:${((index === undefined ? undefined : entries[index]) ?? start) + 1}`
}

function fileOf(inputPath: string): string {
  return inputPath.replace(/^\.\//, '')
}
