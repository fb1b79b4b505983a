/**
 * The strips: the way of the data through a talk, one stage after the other,
 * as the quiet line at the head of each step shows it. Hues are in
 * `src/styles/tokens.css`, by the same names.
 */
export interface Stage {
  name: string
  /** The chapter that is about this stage, as its address ends. */
  chapter: string
}

export const STRIPS: Record<string, readonly Stage[]> = {
  compiler: [
    { name: 'source', chapter: 'one-line-one-function' },
    { name: 'tokens', chapter: 'from-text-to-tokens' },
    { name: 'tree', chapter: 'from-tokens-to-a-tree' },
    { name: 'types', chapter: 'types' },
    { name: 'IR', chapter: 'from-tree-to-binaryen' },
    { name: 'passes', chapter: 'pass-by-pass' },
    { name: 'bytes', chapter: 'from-tree-to-binaryen' },
    { name: 'result', chapter: 'loops-memory-and-the-outside' },
  ],
  model: [
    { name: 'text', chapter: 'a-bedtime-story-in-this-page' },
    { name: 'tokens', chapter: 'a-bedtime-story-in-this-page' },
    { name: 'numbers', chapter: 'inside-the-model' },
    { name: 'layers', chapter: 'inside-the-model' },
    { name: 'odds', chapter: 'a-bedtime-story-in-this-page' },
    { name: 'next word', chapter: 'a-bedtime-story-in-this-page' },
  ],
}
