/**
 * WebLLM's list of models, without the library that it is a part of: for the
 * build, and as `virtual:webllm-records` for scripts of this site.
 */
import { prebuiltAppConfig } from '@mlc-ai/web-llm'
import type { Plugin } from 'esbuild'
import type { GpuRecord } from '../engines/webllm-records.ts'

const NAME = 'webllm-records'

export function gpuRecords(): GpuRecord[] {
  return prebuiltAppConfig.model_list.map((record) => ({
    model: record.model,
    model_id: record.model_id,
    model_lib: record.model_lib,
    model_type: record.model_type,
    model_manifest: record.model_manifest,
    vram_required_MB: record.vram_required_MB,
    buffer_size_required_bytes: record.buffer_size_required_bytes,
    overrides: record.overrides,
  })) as GpuRecord[]
}

export function webllmRecords(): Plugin {
  return {
    name: NAME,
    setup(builder) {
      builder.onResolve({ filter: /^virtual:webllm-records$/ }, () => ({
        path: NAME,
        namespace: NAME,
      }))
      builder.onLoad({ filter: /./, namespace: NAME }, () => ({
        contents: compact(gpuRecords()),
      }))
    },
  }
}

/** Folder and library of a record mostly follow from its name and from two addresses. */
function compact(records: GpuRecord[]): string {
  const homes = new Set(
    records.flatMap(({ model, model_lib }) => [
      homeOf(model),
      homeOf(model_lib),
    ]),
  )
  const all = [...homes]
  const place = (address: string) => [
    all.indexOf(homeOf(address)),
    address.slice(homeOf(address).length),
  ]
  const rows = records.map(({ model, model_lib, ...record }) => [
    ...place(model),
    ...place(model_lib),
    record,
  ])
  return `const homes = ${JSON.stringify(all)}
    const rows = ${JSON.stringify(rows)}
    export default rows.map(([home, model, shelf, library, record]) => ({
      ...record,
      model: homes[home] + model,
      model_lib: homes[shelf] + library,
    }))`
}

function homeOf(address: string): string {
  return address.slice(0, address.lastIndexOf('/') + 1)
}
