import { expect, test } from 'vitest'
import { brokerOf, leadFrom, linkOf, roomFrom, topicOf } from './room.ts'

const ROOM = {
  version: 1,
  room: 'a-room',
  broker: '',
  link: 'http://192.168.1.7:8080/',
}

test('a room is what the server says, and nothing else', () => {
  expect(roomFrom({ ...ROOM, secure: false })).toEqual({
    room: 'a-room',
    broker: '',
    link: 'http://192.168.1.7:8080/',
  })
  for (const odd of [
    undefined,
    [],
    { ...ROOM, version: 2 },
    { ...ROOM, room: 'a/#' },
    { ...ROOM, room: '' },
    { ...ROOM, broker: 'https://example.org/' },
    { ...ROOM, broker: undefined },
    { ...ROOM, link: 'javascript:alert(1)' },
  ]) {
    expect(roomFrom(odd)).toBeUndefined()
  }
})

test('who leads has a room and a secret', () => {
  const lead = { version: 1, room: 'a-room', secret: 'x' }
  expect(leadFrom(lead)).toEqual({ room: 'a-room', secret: 'x' })
  expect(leadFrom({ ...lead, secret: 7 })).toBeUndefined()
  expect(leadFrom({ ...lead, version: 0 })).toBeUndefined()
  expect(leadFrom('x')).toBeUndefined()
})

test('the broker is beside the page, as safe as the page, or elsewhere', () => {
  const room = roomFrom(ROOM)!
  const at = (page: string) => brokerOf(room, page)
  expect(at('http://a.test:8080/x/?follow#y')).toBe('ws://a.test:8080/mqtt')
  expect(at('https://a.test/x/')).toBe('wss://a.test/mqtt')
  const elsewhere = { ...room, broker: 'wss://b.test/mqtt' }
  expect(brokerOf(elsewhere, 'http://a.test/')).toBe('wss://b.test/mqtt')
})

test('a link leads to the talk, and a topic has the name of a word', () => {
  const room = roomFrom(ROOM)!
  expect(linkOf(room, '/compiling/')).toBe(
    'http://192.168.1.7:8080/compiling/?follow',
  )
  expect(topicOf(room, '+')).toBe('a-wasm-new-year/a-room/said/+')
  expect(topicOf(room, 'ink /a/#b/0 c+')).toBe(
    'a-wasm-new-year/a-room/said/ink%20%2Fa%2F%23b%2F0%20c%2B',
  )
})
