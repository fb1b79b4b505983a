/**
 * Says in a PDF who wrote it, which Chromium does not: the document's facts are
 * written again at the end of the file, as PDF has it for changes.
 */

/**
 * @param pdf as Chromium writes it
 * @throws Error for a file of another kind
 */
export function withAuthor(pdf: Buffer, author: string): Buffer {
  const text = pdf.toString('latin1')
  const trailer = text.slice(text.lastIndexOf('trailer'))
  const [, info] = /\/Info (\d+) 0 R/.exec(trailer) ?? []
  const [, before] = /startxref\s+(\d+)/.exec(trailer) ?? []
  const facts = new RegExp(`(?:^|\n)${info} 0 obj\n<<([^]*?)>>\nendobj`).exec(
    text,
  )?.[1]
  if (!info || !before || facts === undefined) {
    throw new Error('This PDF is not as Chromium writes them.')
  }
  const object = `${info} 0 obj\n<<${facts}\n/Author ${hexadecimal(author)}>>\nendobj\n`
  const table = `xref\n${info} 1\n${String(pdf.length).padStart(10, '0')} 00000 n \n`
  const [, entries] = /<<([^]*)>>/.exec(trailer)!
  const start = pdf.length + object.length
  const end = `trailer\n<<${entries}\n/Prev ${before}>>\nstartxref\n${start}\n%%EOF\n`
  return Buffer.concat([pdf, Buffer.from(object + table + end, 'latin1')])
}

/** Text of any language, as PDF has it. */
function hexadecimal(text: string): string {
  const bytes = Buffer.from(`\u{FEFF}${text}`, 'utf16le').swap16()
  return `<${bytes.toString('hex')}>`
}
