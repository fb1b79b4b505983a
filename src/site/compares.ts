/** Comparing: a fence becomes an island in which two tell of one prompt, side by side. */
import type MarkdownIt from 'markdown-it'
import { alikeSentence } from '../figures/alike.ts'
import {
  settingsWords,
  storyMarkup,
  tokensWords,
  type Told,
} from '../figures/story.ts'
import {
  bar,
  button,
  card,
  demandOwnTitle,
  head,
  primaryButton,
} from './card.ts'
import { isCompare, parseCompare, SIDES, type Side } from './compare-fence.ts'
import { serveFences } from './fences.ts'
import { knobsGroup, seedKnob, selectMarkup, temperatureKnob } from './knobs.ts'
import { recordedTold, type Telling } from './stories.ts'
import { textBox } from './texts.ts'

export function compares(md: MarkdownIt, telling: Telling): void {
  serveFences(md, isCompare, ({ info, content, env, place }) => {
    const { title, settings } = parseCompare(info, content, place)
    demandOwnTitle(title, env, place)
    const left = recordedTold(settings.left, telling, place)
    const right = recordedTold(settings.right, telling, place)
    const names = telling.checkpoints.map(({ name }) => name)
    return card(telling, {
      name: 'two-tellers',
      title,
      source: settings,
      env,
      attributes: { 'data-told': JSON.stringify({ left, right }) },
      body: (key) => {
        const told = { left, right }
        const sides = SIDES.map((side) =>
          sideMarkup(side, told[side], names, `${key}-${side}`),
        )
        return `${head(title)}${textBox('Prompt', left.prompt)}${bar(primaryButton('tell', 'Tell both'), '', button('reset', 'Reset') + button('copy', 'Copy'))}<div class="tellers">${sides.join('')}</div>
<p class="tellers-alike" role="status">${alikeSentence(left.text, right.text)}</p>
`
      },
    })
  })
}

const NAMES: Record<Side, string> = { left: 'Left', right: 'Right' }

function sideMarkup(
  side: Side,
  told: Told,
  checkpoints: readonly string[],
  key: string,
): string {
  const name = NAMES[side]
  const settings = knobsGroup([
    selectMarkup(
      key,
      { name: 'Model', data: 'model', value: told.model },
      checkpoints.map((each) => [each, checkpointWords(each)]),
    ),
    temperatureKnob(key, told.temperature),
    seedKnob(key, told.seed),
  ])
  return `<div class="teller" role="group" aria-label="${name}" data-side="${side}">${settings}<div class="story-log" role="log" aria-label="${name} story" aria-live="off" tabindex="0">${storyMarkup(told.prompt, told.text)}</div>
<p class="story-foot"><span class="story-by">Made up by a model</span> <span class="story-how">${settingsWords(told)}</span> <span class="story-pace">${tokensWords(told.tokens)}</span></p></div>`
}

/** As the island's own list says it. */
const CHECKPOINTS: Record<string, string> = {
  early: 'The storyteller, early in its training',
  middle: 'The storyteller, halfway in its training',
  final: 'The storyteller',
}

function checkpointWords(name: string): string {
  return CHECKPOINTS[name] ?? name
}
