/** Copies a text for the reader. */

/**
 * @param what it is, as in “select the story”
 * @returns what came of it, in words
 */
export async function copyText(text: string, what: string): Promise<string> {
  try {
    await navigator.clipboard.writeText(text)
    return 'Copied.'
  } catch {
    return `This browser lets no page copy here: select ${what} and press Ctrl+C.`
  }
}
