/**
 * The models that a reader may choose from: what each costs, where it comes
 * from, and in which order they stand. Used by the build, and by islands.
 */
import { escape } from './escape.ts'

/** What is said of a model for the graphics card. */
export interface ShownModel {
  id: string
  name: string
  /** Whose it is, for lists. */
  family: string
  /** What it makes; one that makes vectors says nothing. */
  kind: 'text' | 'pictures' | 'vectors'
  /** What is downloaded; 0 where nobody says. */
  bytes: number
  /** Memory on the graphics card; 0 where nobody says. */
  gpuBytes: number
  needsF16: boolean
  source: { host: string }
  library: { host: string }
}

/** The site's own model: it runs anywhere. */
export const STORYTELLER = 'storyteller'

export interface ModelGroup<M extends ShownModel> {
  name: string
  models: readonly M[]
}

/** Chosen by us, as a beginning: those of the talk, and small ones of later years. */
const FIRST: readonly (readonly [name: string, ids: readonly string[]])[] = [
  [
    'In the talk, January 2024',
    [
      'Llama-2-7b-chat-hf-q4f16_1-MLC-1k',
      'Llama-2-7b-chat-hf-q4f32_1-MLC-1k',
      'Mistral-7B-Instruct-v0.2-q4f16_1-MLC',
    ],
  ],
  [
    'Small, and newer',
    [
      'SmolLM2-360M-Instruct-q4f16_1-MLC',
      'SmolLM2-360M-Instruct-q4f32_1-MLC',
      'TinyLlama-1.1B-Chat-v1.0-q4f16_1-MLC',
      'TinyLlama-1.1B-Chat-v1.0-q4f32_1-MLC',
      'Llama-3.2-1B-Instruct-q4f16_1-MLC',
      'Llama-3.2-1B-Instruct-q4f32_1-MLC',
    ],
  ],
]

/** The groups that stand first. */
export function firstGroups<M extends ShownModel>(
  models: readonly M[],
): ModelGroup<M>[] {
  const known = new Map(models.map((model) => [model.id, model]))
  return FIRST.map(([name, ids]) => ({
    name,
    models: ids.flatMap((id) => known.get(id) ?? []),
  }))
}

/** All others, by family, the smallest first. */
export function otherGroups<M extends ShownModel>(
  models: readonly M[],
): ModelGroup<M>[] {
  const first = new Set(FIRST.flatMap(([, ids]) => ids))
  const families = new Map<string, M[]>()
  for (const model of models) {
    if (first.has(model.id) || model.kind === 'vectors') continue
    const { family } = model
    families.set(family, [...(families.get(family) ?? []), model])
  }
  return [...families]
    .map(([name, those]) => ({
      name,
      models: those.sort((a, b) => a.bytes - b.bytes),
    }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en'))
}

export function groupsMarkup(
  groups: readonly ModelGroup<ShownModel>[],
  chosen: string,
): string {
  return groups
    .map(({ name, models }) => {
      const options = models.map((model) => {
        return optionMarkup(model.id, optionWords(model), chosen)
      })
      return `<optgroup label="${escape(name)}">${options.join('')}</optgroup>`
    })
    .join('')
}

/** A model that the reader brought along, in a group of its own. */
export function ownMarkup(model: ShownModel): string {
  return groupsMarkup([{ name: 'Your own', models: [model] }], '')
}

/** @param bytes of the storyteller’s file */
export function storytellerMarkup(bytes: number, chosen: string): string {
  const words = `The storyteller · ${bytesWords(bytes)} · no graphics card`
  return `<optgroup label="Always">${optionMarkup(STORYTELLER, words, chosen)}</optgroup>`
}

function optionMarkup(id: string, words: string, chosen: string): string {
  return `<option value="${escape(id)}"${id === chosen ? ' selected' : ''}>${escape(words)}</option>`
}

/** @param isRefused whether this device lacks something that it needs */
export function optionWords(model: ShownModel, isRefused = false): string {
  const { name, bytes, gpuBytes, needsF16 } = model
  const facts = [
    name,
    bytes > 0 ? bytesWords(bytes) : '',
    gpuBytes > 0 ? `${bytesWords(gpuBytes)} on the card` : '',
    needsF16 ? 'f16' : '',
  ].filter(Boolean)
  return `${isRefused ? '✗ ' : ''}${facts.join(' · ')}${isRefused ? ' · not here' : ''}`
}

/** What loading a model costs, before it starts. @param here the page’s own host */
export function costMarkup(model: ShownModel, here = ''): string {
  const { bytes, gpuBytes, source, library } = model
  const place = ({ host }: { host: string }) =>
    host === here ? 'this site' : `<b>${escape(host)}</b>`
  const size = bytes > 0 ? `About ${bytesWords(bytes)}` : 'A download'
  const from =
    source.host === library.host
      ? place(source)
      : `${place(source)}, and its library from ${place(library)}`
  const memory =
    gpuBytes > 0
      ? ` On the graphics card it takes about ${bytesWords(gpuBytes)}.`
      : ''
  return `${size}, once, from ${from}.${memory}`
}

/** `226 MB`, `3.8 GB`: as exact as an estimate is. */
export function bytesWords(bytes: number): string {
  if (bytes < 1e7) return `${(bytes / 1e6).toFixed(1)} MB`
  if (bytes < 1e9) return `${Math.round(bytes / 1e6)} MB`
  return `${(bytes / 1e9).toFixed(1)} GB`
}
