/**
 * Makes a prompt of any text: nothing in it is a mark of the model's, such as the
 * one that closes a text, and nothing in it is no text.
 */

/** Control characters but tab and line feed. */
const CONTROLS = /[^\P{Cc}\t\n]/gu

/**
 * @param marks texts that the model's tokenizer would take for marks
 * @returns the prompt with line feeds as the only ends of lines, without control
 *   characters and marks, and with U+FFFD in place of halves of characters
 */
export function cleanPrompt(text: string, marks: readonly string[]): string {
  const whole = text
    .replace(/\p{Cs}/gu, '\u{FFFD}')
    .replace(/\r\n?/g, '\n')
    .replace(CONTROLS, '')
  return withoutMarks(whole, marks)
}

/** What is left may close up to be another mark: so until there is none. */
function withoutMarks(text: string, marks: readonly string[]): string {
  for (let rest = text; ;) {
    const left = marks.reduce((whole, mark) => whole.replaceAll(mark, ''), rest)
    if (left === rest) return left
    rest = left
  }
}
