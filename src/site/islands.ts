/**
 * Islands: the markup around a fallback, an `<is-land>` that loads the island's
 * script when it is needed. A tag in a chapter that no island defines stops the
 * build.
 */
import type MarkdownIt from 'markdown-it'
import { nearest } from '../examplescript/examplescript.ts'
import { escape } from '../figures/escape.ts'
import { relative } from './links.ts'
import { AuthoringError, chapterOf, where, type Env } from './place.ts'

/** Script addresses by tag name; a function, as a rebuild renames them. */
export type IslandSites = () => ReadonlyMap<string, string>

/** The events that bring an island to life: pointing at it, or its focus. */
const TOUCH = 'focusin,pointerover,pointerdown,click'

/** An island's markup around its fallback. */
export function island(
  sites: IslandSites,
  name: string,
  pageUrl: string,
  attributes: Record<string, string>,
  fallback: string,
): string {
  const script = relative(sites().get(name)!, pageUrl)
  const words = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escape(value)}"`)
    .join('')
  return `<is-land on:interaction="${TOUCH}" import="${script}"><${name} defer-hydration${words}>
${fallback}</${name}></is-land>\n`
}

export function islands(md: MarkdownIt, sites: IslandSites): void {
  md.core.ruler.push('island-tags', (state) => {
    const env = state.env as Env
    if (!chapterOf(env.page?.inputPath ?? '')) return
    for (const token of state.tokens) {
      if (token.type !== 'html_block') continue
      const [, name] =
        /^<([a-z][a-z\d]*(?:-[a-z\d]+)+)/.exec(token.content) ?? []
      if (!name || sites().has(name)) continue
      const meant = nearest(name, sites().keys())
      throw new AuthoringError(
        where(env, token.map?.[0] ?? 0),
        `there is no island <${name}>.`,
        meant
          ? `Did you mean <${meant}>?`
          : `There are: ${[...sites().keys()].join(', ')}.`,
      )
    }
  })
}
