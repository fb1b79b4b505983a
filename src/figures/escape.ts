/** Text as it may stand in markup, in content and in attributes. */
export function escape(text: string): string {
  return text.replaceAll(
    /[&<>"]/g,
    (character) =>
      ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[character]!,
  )
}
