/**
 * The browser's storage: a fence `model-storage` becomes an island that shows what is
 * stored of models, one `cache-speeds` an island that measures the stores. What stands
 * in the fence is what a page says without script.
 *
 * ````md
 * ```model-storage title="What is stored here"
 * A table would stand here, of what WebLLM has stored in this browser.
 * ```
 * ````
 */
import type MarkdownIt from 'markdown-it'
import { escape } from '../figures/escape.ts'
import { sizesMarkup, storesMarkup } from '../figures/stores.ts'
import {
  bar,
  button,
  card,
  demandOwnTitle,
  head,
  primaryButton,
  type Cards,
} from './card.ts'
import { serveFences } from './fences.ts'
import { AuthoringError } from './place.ts'

const FENCE = /^(model-storage|cache-speeds) title="([^"]+)"$/

export function isModelStorage(info: string): boolean {
  return /^model-storage\b/.test(info)
}

export function isCacheSpeeds(info: string): boolean {
  return /^cache-speeds\b/.test(info)
}

export function isStorage(info: string): boolean {
  return isModelStorage(info) || isCacheSpeeds(info)
}

export function storages(md: MarkdownIt, cards: Cards): void {
  serveFences(md, isStorage, ({ info, content, env, place }) => {
    const [, name, title] = FENCE.exec(info) ?? []
    if (!name || !title || !content.trim()) throw unreadable(info, place)
    demandOwnTitle(title, env, place)
    const words = content.trim()
    return card(cards, {
      name,
      title,
      source: words,
      env,
      attributes: {},
      body: () =>
        name === 'model-storage'
          ? storageBody(title, words)
          : speedsBody(title, words),
    })
  })
}

function storageBody(title: string, words: string): string {
  return `${head(title)}${bar(primaryButton('look', 'Look'), '', '')}<div class="storage-drawn" role="group" aria-label="Stored"><p class="storage-note">${escape(words)}</p></div>
`
}

function speedsBody(title: string, words: string): string {
  const quiet = button('reset', 'Reset')
  return `${head(title, sizesMarkup())}<p class="stores-words">${escape(words)}</p>
${bar(primaryButton('measure', 'Measure'), '', quiet)}${storesMarkup({})}
`
}

function unreadable(info: string, place: string): AuthoringError {
  return new AuthoringError(
    place,
    `“${info}” is no storage, or says nothing without script.`,
    'Write model-storage title="…" or cache-speeds title="…", and in it what a page says without script.',
  )
}
