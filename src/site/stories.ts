/** Stories: a fence becomes an island that tells, with a story that was told. */
import type MarkdownIt from 'markdown-it'
import { escape } from '../figures/escape.ts'
import {
  settingsWords,
  stopWords,
  storyMarkup,
  tokensWords,
  type Settings,
  type Stop,
  type Told,
} from '../figures/story.ts'
import { READY_PROMPTS } from './ready-prompts.ts'
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
import {
  knobsGroup,
  numberMarkup,
  seedKnob,
  sliderMarkup,
  temperatureKnob,
  topPKnob,
} from './knobs.ts'
import { AuthoringError, type Env } from './place.ts'
import { isStory, parseStory } from './story-fence.ts'
import { textBox } from './texts.ts'

/** What stories in pages are made with. */
export interface Telling extends Cards {
  checkpoints: readonly Stop[]
  /** The record of a wish. */
  told: (settings: Settings) => Told | undefined
}

export function stories(md: MarkdownIt, telling: Telling): void {
  serveFences(md, isStory, ({ info, content, env, place }) => {
    const { title, settings } = parseStory(info, content, place)
    demandOwnTitle(title, env, place)
    const told = recordedTold(settings, telling, place)
    return storyCard(title, settings, told, telling, env)
  })
}

/** @throws AuthoringError for a story that nobody has told, or a model that is not here */
export function recordedTold(
  settings: Settings,
  telling: Telling,
  place: string,
): Told {
  demandCheckpoint(settings, telling, place)
  const record = telling.told(settings)
  if (record) {
    const { text, tokens, isWhole } = record
    return { ...settings, text, tokens, isWhole }
  }
  throw new AuthoringError(
    place,
    'nobody has told this story yet.',
    'Run npm run storyteller:tell, which tells and records it.',
  )
}

function demandCheckpoint(
  { model }: Settings,
  { checkpoints }: Telling,
  place: string,
): void {
  const names = checkpoints.map(({ name }) => name)
  if (names.includes(model)) return
  throw new AuthoringError(
    place,
    `there is no checkpoint “${model}”.`,
    `There are: ${names.join(', ')}.`,
  )
}

function storyCard(
  title: string,
  settings: Settings,
  told: Told,
  telling: Telling,
  env: Env,
): string {
  const models = telling.checkpoints.map((stop) => ({
    name: stop.name,
    words: stopWords(stop),
  }))
  const { text, tokens, isWhole } = told
  return card(telling, {
    name: 'story-teller',
    title,
    source: settings,
    env,
    attributes: {
      'data-told': JSON.stringify(told),
      'data-models': JSON.stringify(models),
    },
    body: (
      key,
    ) => `${head(title)}${textBox('Prompt', settings.prompt)}${readyMarkup()}${bar(primaryButton('tell', 'Tell') + retells(), '', quietButtons())}<div class="story">
<div class="story-log" role="log" aria-label="Story" aria-live="off" tabindex="0">${storyMarkup(settings.prompt, text)}</div>
<p class="story-foot"><span class="story-by">Made up by a small model</span> <span class="story-how">${settingsWords(settings)}</span> <span class="story-pace">${tokensWords(tokens)}</span><button type="button" data-act="continue"${isWhole ? ' hidden' : ''} disabled>Continue</button></p></div>
${knobsMarkup(settings, models, key)}`,
  })
}

function readyMarkup(): string {
  const chips = READY_PROMPTS.map(
    ({ name, text }) =>
      `<button type="button" data-act="use ${escape(text)}" disabled>${name}</button>`,
  )
  return `<p class="story-ready" role="group" aria-label="Ready prompts">${chips.join('')}</p>
`
}

function knobsMarkup(
  { seed, temperature, topK, topP, model }: Settings,
  models: readonly { name: string; words: string }[],
  key: string,
): string {
  const stop = models.findIndex(({ name }) => name === model)
  const knobs = [
    temperatureKnob(key, temperature),
    topPKnob(key, topP),
    numberMarkup(key, { name: 'Top-k', data: 'topK', value: topK }, [0, 1280]),
    seedKnob(key, seed),
    sliderMarkup(
      key,
      { name: 'Training', data: 'model', value: stop },
      [0, models.length - 1, 1],
      models[stop]!.words,
    ),
  ]
  const own =
    '<p class="story-own"><label class="file-choice"><span>Use your own model (GGUF) …</span><input type="file" accept=".gguf" aria-label="Use your own model (GGUF)" disabled></label></p>'
  return knobsGroup(knobs, own)
}

/** Beside the primary button: what is shown once more, and the next one. */
function retells(): string {
  return (
    button('again', 'Again', 'Again, with the same seed') +
    button('another', 'Another', 'Another, with the next seed')
  )
}

function quietButtons(): string {
  return (
    button('reset', 'Reset') +
    button('copy', 'Copy') +
    button('save', 'Save', 'Save as a text file')
  )
}
