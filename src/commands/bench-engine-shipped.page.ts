/** The package as it ships, with its own loader, as `bench-engine.ts` measures it. */
import { Wllama } from '@wllama/wllama/esm/index.js'
import { plain } from 'virtual:wllama-files'
import { storyteller } from '../engines/storyteller.ts'
import { timeStory, TOKENS } from './engine-times.ts'

window.measure = (seed) =>
  timeStory(
    async () => {
      const wllama = new Wllama({ default: `assets/${plain.wasm}` })
      await wllama.loadModelFromUrl(String(storyteller().source))
      return wllama
    },
    (wllama) => story(wllama, seed),
  )

async function* story(wllama: Wllama, seed: number): AsyncIterable<unknown> {
  const options = { prompt: '', max_tokens: TOKENS, temperature: 0.7, seed }
  yield* await wllama.createCompletion({ ...options, stream: true })
}
