/** Lets pages of a built site reach a broker elsewhere, which their policy forbids. */
import { readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'

/** What the policy of pages says; the sandbox and others have more or less. */
const OWN = /(connect-src (?:'self'|&#39;self&#39;))(?=;)/g

/**
 * Names it in each page and in `_headers`.
 * @param broker its address, of which the policy has the origin
 * @throws where a page has no such policy, or all would seem well and nobody follow
 */
export async function admit(folder: string, broker: string): Promise<void> {
  const { protocol, host } = new URL(broker)
  const names = await readdir(folder, { recursive: true })
  const pages = names.filter(
    (name) => name.endsWith('.html') && !name.startsWith(`sandbox${path.sep}`),
  )
  for (const name of [...pages, '_headers']) {
    const file = path.join(folder, name)
    const text = await readFile(file, 'utf8')
    const opened = text.replaceAll(OWN, `$1 ${protocol}//${host}`)
    if (opened === text) {
      throw new Error(`${file} has no policy that a broker could be added to.`)
    }
    await writeFile(file, opened)
  }
}
