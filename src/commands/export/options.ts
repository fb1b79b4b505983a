/** What `npm run export` is asked for. */

export interface Options {
  /** `compiling`, or `compiling/in-ten-minutes`. */
  talk: string
  slides: boolean
  /** Slides again, with a page for each key press; and pictures, if there are some. */
  fragments: boolean
  handout: boolean
  png: boolean
  /** One file that opens without a server. */
  html: boolean
  /** The folder to write to. */
  out: string
  size: keyof typeof SIZES
  dark: boolean
}

/** A slide, in CSS pixels: as large as presentations usually are on paper. */
export const SIZES = {
  '16:9': { width: 1280, height: 720 },
  '4:3': { width: 960, height: 720 },
}

export const USAGE = `npm run export -- TALK[/NAME] [options]

  TALK         a talk, such as compiling: all of its chapters
  TALK/NAME    a path through it or a chapter, such as compiling/in-ten-minutes
  --slides     a PDF of the slides, each as it is after its last key press
  --fragments  a PDF of the slides with a page for each key press
  --handout    a PDF of the text with the results
  --png        the slides as pictures; with --fragments one for each key press
  --html       one HTML file that opens without a server or a network
  --out DIR    where to; export/ if it is not said
  --size 4:3   the projector’s proportions; 16:9 if it is not said
  --dark       slides in the dark theme

Without any of the first five it makes slides, handout and the HTML file.
`

const FLAGS = ['slides', 'fragments', 'handout', 'png', 'html', 'dark'] as const

/** @returns what was wrong with the words, in a sentence, where they are none */
export function parseOptions(words: readonly string[]): Options | string {
  const set = new Set<string>()
  const values = new Map<string, string>()
  const talks: string[] = []
  const rest = [...words]
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    const name = word.replace(/^--/, '')
    if (word === name) talks.push(word)
    else if (FLAGS.some((flag) => flag === name)) set.add(name)
    else if (name === 'out' || name === 'size') {
      const value = rest.shift()
      if (!value || value.startsWith('--')) return `${word} wants a value.`
      values.set(name, value)
    } else return `There is no ${word}.`
  }
  const [talk = '', ...more] = talks.map((one) =>
    one.replaceAll(/^\/|\/$/g, ''),
  )
  if (!talk) return 'Which talk?'
  if (more.length > 0) return `One talk at a time, and not ${more[0]} as well.`
  const size = values.get('size') ?? '16:9'
  if (!isSize(size)) return `A size is ${Object.keys(SIZES).join(' or ')}.`
  return { talk, out: values.get('out') ?? 'export', size, ...wanted(set) }
}

function isSize(size: string): size is keyof typeof SIZES {
  return size in SIZES
}

function wanted(set: ReadonlySet<string>) {
  const png = set.has('png')
  const handout = set.has('handout')
  const html = set.has('html')
  const fragments = set.has('fragments')
  const isAny = set.has('slides') || handout || png || html || fragments
  return {
    slides: set.has('slides') || !isAny,
    fragments,
    handout: handout || !isAny,
    png,
    html: html || !isAny,
    dark: set.has('dark'),
  }
}
