import { expect, test } from 'vitest'
import { checkHash } from './hash.ts'

/** As RFC 6234's tests have it. */
const ABC = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'

test('lets through what is meant, and refuses another byte', async () => {
  await checkHash(new Blob(['abc']), ABC, 'abc')
  await expect(checkHash(new Blob(['abd']), ABC, 'abc')).rejects.toThrow(
    'abc came altered',
  )
})
