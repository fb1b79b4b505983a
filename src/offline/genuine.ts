/** Whether an answer is the file that was asked for, and not something that stands in between. */
import { isPage, type Listed } from './list.ts'

/** What is looked at before the bytes are. */
export interface Answer {
  status: number
  type: ResponseType
  headers: Headers
}

/** Hosts may say of the page for missing pages that it is missing. */
const NOT_FOUND = '404.html'

/** Whether an answer can be it at all: no failure, no other site's, and no page in place of a file. */
export function canBe([path]: Listed, answer: Answer): boolean {
  const { status, type, headers } = answer
  const isHtml = headers.get('content-type')?.startsWith('text/html') ?? false
  const isThere = status === 200 || (status === 404 && path === NOT_FOUND)
  return isThere && type === 'basic' && isHtml === isPage(path)
}

/** What says so is not what the build wrote. */
export class NotGenuine extends Error {
  override name = 'NotGenuine'
}

/**
 * Reads an answer to its end, and holds it against the list.
 *
 * @returns a response to be stored. It has no address of its own, so it may
 *   answer for any, and the headers that came: a Worker's policy is among them.
 * @throws {NotGenuine} where it is something else
 */
export async function genuine(
  listed: Listed,
  response: Response,
): Promise<Response> {
  const [path, sha256, size] = listed
  if (!canBe(listed, response)) throw notGenuine(path)
  const bytes = await response.arrayBuffer()
  if ((await digest(bytes)) !== sha256) throw notGenuine(path)
  const headers = new Headers(response.headers)
  headers.delete('content-encoding')
  headers.set('content-length', String(size))
  return new Response(bytes, { headers })
}

function notGenuine(path: string): NotGenuine {
  return new NotGenuine(`What came in place of ${path} is another file.`)
}

/** SHA-256, in base64url. */
export async function digest(bytes: ArrayBuffer): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', bytes)
  return btoa(String.fromCharCode(...new Uint8Array(hash)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}
