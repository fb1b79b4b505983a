/** Who presents, in the bench: says things, and all of them again to a broker that comes back. */
import { connectAsync, type MqttClient } from 'mqtt'
import { PRESENTER } from '../present/access.ts'
import { messageOf, type Word } from './words.ts'

export interface Presenter {
  /** The last stamp of each topic. */
  last: ReadonlyMap<string, number>
  say(words: readonly Word[]): Promise<void>
  end(): Promise<void>
}

export async function openPresenter(
  url: string,
  secret: string,
): Promise<Presenter> {
  const client: MqttClient = await connectAsync(url, {
    username: PRESENTER,
    password: secret,
    reconnectPeriod: 500,
  })
  client.on('error', () => {})
  const known = new Map<string, string>()
  const last = new Map<string, number>()
  const publish = (topic: string, message: string) =>
    client.publishAsync(topic, message, { qos: 1, retain: true })
  client.on('connect', () => {
    for (const [topic, message] of known) void publish(topic, message)
  })
  return {
    last,
    async say(words) {
      const sent = words.map((word) => {
        const at = Math.max(Date.now(), (last.get(word.topic) ?? 0) + 1)
        const message = messageOf(word, at)
        known.set(word.topic, message)
        last.set(word.topic, at)
        return publish(word.topic, message)
      })
      await Promise.all(sent)
    },
    end: () => client.endAsync(true),
  }
}
