/** Where the scripts of islands come from: each page names their files. */

/** @param tries how often that has failed */
export function bring(island: HTMLElement, tries: number): Promise<unknown> {
  const script = new URL(island.getAttribute('import')!, document.baseURI)
  // A browser may remember that an address failed: each try has its own.
  return import(tries ? `${script}?${tries}` : script.href)
}
