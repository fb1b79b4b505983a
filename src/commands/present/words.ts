/** What `npm run present` says in the terminal. */
import type { X509Certificate } from 'node:crypto'
import { isLoopback, networkAddresses } from './addresses.ts'
import type { Following } from './pages.ts'

export interface Told {
  following: Following
  /** The presenter's link. */
  lead: string
  /** What followers open. */
  follow: string
  host: string
  port: number
  /** The one that was asked for. */
  wanted: number
  cert?: X509Certificate
}

/** @returns all that one needs to know at the start, but for the code to scan */
export function welcome(told: Told): string {
  const { lead, follow, host, port, wanted, following } = told
  const isTaken = wanted !== 0 && port !== wanted
  const lines = [
    `You present at      ${lead}`,
    `Others follow at    ${follow}`,
    '',
    ...(isTaken ? [`Port ${wanted} is taken, so it is ${port}.`] : []),
    ...(following.broker ? [`The broker is ${following.broker}.`] : []),
    reach(host),
    'Whoever has your link leads, so keep it off the screen that others see.',
    ...missing(told),
  ]
  return `\n${lines.join('\n')}\n`
}

function reach(host: string): string {
  if (isLoopback(host)) {
    return 'Only this machine can follow. --host 0.0.0.0 lets others in.'
  }
  const [first, ...others] = networkAddresses()
  if (!first) {
    return 'This machine is in no network, so nobody else can follow yet.'
  }
  const isAll = host === '0.0.0.0' || host === '::'
  const also = isAll && others.length > 0 ? `, and at ${others.join(', ')}` : ''
  return `Everybody who reaches ${isAll ? first : host}${also} can read this site and follow.`
}

/** What a link without TLS keeps from followers, and certificates that do not fit. */
function missing({ following, host, cert }: Told): string[] {
  if (cert && Date.parse(cert.validTo) < Date.now()) {
    return [
      `The certificate ended on ${cert.validTo}: browsers will warn each follower. Get a new one.`,
    ]
  }
  if (following.secure || isLoopback(host)) return []
  return [
    'This link has no TLS. Following works; on other devices browsers then offer no WebGPU (so no',
    'chats with large models), keep no screen awake, store nothing for reading offline, and copy no',
    'links. --cert FILE --key FILE serves TLS.',
  ]
}
