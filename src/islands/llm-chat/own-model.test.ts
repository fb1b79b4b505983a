/** Addresses that readers type: what is a model, and what is refused. */
import { describe, expect, test } from 'vitest'
import { ownModel } from './own-model.ts'

const BASE = 'http://site.example:8080/inference/webllm/'
const LIBRARY = 'https://models.example/lib/a-webgpu.wasm'

describe('a model', () => {
  test.each([
    [
      'https://models.example/mine-q4f16_1-MLC',
      'https://models.example/mine-q4f16_1-MLC/',
      'mine-q4f16_1-MLC',
      true,
    ],
    [
      ' https://models.example/a/tiny/resolve/main/ ',
      'https://models.example/a/tiny/resolve/main/',
      'tiny',
      false,
    ],
    [
      '../../models/tiny/',
      'http://site.example:8080/models/tiny/',
      'tiny',
      false,
    ],
    [
      'https://models.example',
      'https://models.example/',
      'models.example',
      false,
    ],
  ])('%s', (weights, source, id, needsF16) => {
    const model = ownModel({ weights, library: LIBRARY }, BASE)
    expect(model).toMatchObject({ id, needsF16, bytes: 0, gpuBytes: 0 })
    expect(model.source.href).toBe(source)
    expect(model.library.href).toBe(LIBRARY)
  })

  test('says its host', () => {
    const weights = 'https://models.example/tiny/'
    expect(ownModel({ weights, library: LIBRARY }, BASE).name).toBe(
      'tiny from models.example',
    )
  })
})

describe('refused', () => {
  const weights = 'https://models.example/tiny/'
  test.each([
    ['', LIBRARY, /weights is missing/],
    [weights, ' ', /library is missing/],
    ['https://', LIBRARY, /no address for the weights/],
    ['http://models.example/tiny/', LIBRARY, /over https, or from this site/],
    ['ftp://models.example/tiny/', LIBRARY, /ftp:\/\/models.example/],
    ['javascript:alert(1)', LIBRARY, /over https/],
    ['data:text/plain,1', LIBRARY, /over https/],
    ['https://me:secret@models.example/', LIBRARY, /password/],
    [weights, 'https://models.example/lib.js', /ends in \.wasm/],
  ])('%s and %s', (from, library, words) => {
    expect(() => ownModel({ weights: from, library }, BASE)).toThrow(words)
  })
})
