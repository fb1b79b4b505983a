/** Places for connections: in all, and from one address. */
import { EventEmitter } from 'node:events'
import { expect, test } from 'vitest'
import type { WebSocket } from 'ws'
import { Connections } from './connections.ts'

const socket = () => new EventEmitter() as WebSocket

test('no one address takes all places, and who leaves makes room', () => {
  const connections = new Connections()
  const first = socket()
  expect(connections.add(first, '10.0.0.1')).toBe(true)
  const from = (address: string, count: number) =>
    Array.from({ length: count }, () => connections.add(socket(), address))
  expect(from('10.0.0.1', 1999)).not.toContain(false)
  expect(from('10.0.0.1', 1)).toEqual([false])
  expect(from('10.0.0.2', 2000)).not.toContain(false)
  expect(from('10.0.0.3', 1)).toEqual([false])
  first.emit('close')
  expect(from('10.0.0.3', 2)).toEqual([true, false])
})
