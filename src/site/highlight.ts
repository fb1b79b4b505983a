/**
 * Code in colour, at build time: Shiki with a theme of CSS variables, its
 * inline styles turned into classes. Listings, editor and stages thus share
 * one palette (`src/styles/code.css`), which follows light and dark.
 *
 * Grammars are loaded for the languages that the content uses, and no others.
 */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import {
  bundledLanguages,
  bundledLanguagesAlias,
  createCssVariablesTheme,
  createHighlighter,
  type BundledLanguage,
  type ShikiTransformer,
} from 'shiki'
import { examplescript, examplescriptTalk } from './examplescript-grammar.ts'

export interface Highlighter {
  /** A `<pre class="listing">`; unknown languages are plain text. */
  listing(code: string, language: string, marked?: readonly number[]): string
}

const theme = createCssVariablesTheme({ name: 'tokens', variablePrefix: '--' })

/** A theme's `style="color:var(--token-keyword)"` becomes `class="tok-keyword"`. */
function classes(marked: readonly number[]): ShikiTransformer {
  return {
    pre(node) {
      const { language } = this.options.meta as { language?: string }
      node.properties = {
        class: 'listing',
        tabindex: '0',
        ...(language && { 'data-language': language }),
      }
    },
    line(node, line) {
      if (marked.includes(line)) this.addClassToHast(node, 'marked')
      node.children = node.children.flatMap((child) =>
        child.type === 'element' && !child.properties['class']
          ? child.children
          : [child],
      ) as typeof node.children
    },
    span(node) {
      const style = String(node.properties['style'] ?? '')
      delete node.properties['style']
      const [, name] = /--token-([\w-]+)/.exec(style) ?? []
      if (name) node.properties['class'] = `tok-${name}`
    },
  }
}

export async function createListings(content: string): Promise<Highlighter> {
  const shiki = await createHighlighter({
    themes: [theme],
    langs: [examplescript, examplescriptTalk, ...languagesIn(content)],
  })
  const known = new Set(shiki.getLoadedLanguages())
  return {
    listing(code, language, marked = []) {
      const name = nameOf(language)
      return shiki.codeToHtml(code.trimEnd(), {
        lang: known.has(name) ? name : 'text',
        theme: 'tokens',
        meta: { language: name },
        transformers: [classes(marked)],
      })
    },
  }
}

/** A language as Shiki calls it: its grammar for WAT goes by the name of wasm. */
function nameOf(language: string): string {
  const name = language.toLowerCase()
  return name === 'wat' ? 'wasm' : name
}

/** The languages that fences in a folder of Markdown name, as Shiki knows them. */
function languagesIn(folder: string): BundledLanguage[] {
  const known = { ...bundledLanguages, ...bundledLanguagesAlias }
  const named = markdownFiles(folder)
    .flatMap((file) => [
      ...readFileSync(file, 'utf8').matchAll(
        /^[ >]*(?:`{3,}|~{3,})[ \t]*(\S+)/gm,
      ),
    ])
    .map(([, language]) => nameOf(language!))
  return [...new Set(named)].filter((name) =>
    Object.hasOwn(known, name),
  ) as BundledLanguage[]
}

function markdownFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => path.join(folder, file))
}
