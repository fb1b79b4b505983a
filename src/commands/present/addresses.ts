/** Where a presentation is reached: from this machine, and from others. */
import { X509Certificate } from 'node:crypto'
import { isIP } from 'node:net'
import { hostname, networkInterfaces } from 'node:os'

/** A name for all addresses of this machine. */
const ALL = new Set(['0.0.0.0', '::'])

/** Networks that exist on this machine only. */
const INNER = /^(?:docker|br-|veth|virbr|vmnet|utun|tun|tap)/

export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.')
}

/**
 * Where to listen. One address for others leaves out this machine's own, from
 * which alone browsers treat a page without TLS as safe.
 */
export function listenAt(host: string): string[] {
  return ALL.has(host) || isLoopback(host) ? [host] : ['127.0.0.1', host]
}

/** The addresses of this machine in its networks, the likeliest first. */
export function networkAddresses(): string[] {
  const known = Object.entries(networkInterfaces()).flatMap(([name, all]) =>
    (all ?? [])
      .filter(({ internal, family }) => !internal && family === 'IPv4')
      .map(({ address }) => ({ address, isInner: INNER.test(name) })),
  )
  return [
    ...known.filter(({ isInner }) => !isInner),
    ...known.filter(({ isInner }) => isInner),
  ].map(({ address }) => address)
}

/** The host that followers open. @param cert for TLS: it names the host */
export function followersHost(host: string, cert?: X509Certificate): string {
  const named = cert && namesOf(cert)[0]
  if (named) return named
  if (ALL.has(host)) return networkAddresses()[0] ?? '127.0.0.1'
  return host
}

/** The hosts that a certificate is for, whole names first. */
function namesOf(cert: X509Certificate): string[] {
  const alternatives = (cert.subjectAltName ?? '').split(', ')
  const of = (kind: string) =>
    alternatives
      .filter((one) => one.startsWith(kind))
      .map((one) => one.slice(kind.length))
  return [
    ...of('DNS:').filter((name) => !name.includes('*')),
    ...of('IP Address:'),
  ]
}

/** Whether a name is this machine's, to whom this server may say anything. */
export function ownNames(
  host: string,
  cert?: X509Certificate,
): (name: string) => boolean {
  const machine = hostname().toLowerCase()
  const names = new Set(['localhost', machine, `${machine}.local`, host])
  return (name) => names.has(name) || cert?.checkHost(name) !== undefined
}

/** As addresses name it: an IPv6 address in brackets. */
export function inAddress(host: string): string {
  return isIP(host) === 6 ? `[${host}]` : host
}
