/** Where an answer comes from, for each request that a page makes. */
import { isNamedByContent, type Listed } from './list.ts'

/** What is known of a request. */
export interface Asked {
  method: string
  url: string
  /** For a part of a file. */
  isPart: boolean
}

export type Route =
  /** What is listed: from what is stored, or else from the network, and then stored. */
  | { to: 'listed'; file: Listed }
  /** The page lies below, as hosts would say. */
  | { to: 'folder' }
  /** A file of another version, whose name says its content. */
  | { to: 'other version'; path: string }
  /** A page that nobody has heard of. */
  | { to: 'unknown page' }
  | { to: 'network' }

/** Below it lies data, and whether that is stored is the reader's decision. */
const MODELS = 'models/'

/**
 * The path below the site's root of what the worker has a say in; undefined for
 * what goes its way as if there were no worker: other sites, models, parts of
 * files, and whatever is sent.
 * @param root the site's address, which ends in `/`
 */
export function pathOf(
  { method, url, isPart }: Asked,
  root: string,
): string | undefined {
  if (method !== 'GET' || isPart || !url.startsWith(root)) return undefined
  const path = url.slice(root.length).replace(/[?#].*$/s, '')
  return path.startsWith(MODELS) ? undefined : path
}

/** @param files of the version that the window is of, by path */
export function routeOf(
  path: string,
  isNavigation: boolean,
  files: ReadonlyMap<string, Listed>,
): Route {
  const isFolder = path === '' || path.endsWith('/')
  const file = files.get(isFolder ? `${path}index.html` : path)
  if (file) return { to: 'listed', file }
  if (isNamedByContent(path)) return { to: 'other version', path }
  if (files.has(`${path}/index.html`)) return { to: 'folder' }
  return { to: isNavigation ? 'unknown page' : 'network' }
}
