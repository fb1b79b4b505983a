/** Fences of chapters, and what the site makes of those that are its own. */
import type MarkdownIt from 'markdown-it'
import { chapterOf, where, type Env } from './place.ts'
import type { Question } from './question-parts.ts'

/** A fence that stands in a chapter. */
export interface Fence {
  /** What stands behind its three signs. */
  info: string
  content: string
  /** The prediction that is asked for above it. */
  question: Question | undefined
  /** The press of a slide that it takes its stages with. */
  press: number | undefined
  env: Env
  /** Its file and line, for complaints. */
  place: string
}

/**
 * Takes over some of the fences of chapters; all others stay as they were.
 *
 * @param isOwn by what stands behind the three signs
 * @param serve makes the fence's HTML
 */
export function serveFences(
  md: MarkdownIt,
  isOwn: (info: string) => boolean,
  serve: (fence: Fence) => string,
): void {
  const others = md.renderer.rules.fence!
  md.renderer.rules.fence = (tokens, index, options, env: Env, self) => {
    const { info, content, map, meta } = tokens[index]!
    const inChapter = chapterOf(env.page?.inputPath ?? '')
    if (!inChapter || !isOwn(info)) {
      return others(tokens, index, options, env, self)
    }
    const place = where(env, map?.[0] ?? 0)
    const { question, press } = (meta ?? {}) as Partial<Fence>
    return serve({ info, content, question, press, env, place })
  }
}
