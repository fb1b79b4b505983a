/**
 * Links to chapters that are yet to be written. A talk's page lists them
 * (`coming:` in its front matter, by file name); a link to one reads as its
 * words and “coming”, and turns into a link on the day the file is there.
 */
import { existsSync } from 'node:fs'
import path from 'node:path'
import type MarkdownIt from 'markdown-it'
import type { Env } from './place.ts'

/** Paths of chapter files that are announced, such as `content/2-a/01-b.md`. */
export type PlannedChapters = ReadonlySet<string>

export function planned(md: MarkdownIt, chapters: PlannedChapters): void {
  md.core.ruler.push('planned-chapters', (state) => {
    const folder = path.dirname((state.env as Env).page?.inputPath ?? '')
    for (const { children } of state.tokens) {
      if (!children) continue
      for (const [index, token] of children.entries()) {
        if (token.type !== 'link_open') continue
        const href = token.attrGet('href')!.replace(/#.*$/, '')
        const file = path.normalize(path.join(folder, href))
        if (!chapters.has(file) || existsSync(file)) continue
        const close = children.findIndex(
          (other, at) => at > index && other.type === 'link_close',
        )
        token.type = 'coming_open'
        children[close]!.type = 'coming_close'
      }
    }
  })
  md.renderer.rules['coming_open'] = () => '<span class="coming">'
  md.renderer.rules['coming_close'] = () => ' <small>coming</small></span>'
}
