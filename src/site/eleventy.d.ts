/** The parts of Eleventy that we use; the package ships no types. */
declare module '@11ty/eleventy' {
  import type MarkdownIt from 'markdown-it'

  export interface Item {
    inputPath: string
    url: string
    date: Date
    rawInput: string
    data: Record<string, unknown>
  }

  export interface BuildResult {
    inputPath: string
    outputPath: string
    url: string
    content: string
  }

  type UrlTransform = (this: { url?: string }, target: string) => string

  export interface UserConfig {
    /** `/`, or the path that the site is published under. */
    pathPrefix: string
    htmlTransformer: {
      addUrlTransform(
        extensions: string,
        transform: UrlTransform,
        options: { priority: number },
      ): void
    }
    setLibrary(name: 'md', library: MarkdownIt): void
    addPassthroughCopy(paths: Record<string, string>): void
    addPlugin<T>(
      plugin: ((eleventy: UserConfig, options: T) => void) | symbol,
      options?: T,
    ): void
    addGlobalData(name: string, value: unknown): void
    addShortcode(name: string, write: () => string): void
    addFilter<T extends unknown[]>(
      name: string,
      filter: (...values: T) => unknown,
    ): void
    addCollection(
      name: string,
      gather: (api: { getAll(): Item[] }) => unknown,
    ): void
    addTemplate(
      path: string,
      content: string,
      data: Record<string, unknown>,
    ): void
    addWatchTarget(path: string): void
    setServerOptions(options: Record<string, unknown>): void
    setWatchThrottleWaitTime(milliseconds: number): void
    on(event: 'eleventy.before', listener: () => void | Promise<void>): void
    on(
      event: 'eleventy.after',
      listener: (event: { results: BuildResult[] }) => void | Promise<void>,
    ): void
    on(
      event: 'eleventy.beforeWatch',
      listener: (changed: string[]) => void,
    ): void
  }

  export class Eleventy {
    constructor(
      input?: string,
      output?: string,
      options?: Record<string, unknown>,
    )
    init(): Promise<void>
    write(): Promise<BuildResult[]>
    watch(): Promise<void>
    serve(port: number): Promise<void>
  }

  export const HtmlBasePlugin: symbol
  export const InputPathToUrlTransformPlugin: symbol
}

declare module '@11ty/eleventy-plugin-rss' {
  export const feedPlugin: symbol
}

declare module '@11ty/eleventy-img' {
  interface ImageOptions {
    formats: readonly ('avif' | 'webp')[]
    widths: readonly number[]
    outputDir: string
    urlPath: string
  }
  interface Variant {
    width: number
    height: number
    filename: string
    outputPath: string
    srcset: string
    sourceType: string
  }
  /** Variants of each format, the smallest first. */
  export type Encoded = Record<'avif' | 'webp', Variant[]>
  export default function encode(
    file: string,
    options: ImageOptions,
  ): Promise<Encoded>
  export function statsSync(file: string, options: ImageOptions): Encoded
}

declare module '@11ty/is-land' {
  export class Island extends HTMLElement {
    static addInitType(
      name: string,
      init: (island: HTMLElement) => Promise<void>,
    ): void
    wait(): Promise<void>
  }
}
