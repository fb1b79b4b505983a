/** `import url from './x.worker.ts?worker'`: the address of that Worker. */
declare module '*?worker' {
  const url: string
  export default url
  /** The size of its file, before any compression for transport. */
  export const bytes: number
}

/** The same for one that is no module: it can be started from text. */
declare module '*?script' {
  const url: string
  export default url
}

/** The same for one that may reach other hosts. */
declare module '*?outward' {
  const url: string
  export default url
  /** The size of its file, before any compression for transport. */
  export const bytes: number
}

/** `import sheet from './x.css?sheet'`: the name of that sheet’s file, or ''. */
declare module '*?sheet' {
  const name: string
  export default name
}
