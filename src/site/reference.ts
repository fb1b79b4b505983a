/**
 * Tables of the language reference, made from the compiler's own:
 * `<!-- table: builtins of memory -->`, alone on its line. Every example in
 * them is compiled and run in the build, so that what stands beside it is what
 * came of it.
 */
import type MarkdownIt from 'markdown-it'
import {
  BINARY,
  BUILTINS,
  check,
  CODES,
  OPERATORS,
  type Builtin,
  nearest,
} from '../examplescript/examplescript.ts'
import { escape } from '../figures/escape.ts'
import type { Bakery } from './bakery.ts'
import type { Highlighter } from './highlight.ts'
import { AuthoringError, chapterOf, where, type Env } from './place.ts'

interface Library {
  bakery: Bakery
  highlighter: Highlighter
}

type Table = (library: Library) => string

const TABLES: Record<string, Table> = {
  operators,
  'builtins of numbers': (library) => builtins(BUILTINS.numbers, library),
  'builtins of memory': (library) => builtins(BUILTINS.memory, library),
  'builtins of vectors': (library) => builtins(BUILTINS.vectors, library),
  errors,
}

const MARK = /^<!-- table: (.+) -->$/

export function reference(md: MarkdownIt, library: Library): void {
  const html = md.renderer.rules['html_block']!
  md.renderer.rules['html_block'] = (
    tokens,
    index,
    options,
    env: Env,
    self,
  ) => {
    const { content, map } = tokens[index]!
    const [, name] = MARK.exec(content.trim()) ?? []
    if (!name || !chapterOf(env.page?.inputPath ?? '')) {
      return html(tokens, index, options, env, self)
    }
    if (Object.hasOwn(TABLES, name)) return TABLES[name]!(library)
    throw new AuthoringError(
      where(env, map?.[0] ?? 0),
      `there is no table “${name}”.`,
      `Did you mean ${nearest(name, Object.keys(TABLES)) ?? 'operators'}?`,
    )
  }
}

/** Operators, the tightest first. */
function operators({ bakery }: Library): string {
  const signs = Object.entries(OPERATORS).flatMap(([sign, kind]) => {
    const operator = BINARY[kind]
    return operator ? [{ sign, ...operator }] : []
  })
  signs.sort((a, b) => b.precedence - a.precedence)
  const values = bakery.values(signs.map(({ example }) => example))
  const levels = [...new Set(signs.map(({ precedence }) => precedence))]
  const rows = signs.map(({ sign, precedence, says, example }, index) => [
    String(levels.indexOf(precedence) + 1),
    code(sign),
    sentence(says),
    result(example, values[index]!),
  ])
  return table('Operators', ['Level', 'Operator', 'Gives', 'Example'], rows)
}

function builtins(list: readonly Builtin[], { bakery }: Library): string {
  const values = bakery.values(list.map(({ example }) => example))
  const rows = list.map((builtin, index) => [
    code(signature(builtin)),
    sentence(builtin.says),
    result(builtin.example, values[index]!),
  ])
  return table('Builtins', ['Builtin', 'Gives', 'Example'], rows)
}

/** `load<T>(address, offset?): T` */
function signature({
  name,
  operands,
  result: gives,
  isExplicit,
}: Builtin): string {
  const shapes = operands.map((shape) =>
    shape === 'offset' ? 'offset?' : shape,
  )
  return `${name}${isExplicit ? '<T>' : ''}(${shapes.join(', ')}): ${gives}`
}

/** Each error with a program that has it, and what is said of that. */
function errors({ highlighter }: Library): string {
  const entries = Object.entries(CODES).map(([name, { says, example }]) => {
    const [problem] = check(example).problems
    const { message = '', hint = '' } = problem ?? {}
    const shown = example.length > 400 ? `${example.slice(0, 60)}…` : example
    return `<dt id="${name}">${code(name)}</dt>
<dd><p>${escape(says)}</p>
${highlighter.listing(shown, 'examplescript')}<p class="problem">${escape(message)} ${escape(hint)}</p></dd>`
  })
  return `<dl class="errors">\n${entries.join('\n')}\n</dl>\n`
}

function result(example: string, value: string): string {
  return `${code(example)} <span class="gives">→ ${code(value)}</span>`
}

function code(text: string): string {
  return `<code>${escape(text)}</code>`
}

function sentence(text: string): string {
  return escape(text[0]!.toUpperCase() + text.slice(1))
}

function cells(tag: string, texts: readonly string[]): string {
  return texts.map((text) => `<${tag}>${text}</${tag}>`).join('')
}

function table(
  label: string,
  heads: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const body = rows.map((row) => `<tr>${cells('td', row)}</tr>`).join('\n')
  return `<div class="table reference" tabindex="0" role="group" aria-label="${label}"><table>
<thead><tr>${cells('th', heads)}</tr></thead>
<tbody>
${body}
</tbody></table></div>
`
}
