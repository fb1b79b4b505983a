/** Chats: a fence becomes an island that talks to a model of the reader’s choice. */
import type MarkdownIt from 'markdown-it'
import { conversationMarkup } from '../figures/chat.ts'
import {
  costMarkup,
  firstGroups,
  groupsMarkup,
  storytellerMarkup,
  type ShownModel,
} from '../figures/model-choice.ts'
import {
  bar,
  button,
  card,
  demandOwnTitle,
  head,
  primaryButton,
  type Cards,
} from './card.ts'
import { isChat, parseChat, type ChatFence } from './chat-fence.ts'
import { serveFences } from './fences.ts'
import {
  knobsGroup,
  numberMarkup,
  seedKnob,
  temperatureKnob,
  topPKnob,
} from './knobs.ts'
import { relative } from './links.ts'
import { AuthoringError, type Env } from './place.ts'
import { textBox } from './texts.ts'

/** What chats in pages are made with. */
export interface Chatting extends Cards {
  gpuModels: readonly ShownModel[]
  /** Of the site's own model, for who has no graphics card. */
  storytellerBytes: number
}

/** Where what is stored can be looked at, and deleted. */
const STORAGE = '/inference/keeping-gigabytes/'

export function chats(md: MarkdownIt, chatting: Chatting): void {
  serveFences(md, isChat, ({ info, content, env, place }) => {
    const fence = parseChat(info, content, place)
    demandOwnTitle(fence.title, env, place)
    const groups = firstGroups(chatting.gpuModels)
    const offered = groups.flatMap(({ models }) => models)
    const model = offered.find(({ id }) => id === fence.model)
    if (model) return chatCard(fence, model, chatting, env)
    throw new AuthoringError(
      place,
      `“${fence.model}” is none of the models that stand first.`,
      `Those are: ${offered.map(({ id }) => id).join(', ')}.`,
    )
  })
}

function chatCard(
  fence: ChatFence,
  model: ShownModel,
  chatting: Chatting,
  env: Env,
): string {
  return card(chatting, {
    name: 'llm-chat',
    title: fence.title,
    source: fence,
    env,
    attributes: {
      'data-model': fence.model,
      'data-storage': relative(STORAGE, env.page.url),
    },
    body: (key) => `${head(fence.title)}<div class="chat-side">
${modelMarkup(model, chatting, key)}${settingsMarkup(fence, key)}</div>
<div class="chat">
<div class="chat-log" role="log" aria-label="Conversation" aria-live="off" tabindex="0">${conversationMarkup([])}</div>
<p class="chat-foot"><span class="story-by">Made up by a model</span><span class="chat-pace"></span><span class="chat-retells" hidden>${button('again', 'Again', 'Again, with the same seed')}${button('another', 'Another', 'Another, with the next seed')}</span></p>
${textBox('Message', fence.message, 'message')}${bar(primaryButton('send', 'Send'), '', quietButtons(), 'Status')}</div>
`,
  })
}

function modelMarkup(
  model: ShownModel,
  { gpuModels, storytellerBytes }: Chatting,
  key: string,
): string {
  const options =
    storytellerMarkup(storytellerBytes, model.id) +
    groupsMarkup(firstGroups(gpuModels), model.id)
  return `<p class="chat-choice"><label for="${key}-model">Model</label><select id="${key}-model" data-name="model" autocomplete="off" disabled>${options}</select></p>
<p class="chat-start"><button type="button" class="chat-load" data-act="load" disabled>Load</button><button type="button" data-act="unload" hidden disabled>Put away</button> <span class="chat-cost">${costMarkup(model)}</span></p>
<p class="chat-warning" role="note" hidden><span></span> ${button('use-smaller', 'Choose one that runs here')}</p>
<div class="chat-loading" role="group" aria-label="Loading" hidden><ol class="chat-phases"><li>The engine</li><li>The model</li><li>Onto the card</li></ol><progress aria-label="Loading"></progress><p class="chat-transfer"></p><p class="chat-held">${button('pause', 'Pause')}${button('cancel', 'Cancel and delete')}</p></div>
<details class="chat-device"><summary>This device</summary><div class="chat-device-said" role="group" aria-label="This device"><p>Nobody has asked it yet.</p></div></details>
<details class="chat-own"><summary>A model from elsewhere</summary>${ownMarkup(key)}</details>
`
}

/** Two addresses make a model: a folder of weights, and a library. */
function ownMarkup(key: string): string {
  const line = (name: string, data: string, like: string) =>
    `<p><label for="${key}-${data}">${name}</label><input id="${key}-${data}" type="url" data-name="${data}" data-enter="use-own" placeholder="${like}" autocomplete="off" spellcheck="false" disabled></p>`
  return `${line('Folder of the weights', 'weights', 'https://…/my-model-q4f16_1-MLC/')}${line('Model library', 'library', 'https://…/my-model-webgpu.wasm')}<p>${button('use-own', 'Use it')} <span class="chat-own-said" role="status"></span></p>`
}

/** What a model is told before stands open where the chapter tells it something. */
function settingsMarkup(fence: ChatFence, key: string): string {
  const { system, temperature, topP, seed, most } = fence
  const knobs = [
    temperatureKnob(key, temperature),
    topPKnob(key, topP),
    seedKnob(key, seed),
    numberMarkup(
      key,
      { name: 'Longest answer, in tokens', data: 'most', value: most },
      [1, 4096],
    ),
  ]
  const box = textBox('System prompt', system, 'system')
  const folded = `<details class="chat-settings"><summary>${system ? 'Settings' : 'System prompt and settings'}</summary>${system ? '' : box}${knobsGroup(knobs)}</details>
`
  return system ? box + folded : folded
}

function quietButtons(): string {
  return (
    button('new-chat', 'New chat') +
    button('reset', 'Reset') +
    button('copy', 'Copy') +
    button('save-text', '.txt', 'Save as text') +
    button('save-json', '.json', 'Save as JSON')
  )
}
