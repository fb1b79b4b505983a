/** What a page's main thread worked, out of a browser's trace. */

/** The categories that a trace needs. */
export const CATEGORIES = [
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
]

interface TraceEvent {
  name: string
  /** `X` is an event with a duration. */
  ph: string
  pid: number
  tid: number
  /** Microseconds. */
  ts: number
  dur?: number
  /** Without the time that the thread waited for a core. */
  tdur?: number
  args?: { name?: string; data?: { type?: string } }
}

export interface Work {
  /** Milliseconds of tasks from the key until its frame is handed over. */
  shown: number
  /** Milliseconds of all tasks until the next key. */
  all: number
}

/** @returns the work for each key press of a trace, in their order */
export function workOf(trace: Buffer): Work[] {
  const { traceEvents } = JSON.parse(trace.toString()) as {
    traceEvents: TraceEvent[]
  }
  const keys = traceEvents.filter(
    ({ name, args }) =>
      name === 'EventDispatch' && args?.data?.type === 'keydown',
  )
  return keys.map((key, index) => {
    const own = traceEvents.filter(
      ({ ph, pid, tid }) => ph === 'X' && pid === key.pid && tid === key.tid,
    )
    const commits = own.filter(
      ({ name, ts }) => name === 'Commit' && ts > key.ts,
    )
    const frame = Math.min(...commits.map(endOf))
    const next = keys[index + 1]?.ts ?? Infinity
    const tasks = own.filter(
      (event) => event.name === 'RunTask' && endOf(event) > key.ts,
    )
    return {
      shown: milliseconds(tasks.filter(({ ts }) => ts < frame)),
      all: milliseconds(tasks.filter(({ ts }) => ts < next)),
    }
  })
}

/** @returns the tasks of pages' main threads, each in milliseconds of work */
export function tasksOf(trace: Buffer): number[] {
  const { traceEvents } = JSON.parse(trace.toString()) as {
    traceEvents: TraceEvent[]
  }
  const threads = traceEvents.filter(
    ({ name, args }) =>
      name === 'thread_name' && args?.name === 'CrRendererMain',
  )
  const mains = new Set(threads.map(({ pid, tid }) => `${pid}/${tid}`))
  return traceEvents
    .filter(
      ({ name, pid, tid }) => name === 'RunTask' && mains.has(`${pid}/${tid}`),
    )
    .map(({ tdur = 0 }) => tdur / 1000)
}

function endOf({ ts, dur = 0 }: TraceEvent): number {
  return ts + dur
}

function milliseconds(tasks: readonly TraceEvent[]): number {
  return tasks.reduce((sum, { tdur = 0 }) => sum + tdur, 0) / 1000
}
