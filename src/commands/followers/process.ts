/** Commands of ours in processes of their own, that answer messages. */
import { fork } from 'node:child_process'

export interface Other {
  /** What it answers; nothing else is asked before. */
  ask<T>(question: unknown): Promise<T>
  /** What it says by itself. */
  told<T>(): Promise<T>
  /** At once, as a machine that loses its power. */
  kill(): Promise<void>
}

/** @param name of a file in `src/commands` */
export function start(name: string, words: readonly string[] = []): Other {
  const child = fork('src/commands/command.js', [name, ...words], {
    execArgv: ['--expose-gc'],
  })
  const told = <T>() =>
    new Promise<T>((resolve, reject) => {
      const end = () => reject(new Error(`${name} has ended.`))
      child.once('exit', end)
      child.once('message', (message: { told: T }) => {
        child.off('exit', end)
        resolve(message.told)
      })
    })
  return {
    told,
    ask<T>(question: unknown) {
      const answer = told<T>()
      child.send(question as object)
      return answer
    },
    kill: () =>
      new Promise((resolve) => {
        if (child.exitCode !== null || child.signalCode) return resolve()
        child.once('exit', () => resolve())
        child.kill('SIGKILL')
      }),
  }
}
