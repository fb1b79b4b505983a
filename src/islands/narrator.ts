/** The engine that all islands of a page tell with. */
import { isForGpu } from '../engines/gpu-model.ts'
import { webllm } from '../engines/webllm.ts'
import { wllama } from '../engines/wllama.ts'
import { Narrator } from './narrating.ts'

export const narrator = new Narrator((model) =>
  isForGpu(model) ? webllm(model) : wllama(model),
)
