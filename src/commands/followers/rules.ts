/** The rules of a room, tried at a broker: what it lets through, and what it keeps out. */
import { connectAsync, type MqttClient } from 'mqtt'
import { below, PRESENTER } from '../present/access.ts'
import type { Room } from './brokers.ts'

/** Milliseconds until what was said has gone everywhere. */
const PATIENCE = 15_000

/** @returns the rules that it breaks, in words */
export async function brokenRules(
  url: string,
  { room, secret }: Room,
): Promise<string[]> {
  const clients: MqttClient[] = []
  const connect = async (name?: string, password?: string) => {
    const client = await connectAsync(url, {
      reconnectPeriod: 0,
      ...(name && { username: name }),
      ...(password && { password }),
    })
    client.on('error', () => {})
    clients.push(client)
    return client
  }
  const isRefused = (name: string, password?: string) =>
    connect(name, password).then(
      () => false,
      () => true,
    )
  const topic = `${below(room)}said/rule`
  const elsewhere = `${below(room)}elsewhere`
  const broken: string[] = []
  const hold = (isHeld: boolean, rule: string) => {
    if (!isHeld) broken.push(rule)
  }

  const follower = await connect()
  const heard = listen(follower, [topic, elsewhere])
  await follower.subscribeAsync(`${below(room)}#`, { qos: 1 })
  const presenter = await connect(PRESENTER, secret)
  /** Says something, and waits for it: what was said before has arrived, too. */
  const speak = async (words: string) => {
    presenter.publish(topic, words, { qos: 1, retain: true })
    return until(() => heard.at(-1) === words)
  }
  hold(await speak('first'), 'who presents is heard')

  hold(
    await isRefused(PRESENTER, 'a-wrong-secret-1'),
    'a wrong secret is refused',
  )
  hold(await isRefused(PRESENTER), 'a missing secret is refused')
  hold(await isRefused('root', secret), 'another name is refused')

  const liar = await connect()
  liar.publish(topic, 'forged', { qos: 1, retain: true })
  const other = await connect(PRESENTER, secret)
  other.publish(elsewhere, 'elsewhere', {
    qos: 1,
    retain: true,
  })
  const large = await connect(PRESENTER, secret)
  large.publish(topic, Buffer.alloc(5 * 1024 * 1024), { qos: 1, retain: true })
  const largeStranger = await connect()
  largeStranger.publish(topic, Buffer.alloc(5 * 1024 * 1024), { qos: 1 })
  await new Promise((resolve) => setTimeout(resolve, 2000))
  hold(await speak('second'), 'who presents is heard after all that')
  hold(heard.join() === 'first,second', 'nobody hears anything else')

  const late = await connect()
  const heardLate = listen(late, [topic, elsewhere])
  await late.subscribeAsync(`${below(room)}#`, { qos: 1 })
  hold(
    (await until(() => heardLate.length > 0)) && heardLate.join() === 'second',
    'who comes late hears the last word',
  )
  for (const client of clients) client.end(true)
  return broken
}

/** What a client hears under these topics; the rest of the room has more to say. */
function listen(client: MqttClient, topics: readonly string[]): string[] {
  const heard: string[] = []
  client.on('message', (topic, payload) => {
    if (topics.includes(topic)) heard.push(String(payload.subarray(0, 20)))
  })
  return heard
}

/** @returns whether it came true in time */
async function until(isSo: () => boolean): Promise<boolean> {
  const end = Date.now() + PATIENCE
  while (!isSo()) {
    if (Date.now() > end) return false
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  return true
}
