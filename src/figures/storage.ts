/**
 * What is stored of models in this browser: the room there is, and a table of the
 * models, whole and partial, each with what can be done to it.
 */
import { escape } from './escape.ts'
import { roomWords } from './room-words.ts'

/** A folder of weights, and what is stored of it. */
export interface ShownModel {
  /** Its address. */
  folder: string
  name: string
  host: string
  /** Of all that goes when it is deleted. */
  bytes: number
  /** All of them, stored or not; empty where their list is not there. */
  shards: readonly unknown[]
  storedShards: number
  missingBytes: number
  isComplete: boolean
  /** Milliseconds since 1970. */
  since?: number
}

export interface ShownRoom {
  usage: number
  quota: number
  isPersistent: boolean
}

/** What a check of a model's shards came to. */
export interface ShownCheck {
  checked: number
  /** Names of those with other bytes than their list says. */
  broken: readonly string[]
  /** How many have no sum in the list. */
  unsummed: number
}

export interface StorageDrawing {
  /** Absent where a browser does not tell. */
  room: ShownRoom | undefined
  models: readonly ShownModel[]
  /** What belongs to no stored model. */
  others: readonly { bytes: number }[]
  /** What the reader is asked about: a folder, `others` or `all`; '' for nothing. */
  asked: string
  /** By folder. */
  checks: ReadonlyMap<string, ShownCheck>
}

export function storageMarkup(drawing: StorageDrawing): string {
  const { room, models, others, asked } = drawing
  if (models.length + others.length === 0)
    return `${roomMarkup(room, 0)}<p class="storage-note">Nothing is stored of any model. Load one, and look again.</p>`
  const bytes = sum(models) + sum(others)
  return `${roomMarkup(room, bytes)}${tableMarkup(drawing)}<p class="storage-all">${
    asked === 'all'
      ? question('all', `Delete all ${roomWords(bytes)}?`)
      : button('ask all', 'Delete all')
  }</p>`
}

/** @param models what models take of it */
function roomMarkup(room: ShownRoom | undefined, models: number): string {
  if (!room)
    return '<p class="storage-room">This browser does not tell how much room it gives.</p>'
  const { usage, quota, isPersistent } = room
  const left = roomWords(Math.max(0, quota - usage))
  const words = isPersistent
    ? 'The browser has agreed to keep all of it until you delete it.'
    : 'The browser may delete it when the disk gets full.'
  const ask = isPersistent
    ? ''
    : `<button type="button" data-act="persist">Ask it to keep all</button>`
  return `<p class="storage-room"><b>${roomWords(usage)}</b> of ${roomWords(quota)} are taken, ${left} are left. ${words}</p>${roomBar(usage, quota, models)}${ask && `<p class="storage-persist">${ask}</p>`}`
}

/** Units of the bar’s length. */
const LENGTH = 100

function roomBar(usage: number, quota: number, models: number): string {
  const wide = (bytes: number) =>
    Math.round((LENGTH * Math.min(bytes, quota)) / Math.max(quota, 1) / 0.1) /
    10
  return `<svg class="storage-bar" viewBox="0 0 ${LENGTH} 4" preserveAspectRatio="none" role="img" aria-label="${roomWords(usage)} of ${roomWords(quota)}"><rect class="quota" width="${LENGTH}" height="4"/><rect class="usage" width="${wide(usage)}" height="4"/><rect class="models" width="${wide(models)}" height="4"/></svg>`
}

function tableMarkup({
  models,
  others,
  asked,
  checks,
}: StorageDrawing): string {
  const rows = models.map((model) =>
    modelMarkup(model, asked, checks.get(model.folder)),
  )
  if (others.length > 0) rows.push(othersMarkup(others, asked))
  return `<table class="storage-table"><caption class="unseen">What is stored of each model</caption><thead><tr><th scope="col">Model</th><th scope="col" class="size">Size</th></tr></thead><tbody>${rows.join('')}</tbody></table>`
}

function modelMarkup(
  model: ShownModel,
  asked: string,
  check: ShownCheck | undefined,
): string {
  const { folder, name, host, bytes, since } = model
  const place = escape(folder)
  const came = since === undefined ? '' : `, since ${day(since)}`
  const buttons =
    asked === folder
      ? question(place, `Delete ${roomWords(bytes)}?`)
      : `${model.storedShards > 0 ? button(`check ${place}`, 'Check', `Check ${escape(name)}`) : ''}${button(`ask ${place}`, 'Delete', `Delete ${escape(name)}`)}`
  return `<tr><th scope="row"><b>${escape(name)}</b><span class="storage-host">from ${escape(host)}${came}</span><span class="storage-state${model.isComplete ? ' is-complete' : ''}">${stateWords(model)}</span>${check ? checkMarkup(place, check) : ''}<span class="storage-acts">${buttons}</span></th><td class="size">${roomWords(bytes)}</td></tr>`
}

function othersMarkup(
  others: readonly { bytes: number }[],
  asked: string,
): string {
  const bytes = sum(others)
  const buttons =
    asked === 'others'
      ? question('others', `Delete ${roomWords(bytes)}?`)
      : button('ask others', 'Delete', 'Delete leftover code')
  return `<tr><th scope="row"><b>Leftover code</b><span class="storage-state">${counted(others.length, 'library', 'libraries')} of models that are not stored any more.</span><span class="storage-acts">${buttons}</span></th><td class="size">${roomWords(bytes)}</td></tr>`
}

function stateWords({
  shards,
  storedShards,
  missingBytes,
  isComplete,
}: ShownModel): string {
  if (shards.length === 0)
    return 'Partial: the list of its shards is not there.'
  const all = counted(shards.length, 'shard', 'shards')
  if (isComplete) return `Complete: ${all}.`
  if (storedShards === shards.length)
    return `Partial: all ${all}, but no settings or no tokenizer.`
  return `Partial: ${storedShards} of ${all}, and ${roomWords(missingBytes)} to come. Loading goes on there.`
}

function checkMarkup(
  place: string,
  { checked, broken, unsummed }: ShownCheck,
): string {
  const sound = checked - broken.length - unsummed
  const words = [
    broken.length > 0 &&
      `${counted(broken.length, 'shard has', 'shards have')} other bytes than the list says: ${escape(broken.join(', '))}.`,
    sound > 0 &&
      `${counted(sound, 'shard is', 'shards are')} byte for byte what the list says.`,
    unsummed > 0 &&
      `For ${counted(unsummed, 'shard', 'shards')} the list has no sum, and only the size was held against it.`,
  ]
    .filter(Boolean)
    .join(' ')
  const mend =
    broken.length > 0
      ? `<span class="storage-acts">${button(`mend ${place}`, 'Delete what is broken')} The next loading fetches it again.</span>`
      : ''
  return `<span class="storage-check${broken.length > 0 ? ' is-broken' : ''}">${words}</span>${mend}`
}

function question(what: string, words: string): string {
  return `<span class="storage-question">${words} That cannot be undone.</span> ${button(`delete ${what}`, 'Delete for good')}${button('ask nothing', 'Keep')}`
}

function button(act: string, words: string, label = words): string {
  const name = label === words ? '' : ` aria-label="${label}"`
  return `<button type="button" data-act="${act}"${name}>${words}</button>`
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`
}

function day(time: number): string {
  return new Date(time).toLocaleDateString('en-GB', { dateStyle: 'long' })
}

function sum(all: readonly { bytes: number }[]): number {
  return all.reduce((whole, { bytes }) => whole + bytes, 0)
}
