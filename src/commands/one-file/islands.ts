/** Islands of the file: some run there, and all others show what the build made. */
import { escape } from '../../figures/escape.ts'
import { eachTag, mapTags } from './markup.ts'
import { livePresses } from './presses.ts'

/**
 * What runs with the compiler, the storyteller, or nothing at all. All others
 * need a module for a Worker (AssemblyScript), tools of 70 MB, models, or a
 * frame with a policy of its own, which a file cannot bring.
 */
export const LIVE: ReadonlySet<string> = new Set([
  'code-exercise',
  'level-prices',
  'multiple-choice',
  'next-token',
  'pass-by-pass',
  'roll-call',
  'runnable-program',
  'staged-program',
  'story-teller',
  'text-tokens',
  'token-view',
  'two-tellers',
])

/** The tag names of the islands in a page that run. */
export function liveIn(html: string): string[] {
  const names = new Set<string>()
  eachTag(html, ({ name }) => {
    if (LIVE.has(name)) names.add(name)
  })
  return [...names].sort()
}

const ISLAND = /<is-land\s[^>]*><([a-z-]+)([^]*?)<\/is-land>/g

/**
 * Islands whose script is in the file name no address; those that stay behind
 * become their last result, and say where they run: no key press drives them.
 *
 * @param site as in `Surroundings`
 * @param url of the page that the islands stand in
 */
export function settleIslands(html: string, site: string, url: string): string {
  let step = ''
  return livePresses(html, (name) => LIVE.has(name))
    .split(/(?=<section class="step[ "])/)
    .map((section) => {
      step = /^<section [^>]*id="([^"]*)"/.exec(section)?.[1] ?? ''
      return section.replaceAll(ISLAND, (island, name: string) =>
        LIVE.has(name)
          ? island.replace(/import="[^"]*"/, `import="${name}"`)
          : settled(island, site && `${site}${url.slice(1)}#${step}`),
      )
    })
    .join('')
}

/** What a question covers is seen there, as nobody can answer it. */
function settled(island: string, address: string): string {
  const result = mapTags(island, (tag) => {
    if (tag.name === 'is-land') return ''
    if (tag.has('data-key')) tag.set('data-revealed', '')
    tag.delete('data-key')
    return tag.markup
  })
  const link = address
    ? `<a data-on-site href="${escape(address)}">runs on the site</a>`
    : 'runs on the site'
  return `<div class="result-only"><p class="result-only-line">This one ${link}. Here is what it showed when the file was made.</p>${result}</div>`
}
