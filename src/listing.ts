/**
 * A listing as a text box, until the editor takes its place: what is typed and
 * pasted there is plain text, however it comes.
 */

/** Makes a listing a labelled text box. @param typed is called at each change */
export function makeTextBox(box: HTMLElement, typed: () => void): void {
  box.contentEditable = 'true'
  try {
    box.contentEditable = 'plaintext-only'
  } catch {
    // An older browser edits rich text, and takes the text out of it.
  }
  box.spellcheck = false
  for (const [name, value] of [
    ['role', 'textbox'],
    ['aria-label', 'Program'],
    ['aria-multiline', 'true'],
    ['autocapitalize', 'off'],
  ]) {
    box.setAttribute(name!, value!)
  }
  box.addEventListener('beforeinput', typeOver)
  box.addEventListener('input', typed)
}

/**
 * All but a single character comes in by hand, as text and nothing else. Left
 * to itself, the browser gives what replaces a selection the old text's style
 * inline, which the page's policy forbids and reports; makes elements of line
 * ends, which are no part of the text; and needs over 30 seconds for 10,000
 * lines.
 */
function typeOver(event: InputEvent): void {
  const text = inserted(event)
  const selection = getSelection()
  if (text === undefined || !selection?.rangeCount) return
  if (text.length === 1 && text !== '\n' && isWithinLine(selection)) return
  event.preventDefault()
  selection.deleteFromDocument()
  const node = new Text(text)
  selection.getRangeAt(0).insertNode(node)
  selection.collapse(node, text.length)
  event.target!.dispatchEvent(new InputEvent('input', { bubbles: true }))
}

/** Whether a bare caret stands elsewhere than at a new line, which typing eats. */
function isWithinLine({
  isCollapsed,
  anchorNode,
  anchorOffset,
}: Selection): boolean {
  return isCollapsed && anchorNode?.nodeValue?.[anchorOffset - 1] !== '\n'
}

/** The text that comes in with an event; undefined for all that is no text. */
function inserted(event: InputEvent): string | undefined {
  const { inputType, data, dataTransfer } = event
  if (inputType === 'insertLineBreak' || inputType === 'insertParagraph') {
    return '\n'
  }
  const text = data ?? dataTransfer?.getData('text/plain')
  return /^insert(?:Text|FromPaste)$/.test(inputType) ? text : undefined
}
