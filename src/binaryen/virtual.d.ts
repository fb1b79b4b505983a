/**
 * What the site's bundler makes of the two halves of the split library: see
 * `split.ts` for where they come from.
 */

declare module 'virtual:binaryen-glue' {
  /** Makes an instance from hooks; `startBinaryen` is the way to call it. */
  const factory: import('./binaryen.ts').BinaryenFactory
  export default factory
}

declare module 'virtual:binaryen-wasm' {
  /** Address of the binary, relative to the script that imports this. */
  export const url: string
  /** Size of the binary in bytes, before any compression for transport. */
  export const bytes: number
}

/** The same of one of the tools: each has a Worker of its own. */
declare module 'virtual:tool-glue' {
  const factory: import('./tools.ts').ToolFactory
  export default factory
}

declare module 'virtual:tool-wasm' {
  export const url: string
  export const bytes: number
}

declare module 'virtual:tool-workers' {
  /** The Worker of each tool, beside the script that imports this. */
  const urls: Readonly<Record<import('./tools.ts').ToolName, string>>
  export default urls
}
