/**
 * The room: where a presentation is followed over the network. The server of
 * `npm run present` says which; the broker has one topic for each name that
 * windows in step share, with the last word on it.
 */
import { isRecord } from '../state.ts'

/** What `/following.json` says. */
export interface Room {
  room: string
  /** Where the broker is, `wss://host/mqtt`; '' for the server of the page. */
  broker: string
  /** What followers open, without a talk. */
  link: string
}

/** What this browser stores that leads a room. */
export interface Lead {
  room: string
  secret: string
}

/** So many bytes a broker takes of one word. */
export const MOST_BYTES = 256 * 1024

/** A name that stands in a topic as it is. */
const ROOM = /^[\w-]{1,64}$/

/** @returns undefined for what is no room, or one of a later version */
export function roomFrom(value: unknown): Room | undefined {
  if (!isRecord(value) || value['version'] !== 1) return undefined
  const { room, broker, link } = value
  const fits =
    typeof room === 'string' &&
    ROOM.test(room) &&
    typeof broker === 'string' &&
    /^(?:wss?:\/\/.+)?$/.test(broker) &&
    typeof link === 'string' &&
    /^https?:\/\//.test(link)
  return fits ? { room, broker, link } : undefined
}

export function leadFrom(value: unknown): Lead | undefined {
  if (!isRecord(value) || value['version'] !== 1) return undefined
  const { room, secret } = value
  const fits = typeof room === 'string' && typeof secret === 'string'
  return fits ? { room, secret } : undefined
}

/**
 * @returns the room of the server that this page came from; undefined where
 *   nobody can be followed there
 * @throws TypeError where the server does not answer
 */
export async function findRoom(): Promise<Room | undefined> {
  const response = await fetch('/following.json', { cache: 'no-store' })
  if (response.status >= 500) throw new TypeError(response.statusText)
  if (!response.ok) return undefined
  return roomFrom(await response.json().catch(() => undefined))
}

/** @returns whether this site has a page; undefined where nobody answers */
export async function hasPage(path: string): Promise<boolean | undefined> {
  if (new URL(path, location.href).origin !== location.origin) return false
  try {
    return (await fetch(path)).ok
  } catch {
    return undefined
  }
}

/** The broker’s address. @param page the address of the page */
export function brokerOf({ broker }: Room, page: string): string {
  if (broker) return broker
  const url = new URL('/mqtt', page)
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:'
  return url.href
}

/** What followers open. @param path of a page with slides */
export function linkOf({ link }: Pick<Room, 'link'>, path: string): string {
  return `${new URL(path, link).href}?follow`
}

/** The topic of a name; of `+`, all of them. */
export function topicOf({ room }: Room, name: string): string {
  const last = name === '+' ? name : encodeURIComponent(name)
  return `a-wasm-new-year/${room}/said/${last}`
}
