/** For tests: a kitchen whose results say what they were made of. */
import { escape } from '../figures/escape.ts'
import type { Chatting } from './chats.ts'
import type { Kitchen } from './runnable.ts'
import type { Telling } from './stories.ts'

const ISLANDS = [
  'runnable-program',
  'staged-program',
  'token-view',
  'code-exercise',
  'multiple-choice',
  'pass-by-pass',
  'level-prices',
  'tool-terminal',
  'two-compilers',
  'binaryen-program',
  'text-tokens',
  'next-token',
  'story-teller',
  'llm-chat',
  'model-storage',
  'cache-speeds',
]

export const kitchen: Kitchen & Telling & Chatting = {
  highlighter: {
    listing: (code, language, marked = []) =>
      `<pre class="listing" data-language="${language}"${marked.length > 0 ? ` data-marked="${marked}"` : ''}><code>${escape(code)}</code></pre>`,
  },
  islands: () => new Map(ISLANDS.map((name) => [name, `/assets/${name}-1.js`])),
  bakery: {
    program: (source, language, place) => ({
      output: `<samp>ran ${escape(source)} as ${language} of ${place}</samp>`,
      sizes: '60 bytes as written, 50 optimised',
      stages: '<section>stages</section>',
    }),
    stages: (source, views) => ({
      text: `<span data-token="0">${escape(source)}</span>`,
      views: new Map(views.map((view) => [view, `<p>${view} drawn</p>`])),
      problems: source.includes('?') ? '<li>problem</li>' : '',
    }),
    memory: (source, form) =>
      `<div class="memory-view">${escape(source)} as ${form}</div>`,
    frame: (_, { width, height }) => `/assets/frame-${width}x${height}.png`,
    tokens: (source) => ({
      text: `<span data-token="0">${escape(source)}</span>`,
      list: '<li>token</li>',
      count: '1 tokens',
      problems: source.includes('?') ? '<li>problem</li>' : '',
    }),
    odds: () => [300, -0.5, 400, -1, 2, -3],
    passes: () => {
      throw new Error('This kitchen runs no passes.')
    },
    levels: () => [],
    levelText: () => '',
    terminals: {
      allIn: async () => {},
      ahead: async () => {},
      get: () => ({ turns: [], files: new Map() }),
    },
    rivals: {
      allIn: async () => {},
      ahead: async () => {},
      get: () => {
        throw new Error('This kitchen knows no other compiler.')
      },
    },
    values: (expressions) => expressions.map((one) => `value of ${one}`),
    judge: (checks, _, source) =>
      checks.map(({ text }) => {
        const passed = source.includes(text)
        return { text, passed, expected: text, came: source }
      }),
  },
  checkpoints: [
    { name: 'early', tokens: 1e6, validationLoss: 0.44 },
    { name: 'final', tokens: 10.5e6, validationLoss: 0.24 },
  ],
  told: (settings) =>
    settings.seed === 404
      ? undefined
      : {
          ...settings,
          text: 'Mila <3 a kite.\nThe end.',
          tokens: 9,
          isWhole: settings.seed !== 2,
        },
  gpuModels: [
    {
      id: 'SmolLM2-360M-Instruct-q4f32_1-MLC',
      name: 'SmolLM2 360M',
      family: 'SmolLM2',
      kind: 'text',
      bytes: 226e6,
      gpuBytes: 580e6,
      needsF16: false,
      source: { host: 'weights.example' },
      library: { host: 'code.example' },
    },
  ],
  storytellerBytes: 1.3e6,
  scripts: {
    story: () => {
      throw new Error('This kitchen runs no JavaScript.')
    },
  },
}
