/** A copy of the project to build in, for those who build other content than ours. */
import { cp, symlink } from 'node:fs/promises'
import path from 'node:path'

/** What a build reads, but for `content/`. */
const COPIED = [
  '.eleventy.js',
  '.oxlintrc.json',
  '_includes',
  'images',
  'package.json',
  'src',
  'tsconfig.json',
]

/** @param folder which is there already; packages are shared with the project */
export async function copyProject(folder: string): Promise<void> {
  for (const name of COPIED) {
    await cp(name, path.join(folder, name), { recursive: true })
  }
  await symlink(path.resolve('node_modules'), path.join(folder, 'node_modules'))
}
