/**
 * What AssemblyScript gets for its `import binaryen from 'binaryen'` in a
 * browser: the library of an instance that was started before it, from the
 * binary that the page has. The site's bundler puts this in the package's place.
 */
import type { Library } from '../binaryen/binaryen.ts'

let lent: Library | undefined

/** Has to come before the first program is compiled. */
export function lendLibrary(library: Library): void {
  lent = library
}

export { lent as default }
