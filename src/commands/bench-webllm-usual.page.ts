/** WebLLM's package as its own examples use it, as `bench-webllm.ts` measures it. */
import { CreateWebWorkerMLCEngine, prebuiltAppConfig } from '@mlc-ai/web-llm'
import script from './bench-webllm-usual.worker.ts?worker'

window.click = (model) => {
  const [first] = prebuiltAppConfig.model_list
  const worker = new Worker(new URL(script, import.meta.url), {
    type: 'module',
  })
  const appConfig = { model_list: [{ ...first!, model }] }
  CreateWebWorkerMLCEngine(worker, first!.model_id, { appConfig }).catch(
    () => {},
  )
}
