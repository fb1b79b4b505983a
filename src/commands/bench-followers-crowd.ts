/**
 * A crowd of followers in a process of its own, for `npm run bench -- followers`:
 * each with a connection, as a browser has it. Told by messages what to do.
 */
import { connectAsync, type MqttClient } from 'mqtt'

/** What the crowd is asked. */
export type Question =
  | { kind: 'come'; url: string; filter: string; count: number }
  /** Who has heard the last word on all of these? */
  | { kind: 'compare'; last: [topic: string, at: number][] }
  /** How late was what was heard since it was last asked? */
  | { kind: 'late' }

/** So many connect at a time. */
const AT_ONCE = 25

type Heard = Map<string, number>
const crowd: Heard[] = []
let late: number[] = []

const answers: {
  [K in Question['kind']]: (
    question: Extract<Question, { kind: K }>,
  ) => Promise<unknown> | unknown
} = {
  async come({ url, filter, count }) {
    for (let come = 0; come < count; come += AT_ONCE) {
      const some = Math.min(AT_ONCE, count - come)
      await Promise.all(Array.from({ length: some }, () => join(url, filter)))
    }
  },
  compare: ({ last }) =>
    crowd.filter((heard) =>
      last.every(([topic, at]) => heard.get(topic) === at),
    ).length,
  late() {
    const told = late
    late = []
    return told
  },
}

async function join(url: string, filter: string): Promise<void> {
  const client: MqttClient = await connectAsync(url, { reconnectPeriod: 1000 })
  const heard: Heard = new Map()
  crowd.push(heard)
  client.on('error', () => {})
  client.on('message', (topic, payload, { retain }) => {
    const { stamp } = JSON.parse(String(payload)) as { stamp: { at: number } }
    heard.set(topic, stamp.at)
    // What is told to who comes late is as old as it is.
    if (!retain) late.push(Date.now() - stamp.at)
  })
  await client.subscribeAsync(filter)
}

export async function main(): Promise<number> {
  process.on('message', (question: Question) => {
    const answer = answers[question.kind] as (asked: Question) => unknown
    void Promise.resolve(answer(question)).then((told) =>
      process.send!({ told }),
    )
  })
  await new Promise((resolve) => process.once('disconnect', resolve))
  process.exit(0)
}
