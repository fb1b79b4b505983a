/**
 * `npm run present -- TALK`: builds the site where it has changed, and serves it, so that other devices
 * follow whoever presents; `present/options.ts` has all that can be asked for.
 */
import { X509Certificate } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createSecureContext } from 'node:tls'
import QRCode from 'qrcode'
import { buildSite } from './build.ts'
import { compressBinaries, compressText } from './compress.ts'
import { isLoopback } from './present/addresses.ts'
import { admit } from './present/admit.ts'
import { isBuilt, noteBuilt } from './present/built.ts'
import { writeMosquitto } from './present/mosquitto.ts'
import { parse, USAGE, type Asked } from './present/options.ts'
import { followLink } from './present/pages.ts'
import {
  openPresentation,
  type Presentation,
  type PresentationOptions,
} from './present/presentation.ts'
import { makeSecret, roomOf } from './present/secret.ts'
import { faultOfTalk, talkNames } from './present/talks.ts'
import { Status } from './present/status.ts'
import { welcome } from './present/words.ts'
import { fromPort } from './serve.ts'

/** The one room of the broker in here: who follows finds it again after a restart. */
const ROOM = 'here'

/** One that cannot be done as it was asked for. */
class Refusal extends Error {}

export async function main(words: string[] = []): Promise<number> {
  const asked = parse(words, process.env)
  const fault =
    typeof asked === 'string'
      ? asked
      : faultOfTalk(asked.talk, talkNames('content'))
  if (typeof asked === 'string' || fault) return refuse(`${fault}\n\n${USAGE}`)
  const secret = asked.secret ?? makeSecret()
  try {
    if (asked.mosquitto) return await configureMosquitto(asked, secret)
    await present(asked, secret)
  } catch (error) {
    if (error instanceof Refusal) return refuse(`${error.message}\n`)
    throw error
  }
  await new Promise(() => {})
  return 0
}

function refuse(words: string): number {
  process.stderr.write(words)
  return 2
}

async function present(asked: Asked, secret: string): Promise<void> {
  const { talk, host, port: wanted, broker } = asked
  const tls = await readTls(asked)
  await buildWhereNeeded()
  if (broker) await admit('_site', broker)
  await compressText('_site')
  const { log, count: onFollowers } = new Status(process.stdout)
  const { port, following, lead } = await openFrom(wanted, {
    folder: '_site',
    host,
    room: broker ? roomOf(secret) : ROOM,
    secret,
    log,
    onFollowers,
    ...(tls && { tls }),
    ...(broker && { broker }),
  })
  const path = talk ? `/${talk}/` : '/'
  const follow = followLink(following, path)!
  const cert = tls && new X509Certificate(tls.cert)
  process.stdout.write(
    welcome({
      following,
      lead: lead(path),
      follow,
      host,
      port,
      wanted,
      ...(cert && { cert }),
    }),
  )
  if (!isLoopback(host)) process.stdout.write(`\n${await drawn(follow)}\n`)
  await compressBinaries('_site')
}

async function buildWhereNeeded(): Promise<void> {
  // An address elsewhere changes what a build makes, so that one is for now.
  const isElsewhere = process.env['SITE_URL'] !== undefined
  if (!isElsewhere && (await isBuilt('.', '_site'))) return
  await buildSite()
  if (!isElsewhere) await noteBuilt('.', '_site')
}

/** @throws Refusal where it cannot listen there */
async function openFrom(
  wanted: number,
  options: Omit<PresentationOptions, 'port'>,
): Promise<Presentation> {
  try {
    return await fromPort(wanted, (port) =>
      openPresentation({ ...options, port }),
    )
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    const words = UNREACHABLE[code]?.(options.host!, wanted)
    throw words ? new Refusal(words) : error
  }
}

/** The code that phones read off the screen. */
function drawn(link: string): Promise<string> {
  return QRCode.toString(link, { type: 'terminal', small: true })
}

/** Why it cannot listen there, by the system's word for it. */
const UNREACHABLE: Record<string, (host: string, port: number) => string> = {
  EADDRNOTAVAIL: (host) =>
    `This machine has no address ${host}. --host 0.0.0.0 takes those that it has.`,
  ENOTFOUND: (host) =>
    `No machine is called ${host}. --host 0.0.0.0 takes the addresses that this one has.`,
  EACCES: (_, port) =>
    `Port ${port} is not for everybody on this machine: choose one from 1024 on.`,
}

/** @throws Refusal where the files are no certificate and its key */
async function readTls({
  cert,
  key,
}: Asked): Promise<{ cert: Buffer; key: Buffer } | undefined> {
  if (!cert || !key) return undefined
  const tls = { cert: await readPem(cert), key: await readPem(key) }
  try {
    createSecureContext(tls)
  } catch {
    throw new Refusal(
      `${cert} and ${key} are not a certificate and its key, both in PEM.`,
    )
  }
  return tls
}

function readPem(file: string): Promise<Buffer> {
  return readFile(file).catch(() => {
    throw new Refusal(`${file} cannot be read.`)
  })
}

async function configureMosquitto(
  asked: Asked,
  secret: string,
): Promise<number> {
  const { mosquitto: folder, host, port } = asked
  const room = roomOf(secret)
  const file = await writeMosquitto(folder!, { room, secret, host, port })
  process.stdout.write(
    `Written: ${file}, and what it names.\n\n` +
      `  mosquitto -c ${file}\n` +
      `  PRESENT_SECRET=${secret} npm run present -- --broker ws://${host === '0.0.0.0' ? 'HOST' : host}:${port}/\n`,
  )
  return 0
}
