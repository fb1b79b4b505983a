/**
 * Which pages may speak to the broker: this server's own. A browser says from
 * which page a WebSocket comes, and asks nobody; so a page from elsewhere could
 * have somebody's browser try secrets.
 */
import { isIP } from 'node:net'

/**
 * @param origin of the page; undefined where no browser asks
 * @param host which it asked for, with the port
 * @param isOwnName whether a name is this machine's. Any other could be made to
 *   point here by whoever owns it, and pages under it would be as good as ours.
 */
export function isOwnPage(
  origin: string | undefined,
  host: string | undefined,
  isOwnName: (name: string) => boolean,
): boolean {
  if (origin === undefined) return true
  if (!URL.canParse(origin)) return false
  const page = new URL(origin)
  const name = page.hostname.replace(/^\[(.*)\]$/, '$1')
  return page.host === host && (isIP(name) > 0 || isOwnName(name))
}
