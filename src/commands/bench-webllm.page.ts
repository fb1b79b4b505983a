/** WebLLM as this site has it, as `bench-webllm.ts` measures it. */
import { gpuModels } from '../engines/webllm-models.ts'
import { webllm } from '../engines/webllm.ts'

window.click = (source) => {
  const [first] = gpuModels
  const model = {
    ...first!,
    source: new URL(source),
    needsF16: false,
    bytes: 0,
  }
  const { signal } = new AbortController()
  // It ends where the settings are not there, which is after what is measured.
  webllm(model)
    .load(() => {}, signal)
    .catch(() => {})
}
