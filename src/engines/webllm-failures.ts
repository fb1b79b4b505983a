/**
 * How WebLLM fails, in words for readers: what happened, and what to do. Most of
 * its errors are meant for who programs with it; they are told apart by name, and
 * by their words where the name is just "Error".
 */
import { EngineError, type Help } from './engine.ts'
import type { GpuModel } from './gpu-model.ts'
import { ofFile } from './webllm-file-failures.ts'
import type { Failures } from './webllm-line.ts'

interface Sentence {
  says: string
  help?: readonly Help[]
}

/** @param words what the library said, and with it a number or two */
type Rule = readonly [
  pattern: RegExp,
  say: (model: string, words: RegExpExecArray) => Sentence,
]

const SMALLER: readonly Help[] = ['smaller-model']
const AGAIN: readonly Help[] = ['delete-model', 'smaller-model']
const ROOM: readonly Help[] = ['free-storage', 'smaller-model']

/** The first that fits "NAME: MESSAGE" counts. */
const RULES: readonly Rule[] = [
  [
    /^QuotaExceededError/,
    (model) => ({
      says: `The browser has no room left for ${model}. What has come of it is kept. Delete a model that is stored, or choose a smaller one, and load again.`,
      help: ROOM,
    }),
  ],
  [
    /^(?:SecurityError|ReferenceError: caches)|caches is not defined/,
    (model) => ({
      says: `This browser lets the page store nothing, and ${model} has to be stored to be loaded. It may be a private window, or storage is turned off for this site. Open the page in a usual window.`,
    }),
  ],
  [
    /^(?:RangeError: Array buffer allocation|RangeError: WebAssembly\.Memory|RangeError: Out of memory|OperationError: .*memory)/i,
    (model) => ({
      says: `There is not enough memory for ${model}. Close other tabs and programs, or choose a smaller model.`,
      help: SMALLER,
    }),
  ],
  [/^DeviceLostError/, outOfCard],
  [
    /^(?:ShaderF16SupportError|FeatureSupportError)/,
    (model) => ({
      says: `${model} computes in a way that this graphics card or its driver does not (shader-f16). Choose the same model with f32 in its name.`,
      help: SMALLER,
    }),
  ],
  [
    /^WebGPUNot|Unable to find a compatible GPU/,
    (model) => ({
      says: `The browser lends no graphics card to the part of this page that runs ${model}. Turn on graphics acceleration in its settings, update the driver, or try another browser.`,
      help: SMALLER,
    }),
  ],
  [
    /because of requested (\w+) exceeds limit\. requested=(\S+), limit=(\S+?)\.?(?: |$)/,
    (model, [, limit, wants, has]) => ({
      says: `${model} needs more than this graphics card allows: ${limit} of ${wants}, where it has ${has}. A newer browser or driver may allow more.`,
      help: SMALLER,
    }),
  ],
  [
    /^ContextWindowSizeExceededError.*prompt tokens: (\d+).*window size: (\d+)/s,
    (model, [, tokens, context]) => ({
      says: `That is ${tokens} tokens, and ${model} has room for ${context} in all. Start a new conversation, or say it in fewer words.`,
    }),
  ],
  [
    /^ContextWindowSizeExceededError/,
    (model) => ({
      says: `That is longer than ${model} has room for. Start a new conversation, or say it in fewer words.`,
    }),
  ],
  [
    /^GrammarMatcherInitError.*`(\w+)`: (.*)/s,
    (_model, [, kind, why = '']) => ({
      says: `The ${kind === 'grammar' ? 'grammar' : 'schema'} is not one that WebLLM can follow${/[a-z]{3}/i.test(why) ? `: ${firstLine(why)}` : ''}. Correct it, or ask without.`,
    }),
  ],
  [
    /^SystemMessageOrderError/,
    () => ({
      says: 'A system message can only be the first of a conversation. Move it there, or take it away.',
    }),
  ],
  [
    /^MessageOrderError/,
    () => ({
      says: 'The last message has to be yours: the model answers that. Write one and send it.',
    }),
  ],
  [
    /Prompt must contain at least one token|inputIds must not be empty/,
    () => ({ says: 'There is nothing to go on from. Write something first.' }),
  ],
  [
    /^UnsupportedTokenizerFilesError/,
    (model) => ({
      says: `${model} brings a tokenizer of a kind that WebLLM does not know. Choose another model.`,
      help: SMALLER,
    }),
  ],
  [
    /^(?:SyntaxError|ArtifactManifestError|RuntimeError|Error: Tensor-cache record|Error: Invalid tensor-cache|RangeError: )/,
    (model, { input }) => ({
      says: `A file of ${model} is not what it has to be (${firstLine(input)}). Delete what is stored of the model and load it again.`,
      help: AGAIN,
    }),
  ],
]

/** While it loads: a library that lacks what WebLLM looks for in it. */
const UNFIT =
  /^(?:LinkError|CompileError|TypeError: .*(?:undefined|not a function)|Error: (?:Cannot find|Cannt detect|Type \S+ already))/

/** How this model fails, for its line. */
export function failuresOf({ name }: GpuModel): Failures {
  return {
    failed({ name: kind, message, file }, at) {
      if (file) return ofFile(name, file)
      const words = `${kind}: ${message}`
      if (at === 'load' && UNFIT.test(words)) return inWords(unfit(name))
      for (const [pattern, say] of RULES) {
        const found = pattern.exec(words)
        if (found) return inWords(say(name, found))
      }
      return inWords({
        says: `${name} failed (${firstLine(words)}). Try again, or choose another model.`,
        help: SMALLER,
      })
    },
    lost: ({ reason, message }) =>
      inWords(
        reason === 'destroyed' ? outOfCard(name) : lostCard(name, message),
      ),
    crashed: (message) =>
      inWords({
        says: `The part of the page that runs ${name} ended by itself${message ? `: ${firstLine(message)}` : ''}. There may not be enough memory for it. Load it again, or choose a smaller model.`,
        help: SMALLER,
      }),
  }
}

/** What speaks against a model before anything is loaded. */
export function refused({ name }: GpuModel, reason: string): EngineError {
  const help = /storage|stored/.test(reason) ? ROOM : SMALLER
  return inWords({ says: `${name} cannot be loaded here. ${reason}`, help })
}

function unfit(model: string): Sentence {
  return {
    says: `The code for the graphics card that came with ${model} does not fit this version of WebLLM, or it is broken. An old one may be stored: delete what is stored of the model and load it again.`,
    help: AGAIN,
  }
}

function outOfCard(model: string): Sentence {
  return {
    says: `The graphics card has not enough memory for ${model}. Close other tabs and programs that use it, or choose a smaller model, or one with a shorter context (1k).`,
    help: SMALLER,
  }
}

function lostCard(model: string, message: string): Sentence {
  const why = message ? ` (${firstLine(message)})` : ''
  return {
    says: `The graphics card stopped working for this page${why}: its driver was reset, the computer slept, or ${model} took all of its memory. Load the model again, or choose a smaller one.`,
    help: SMALLER,
  }
}

function firstLine(words: string): string {
  return words.split('\n')[0]!.slice(0, 200)
}

function inWords({ says, help = [] }: Sentence): EngineError {
  return new EngineError(says, { help })
}
