/** A PDF says who wrote it. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { expect, test } from 'vitest'
import { withAuthor } from './author.ts'

/** The smallest document, as Chromium writes one. */
function pdf(): Buffer {
  const objects = [
    '<</Title (A title)\n/Producer (Skia/PDF m156)>>',
    '<</Type /Catalog /Pages 3 0 R>>',
    '<</Type /Pages /Count 1 /Kids [4 0 R]>>',
    '<</Type /Page /Parent 3 0 R /MediaBox [0 0 9 9]>>',
  ]
  let text = '%PDF-1.4\n'
  let table = 'xref\n0 5\n0000000000 65535 f \n'
  for (const [index, object] of objects.entries()) {
    table += `${String(text.length).padStart(10, '0')} 00000 n \n`
    text += `${index + 1} 0 obj\n${object}\nendobj\n`
  }
  const trailer = `trailer\n<</Size 5\n/Root 2 0 R\n/Info 1 0 R>>\nstartxref\n${text.length}\n%%EOF\n`
  return Buffer.from(text + table + trailer, 'latin1')
}

test('the author is added to what the document says of itself', async () => {
  const data = new Uint8Array(withAuthor(pdf(), 'Zoë (Łódź)'))
  const paper = await getDocument({ data, verbosity: 0 }).promise
  const { info } = await paper.getMetadata()
  expect(info).toMatchObject({ Title: 'A title', Author: 'Zoë (Łódź)' })
  expect(paper.numPages).toBe(1)
  await paper.destroy()
})

test('a file of another kind is refused', () => {
  expect(() => withAuthor(Buffer.from('%PDF-1.7\n'), 'A')).toThrow(
    'This PDF is not as Chromium writes them.',
  )
})
