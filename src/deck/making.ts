/** Making elements for what the deck adds to a page. */

/** @param given properties of the element, `className` among them */
export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  given: Partial<HTMLElementTagNameMap[Name]> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const element = Object.assign(document.createElement(name), given)
  element.append(...children)
  return element
}

export function makeButton(
  words: string | readonly (Node | string)[],
  act: () => void,
  given: Partial<HTMLButtonElement> = {},
): HTMLButtonElement {
  const button = make(
    'button',
    { type: 'button', ...given },
    ...(typeof words === 'string' ? [words] : words),
  )
  button.addEventListener('click', act)
  return button
}

/**
 * Something that changes by itself, and that nobody is told of each time.
 * @param label its name
 */
export function makeOutput(label: string): HTMLOutputElement {
  return make('output', { ariaLabel: label, ariaLive: 'off' })
}

/** Writes only what differs. */
export function write(element: HTMLElement, words: string): void {
  if (element.textContent !== words) element.textContent = words
}
