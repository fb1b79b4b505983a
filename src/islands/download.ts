/** Milliseconds. */
const LATER = 60_000

/** Hands the reader a file that was made in the page. */
export function download(name: string, content: BlobPart): void {
  const link = document.createElement('a')
  link.download = name
  link.href = URL.createObjectURL(new Blob([content]))
  link.click()
  // A busy browser takes the address over some time later.
  setTimeout(() => URL.revokeObjectURL(link.href), LATER)
}
