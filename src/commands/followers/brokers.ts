/** The two brokers that the bench holds to the same rules. */
import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { connect, createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { writeMosquitto } from '../present/mosquitto.ts'
import { start, type Other } from './process.ts'

export interface Started {
  url: string
  /** As a machine that loses its power. */
  kill(): Promise<void>
  /** At the same address; it remembers nothing. */
  startAgain(): Promise<void>
  close(): Promise<void>
}

export interface Room {
  room: string
  secret: string
}

export interface Embedded extends Started {
  process(): Other
}

export async function openEmbedded({ room, secret }: Room): Promise<Embedded> {
  const port = await freePort()
  let child: Other
  const open = async () => {
    child = start('bench-followers-hall', [String(port), room, secret])
    await child.told()
  }
  await open()
  return {
    url: `ws://127.0.0.1:${port}/mqtt`,
    process: () => child,
    kill: () => child.kill(),
    startAgain: open,
    close: () => child.kill(),
  }
}

/** Debian has it where only root looks. */
const PLACES = `${process.env['PATH']}:/usr/sbin:/usr/local/sbin:/opt/homebrew/sbin`

/** @throws where it is not installed, with how to get it */
export async function openMosquitto(room: Room): Promise<Started> {
  const port = await freePort()
  const folder = await mkdtemp(path.join(tmpdir(), 'mosquitto-'))
  const options = { ...room, port, host: '127.0.0.1' }
  const file = await writeMosquitto(folder, options)
  let child: ReturnType<typeof spawn>
  const open = async () => {
    child = spawn('mosquitto', ['-c', file], {
      env: { ...process.env, PATH: PLACES },
      stdio: 'ignore',
    })
    await new Promise((resolve, reject) => {
      child.once('spawn', resolve)
      child.once('error', () => reject(new Error(MISSING)))
    })
    await untilOpen(port)
  }
  const kill = () =>
    new Promise<void>((resolve) => {
      child.once('exit', () => resolve())
      child.kill('SIGKILL')
    })
  await open()
  return {
    url: `ws://127.0.0.1:${port}/`,
    kill,
    startAgain: open,
    close: async () => {
      await kill()
      await rm(folder, { recursive: true })
    },
  }
}

const MISSING =
  'Mosquitto is not installed, and its configuration is measured, too. Get it, on Debian with apt-get install mosquitto, and start again.'

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

async function untilOpen(port: number): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    if (await answers(port)) return
    await pause(100)
  }
  throw new Error(`Mosquitto does not listen at port ${port}.`)
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.on('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.on('error', () => resolve(false))
  })
}
