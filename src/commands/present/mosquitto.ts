/**
 * The same room at Mosquitto: who may say and hear what, in its own words. All
 * may listen, only who shows the secret may speak, and all has bounds.
 */
import { pbkdf2Sync, randomBytes } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { userInfo } from 'node:os'
import path from 'node:path'
import { below, LARGEST_MESSAGE, PRESENTER } from './access.ts'
import { AROUND } from './lengths.ts'

export interface MosquittoOptions {
  room: string
  secret: string
  port: number
  /** Where it listens. */
  host: string
}

/** @returns the path of the configuration, whose files name each other in full */
export async function writeMosquitto(
  folder: string,
  options: MosquittoOptions,
): Promise<string> {
  const at = (name: string) => path.resolve(folder, name)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const files = {
    'mosquitto.conf': configuration(options, at),
    access: access(options.room),
    passwords: `${PRESENTER}:${hashed(options.secret)}\n`,
  }
  for (const [name, text] of Object.entries(files)) {
    await writeFile(at(name), text, { mode: 0o600 })
  }
  return at('mosquitto.conf')
}

function configuration(
  { host, port }: MosquittoOptions,
  at: (name: string) => string,
): string {
  return `# A presentation of A Wasm New Year: mosquitto -c ${at('mosquitto.conf')}
# For wss://, add certfile and keyfile, or put a server with TLS in front.

# Started by root, it becomes who may read these files.
user ${userInfo().username}

# 2.0.11 starts with no listener for WebSockets alone, and listens for those at
# all addresses, whatever it is told: a firewall has to keep others out.
listener 0 ${at('socket')}
listener ${port} ${host}
protocol websockets
max_connections 5000

# Without a name one may listen; with one, only who shows the secret.
allow_anonymous true
password_file ${at('passwords')}
acl_file ${at('access')}

# What is larger is no state of a slide. A packet is the message and its topic;
# over WebSockets, 2.0.11 only holds to the first of these.
message_size_limit ${LARGEST_MESSAGE}
max_packet_size ${LARGEST_MESSAGE + AROUND}

# Who reads slowly misses what is older: the last words are what counts.
max_inflight_messages 20
max_queued_messages 100
max_queued_bytes ${4 * LARGEST_MESSAGE}
persistent_client_expiration 1h

# Presenters say all they know to a broker that comes back, so it keeps nothing.
persistence false
sys_interval 0
log_dest stderr
log_type error
log_type warning
log_type notice
`
}

function access(room: string): string {
  return `# Who has no name may hear the room.
topic read ${below(room)}#

user ${PRESENTER}
topic readwrite ${below(room)}said/+
`
}

const ROUNDS = 10_000

/** As `mosquitto_passwd` writes it: PBKDF2 over SHA-512. */
function hashed(secret: string): string {
  const salt = randomBytes(12)
  const sum = pbkdf2Sync(secret, salt, ROUNDS, 64, 'sha512')
  return `$7$${ROUNDS}$${salt.toString('base64')}$${sum.toString('base64')}`
}
