/**
 * Who may say and hear what, in MQTT's terms. A room is one presentation; what
 * its windows share lies below it, one topic for each name. The presenter says
 * it, with a secret, and everybody may hear it.
 */

/** The name with which MQTT's connections show the secret as their password. */
export const PRESENTER = 'presenter'

/** Bytes: what is larger is no state of a slide or an island. */
export const LARGEST_MESSAGE = 256 * 1024

/** Where all of a room lies; ends in `/`. */
export function below(room: string): string {
  return `a-wasm-new-year/${room}/`
}

/** Whether a topic is the name of something that windows share. */
export function isSaidIn(room: string, topic: string): boolean {
  const start = `${below(room)}said/`
  // Just what `encodeURIComponent` makes of a name: no level, no wildcard.
  return (
    topic.startsWith(start) &&
    /^[\w\-.!~*'()%]{1,1000}$/.test(topic.slice(start.length))
  )
}

/** Whether a subscription is about this room and nothing else. */
export function isAbout(room: string, filter: string): boolean {
  const start = below(room)
  const rest = filter.slice(start.length)
  return (
    filter.startsWith(start) &&
    (rest === '#' ||
      rest === 'said/#' ||
      rest === 'said/+' ||
      isSaidIn(room, filter))
  )
}
