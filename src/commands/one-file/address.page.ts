/**
 * `location` and `history` of a page of `file://`: the browser lets such a page
 * write nothing of its address but what is behind `#`. How it is looked at
 * (`?present`) is kept with the history's entry.
 */
const { location: own, history: entries } = globalThis

const SEARCH = 'search'
let search = searchOf(entries.state) ?? own.search

// Who follows a link within the page goes on looking at it the same way.
for (const name of ['popstate', 'hashchange']) {
  addEventListener(name, () => {
    const kept = searchOf(entries.state)
    if (kept === undefined) entries.replaceState(stateWith(entries.state), '')
    else search = kept
  })
}

export const location = {
  get href(): string {
    const url = new URL(own.href)
    url.search = search
    return url.href
  },
  get search(): string {
    return search
  },
  /** As addresses within the site are: other windows take no others for one. */
  get pathname(): string {
    return own.pathname.replaceAll(
      /[^\w\-./%~]/g,
      (character) => `%${character.charCodeAt(0).toString(16)}`,
    )
  },
  get hash(): string {
    return own.hash
  },
  get origin(): string {
    return own.origin
  },
  assign(url: string): void {
    own.assign(goalOf(url))
  },
  replace(url: string): void {
    own.replace(goalOf(url))
  },
}

export const history = {
  get state(): unknown {
    return entries.state
  },
  pushState(state: unknown, _: string, url?: string | URL): void {
    entries.pushState(stateWith(state, url), '', hashOf(url))
  },
  replaceState(state: unknown, _: string, url?: string | URL): void {
    entries.replaceState(stateWith(state, url), '', hashOf(url))
  },
}

/** Within the page, nothing is loaded anew. */
function goalOf(url: string): string {
  const { pathname, hash, href } = new URL(url, own.href)
  return decodeURI(pathname) === decodeURI(own.pathname) ? hash : href
}

function hashOf(url: string | URL | undefined): string {
  return url === undefined ? own.hash : new URL(url, own.href).hash || '#'
}

function stateWith(state: unknown, url?: string | URL): object {
  if (url !== undefined) ({ search } = new URL(url, own.href))
  return { ...(state as object | null), [SEARCH]: search }
}

function searchOf(state: unknown): string | undefined {
  return (state as { [SEARCH]?: string } | null)?.[SEARCH]
}
