/**
 * Next tokens: a fence becomes an island with the odds of what follows its text.
 * The build has asked the model for the first of them.
 */
import type MarkdownIt from 'markdown-it'
import { chancesOf } from '../engines/odds.ts'
import { oddsMarkup, wayMarkup } from '../figures/odds.ts'
import { candidatesAt, MOST_KNOWN } from '../storyteller/likely-place.ts'
import { ownTokenizer } from '../storyteller/own-tokenizer.ts'
import {
  bar,
  button,
  card,
  demandOwnTitle,
  head,
  primaryButton,
} from './card.ts'
import { serveFences } from './fences.ts'
import { knobsGroup, seedKnob, sliderMarkup } from './knobs.ts'
import { isNext, parseNext, type NextSettings } from './next-fence.ts'
import type { Kitchen } from './runnable.ts'
import { textBox } from './texts.ts'

export function nexts(md: MarkdownIt, kitchen: Kitchen): void {
  serveFences(md, isNext, ({ info, content, env, place }) => {
    const { title, settings } = parseNext(info, place)
    demandOwnTitle(title, env, place)
    const text = content.replace(/\n$/, '')
    const odds = kitchen.bakery.odds(text, place)
    const chances = chancesOf(candidatesAt(odds), {
      temperature: settings.temperature,
      topK: settings['top-k'],
      topP: settings['top-p'],
    })
    return card(kitchen, {
      name: 'next-token',
      title,
      source: [text, settings],
      env,
      attributes: { 'data-odds': JSON.stringify(odds) },
      body: (
        key,
      ) => `${head(title)}${textBox('Prompt', text)}<ol class="way" aria-label="Taken so far">${wayMarkup([], 0, false)}</ol>
<div class="odds-view"><ol class="odds" aria-label="What comes next">${oddsMarkup(chances, ownTokenizer.tokens.length)}</ol>
<p class="odds-none" hidden>What comes next is not known yet. ${button('look', 'Show the odds')}</p>
<p class="odds-key"><span class="key-chance">chance to be drawn</span><span class="key-own">the model’s own odds</span></p></div>
${knobsMarkup(settings, key)}<p class="odds-said" role="status"></p>
${bar(primaryButton('draw', 'Draw') + button('more', 'Ten more') + button('back', 'Back'), '', button('reset', 'Reset'))}`,
    })
  })
}

function knobsMarkup(settings: NextSettings, key: string): string {
  const { temperature, seed } = settings
  return knobsGroup([
    sliderMarkup(
      key,
      { name: 'Temperature', data: 'temperature', value: temperature },
      [0, 2, 0.1],
    ),
    sliderMarkup(
      key,
      { name: 'Top-k', data: 'topK', value: settings['top-k'] },
      [1, MOST_KNOWN, 1],
    ),
    sliderMarkup(
      key,
      { name: 'Top-p', data: 'topP', value: settings['top-p'] },
      [0.05, 1, 0.05],
    ),
    seedKnob(key, seed),
  ])
}
