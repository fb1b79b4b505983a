/** AssemblyScript's package, as the bundler changes it. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { decodedInPlace } from './rival-parts.ts'

test('nothing of the package is fetched', () => {
  const file = 'node_modules/assemblyscript/dist/assemblyscript.js'
  const source = readFileSync(file, 'utf8')
  const decoded = decodedInPlace(source)
  expect(decoded).not.toContain('instantiateStreaming(')
  expect(decoded).toContain('WebAssembly.instantiate(Uint8Array.from(atob(')
})

test('a package that has changed is told', () => {
  expect(() => decodedInPlace('export {}')).toThrow('rival-parts.ts')
})
