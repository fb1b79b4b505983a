/** Hands the reader a file that was made in the page. */
export function download(name: string, content: BlobPart): void {
  const link = document.createElement('a')
  link.download = name
  link.href = URL.createObjectURL(new Blob([content]))
  link.click()
  // The browser has taken the address over by the time the next task runs.
  setTimeout(() => URL.revokeObjectURL(link.href))
}
