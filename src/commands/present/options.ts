/** What `npm run present` was asked for, or what is wrong with it in a sentence. */
import { isIP } from 'node:net'
import { parseArgs } from 'node:util'
import { faultOf } from './secret.ts'

export const USAGE = `npm run present [-- TALK[/NAME]] [options]

  TALK[/NAME]       what your link opens, such as compiling or compiling/in-ten-minutes
  --host ADDRESS    lets other devices in: 0.0.0.0 for all networks, or one address
  --port N          8080, or the next that is free
  --cert FILE --key FILE
                    serves TLS, without which browsers keep some things from followers
  --broker URL      a broker elsewhere, wss://host/path, in place of the one in here
  --secret SECRET   yours, in place of a fresh one; better in the variable PRESENT_SECRET,
                    as others on this machine can read commands
  --mosquitto DIR   writes Mosquitto’s configuration there, and ends
`

export interface Asked {
  /** As it is called: `compiling/in-ten-minutes`; '' for the whole site. */
  talk: string
  host: string
  port: number
  cert?: string
  key?: string
  broker?: string
  secret?: string
  mosquitto?: string
}

const OPTIONS = {
  host: { type: 'string', default: '127.0.0.1' },
  port: { type: 'string' },
  cert: { type: 'string' },
  key: { type: 'string' },
  broker: { type: 'string' },
  secret: { type: 'string' },
  mosquitto: { type: 'string' },
} as const

/** @returns what was asked for; a sentence where it cannot be done */
export function parse(
  words: string[],
  environment: Record<string, string | undefined>,
): Asked | string {
  const read = readWords(words)
  if (typeof read === 'string') return read
  const { values, positionals } = read
  const { host, port = environment['PORT'] ?? '8080', ...rest } = values
  const secret = values.secret ?? environment['PRESENT_SECRET']
  const asked: Asked = {
    ...rest,
    talk: (positionals[0] ?? '').replaceAll(/^\/|\/$/g, ''),
    host,
    port: Number(port),
    ...(secret !== undefined && { secret }),
  }
  return faults(asked, positionals, port) ?? asked
}

function readWords(words: string[]) {
  try {
    return parseArgs({ args: words, options: OPTIONS, allowPositionals: true })
  } catch (error) {
    const [sentence = ''] = (error as Error).message.split('. ')
    return `${sentence.replaceAll("'", '').replace(/\.?$/, '.')}`
  }
}

function faults(
  asked: Asked,
  positionals: readonly string[],
  port: string,
): string | undefined {
  const { host, cert, key, broker, secret } = asked
  if (positionals.length > 1) {
    return `One talk at a time, and there are ${positionals.length}: ${positionals.join(', ')}.`
  }
  if (!/^\d{1,5}$/.test(port) || asked.port > 65_535) {
    return `A port is a number up to 65535, and “${port}” is not.`
  }
  if (!isIP(host) && !/^[a-z\d]([a-z\d.-]*[a-z\d])?$/i.test(host)) {
    return `“${host}” is no address of a machine. 0.0.0.0 lets others in from all networks.`
  }
  if (!cert !== !key) {
    return 'TLS takes both --cert FILE and --key FILE.'
  }
  if (secret !== undefined && faultOf(secret)) return faultOf(secret)
  if (broker === undefined) return undefined
  if (secret === undefined) {
    return 'A broker elsewhere knows its presenter by a secret: say the same one in PRESENT_SECRET. --mosquitto DIR makes one, and the broker’s configuration.'
  }
  return faultOfBroker(broker, cert)
}

function faultOfBroker(broker: string, cert?: string): string | undefined {
  const url = URL.canParse(broker) ? new URL(broker) : undefined
  if (!url || !/^wss?:$/.test(url.protocol)) {
    return `A broker’s address looks like wss://host/path, and “${broker}” does not.`
  }
  if (url.username || url.password) {
    return 'A broker’s address is shown to all who follow, so it holds no name and no password. The presenter shows the secret: --secret, or PRESENT_SECRET.'
  }
  if (url.hash) return 'A broker’s address has no #.'
  if (cert && url.protocol === 'ws:') {
    return 'Pages over TLS may not speak to a broker without: its address begins with wss://.'
  }
  return undefined
}
