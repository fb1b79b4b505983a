/** The models that WebLLM runs, for pages: the list alone, without the library. */
import records from 'virtual:webllm-records'
import type { GpuModel } from './gpu-model.ts'
import { modelsOf } from './webllm-records.ts'

/** All of its 165; those that stand first are for who knows none of them. */
export const gpuModels: readonly GpuModel[] = modelsOf(records)
