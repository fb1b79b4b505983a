/** What a PDF says of itself. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** @returns how many pages there are, and on which one each name is, from 1 */
export async function readPdf(
  pdf: Uint8Array,
): Promise<{ pages: number; names: Map<string, number> }> {
  // The reader takes the bytes away from who gives them.
  const data = new Uint8Array(pdf)
  const paper = await getDocument({ data, verbosity: 0 }).promise
  const names = new Map<string, number>()
  const destinations = await paper.getDestinations()
  for (const [name, place] of Object.entries(destinations)) {
    names.set(name, (await paper.getPageIndex(place[0])) + 1)
  }
  const pages = paper.numPages
  await paper.destroy()
  return { pages, names }
}
