/** What the site's bundler makes of the parts of wllama: see `package.ts`. */

declare module 'virtual:wllama-client' {
  export * from '@wllama/wllama/esm/index.js'
  /** Starts its Worker; to be set before a model is loaded. */
  export const workers: { start: (() => Worker) | null }
}

declare module 'virtual:wllama-files' {
  interface Files {
    /** Addresses relative to the script that imports this. */
    worker: string
    wasm: string
    /** Size of the binary in bytes, before any compression for transport. */
    bytes: number
  }
  export const plain: Files
  /** For browsers without memories of 64 bits or suspended calls. */
  export const compat: Files
}

declare module 'virtual:storyteller' {
  /** The weights that lie in `src/storyteller/weights`, by name. */
  const files: Readonly<
    Record<string, { url: string; bytes: number; sha256: string }>
  >
  export default files
}

declare module 'virtual:webllm-records' {
  /** WebLLM's own list, without what nobody reads. */
  const records: readonly import('./webllm-records.ts').GpuRecord[]
  export default records
}
