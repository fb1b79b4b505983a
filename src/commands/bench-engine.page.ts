/** The engine of this site, as `bench-engine.ts` measures it. */
import { storyteller } from '../engines/storyteller.ts'
import { wllama } from '../engines/wllama.ts'
import { timeStory, TOKENS } from './engine-times.ts'

window.measure = (seed) => {
  const { signal } = new AbortController()
  return timeStory(
    async () => {
      const engine = wllama(storyteller())
      await engine.load(() => {}, signal)
      return engine
    },
    (engine) =>
      engine.generate({
        prompt: '',
        maxTokens: TOKENS,
        temperature: 0.7,
        topK: 40,
        topP: 0.95,
        seed,
        signal,
      }),
  )
}
