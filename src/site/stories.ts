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
import { AuthoringError, type Env } from './place.ts'
import { isStory, parseStory } from './story-fence.ts'

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
    demandCheckpoint(settings, telling, place)
    const record = telling.told(settings)
    if (record) return storyCard(title, settings, record, telling, env)
    throw new AuthoringError(
      place,
      'nobody has told this story yet.',
      'Run npm run storyteller:tell, which tells and records it.',
    )
  })
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
  { text, tokens, isWhole }: Told,
  telling: Telling,
  env: Env,
): string {
  const models = telling.checkpoints.map((stop) => ({
    name: stop.name,
    words: stopWords(stop),
  }))
  const told: Told = { ...settings, text, tokens, isWhole }
  return card(telling, {
    name: 'story-teller',
    title,
    source: settings,
    env,
    attributes: {
      'data-told': JSON.stringify(told),
      'data-models': JSON.stringify(models),
    },
    body: (key) => `${head(title)}<div class="story-ask">
${promptMarkup(settings, key)}${controlsMarkup(settings, models, key)}</div>
${bar(primaryButton('tell', 'Tell'), '', quietButtons())}<div class="story">
<div class="story-log" role="log" aria-label="Story" aria-live="off" tabindex="0">${storyMarkup(settings.prompt, text)}</div>
<p class="story-foot"><span class="story-by">Made up by a small model</span> <span class="story-how">${settingsWords(settings)}</span> <span class="story-pace">${tokensWords(tokens)}</span><button type="button" data-act="continue"${isWhole ? ' hidden' : ''} disabled>Continue</button></p></div>`,
  })
}

function promptMarkup({ prompt }: Settings, key: string): string {
  const chips = READY_PROMPTS.map(
    ({ name, text }) =>
      `<button type="button" data-act="use ${escape(text)}" disabled>${name}</button>`,
  )
  // The first line end behind <textarea> is no part of its text.
  return `<label class="story-prompt" for="${key}-prompt"><span>Prompt</span></label>
<textarea id="${key}-prompt" data-name="prompt" rows="3" spellcheck="false" autocapitalize="off" autocomplete="off">
${escape(prompt)}</textarea>
<p class="story-ready" role="group" aria-label="Ready prompts">${chips.join('')}</p>
`
}

interface Control {
  name: string
  words: string
  value: number
  /** Of the input: its kind, its least and most, its step. */
  kind: 'number' | 'range'
  bounds: readonly [least: number, most: number, step: number]
}

function controlsMarkup(
  settings: Settings,
  models: readonly { name: string; words: string }[],
  key: string,
): string {
  const controls: Control[] = [
    {
      name: 'temperature',
      words: 'Temperature',
      value: settings.temperature,
      kind: 'range',
      bounds: [0, 2, 0.05],
    },
    {
      name: 'topK',
      words: 'Top-k',
      value: settings.topK,
      kind: 'number',
      bounds: [0, 1280, 1],
    },
    {
      name: 'topP',
      words: 'Top-p',
      value: settings.topP,
      kind: 'range',
      bounds: [0.05, 1, 0.05],
    },
    {
      name: 'seed',
      words: 'Seed',
      value: settings.seed,
      kind: 'number',
      bounds: [0, 2 ** 32 - 1, 1],
    },
  ]
  const chosen = models.findIndex(({ name }) => name === settings.model)
  return `<div class="story-settings">${controls.map((one) => controlMarkup(one, key)).join('')}
<p class="story-training"><label for="${key}-model">Training</label><input id="${key}-model" type="range" data-name="model" min="0" max="${models.length - 1}" step="1" value="${chosen}" aria-valuetext="${escape(models[chosen]!.words)}" disabled><output for="${key}-model">${escape(models[chosen]!.words)}</output></p>
<p class="story-own"><label class="file-choice"><span>Use your own model (GGUF) …</span><input type="file" accept=".gguf" aria-label="Use your own model (GGUF)" disabled></label></p></div>
`
}

function controlMarkup(
  { name, words, value, kind, bounds: [least, most, step] }: Control,
  key: string,
): string {
  const id = `${key}-${name}`
  const shown = kind === 'range' ? `<output for="${id}">${value}</output>` : ''
  return `<p><label for="${id}">${words}</label><input id="${id}" type="${kind}" data-name="${name}" min="${least}" max="${most}" step="${step}" value="${value}" disabled>${shown}</p>`
}

function quietButtons(): string {
  return (
    button('again', 'Again', 'Again, with the same seed') +
    button('another', 'Another', 'Another, with the next seed') +
    button('reset', 'Reset') +
    button('copy', 'Copy') +
    button('save', 'Save', 'Save as a text file')
  )
}
