/**
 * Walking through a view by keyboard: along its pieces by the arrow keys, and in
 * a tree as screen readers and file managers do it.
 */

/** Where a key leads in a view; undefined if it leads nowhere. */
export function walk(
  event: KeyboardEvent,
  view: HTMLElement,
): HTMLElement | undefined {
  const at = (event.target as HTMLElement).closest<HTMLElement>('[data-node]')
  const inTree = view.querySelector('[role="tree"]') !== null
  return inTree ? walkTree(event, view, at) : walkList(event, view, at)
}

function walkList(
  { key }: KeyboardEvent,
  view: HTMLElement,
  at: HTMLElement | null,
): HTMLElement | undefined {
  const pieces = [...view.querySelectorAll<HTMLElement>('[data-node]')].filter(
    (piece) => piece.checkVisibility(),
  )
  const index = at ? pieces.indexOf(at) : -1
  const forth = key === 'ArrowDown' || key === 'ArrowRight'
  const back = key === 'ArrowUp' || key === 'ArrowLeft'
  if (key === 'Home') return pieces[0]
  if (key === 'End') return pieces.at(-1)
  if (forth) return pieces[index + 1]
  return back ? pieces[Math.max(index - 1, 0)] : undefined
}

function walkTree(
  { key }: KeyboardEvent,
  view: HTMLElement,
  at: HTMLElement | null,
): HTMLElement | undefined {
  const shown = [
    ...view.querySelectorAll<HTMLElement>('[role="treeitem"]'),
  ].filter((item) => !item.parentElement!.closest('[aria-expanded="false"]'))
  const index = at ? shown.indexOf(at) : -1
  if (key === 'Home') return shown[0]
  if (key === 'End') return shown.at(-1)
  if (key === 'ArrowDown') return shown[index + 1]
  if (key === 'ArrowUp') return shown[Math.max(index - 1, 0)]
  if (key === 'ArrowRight' && at?.ariaExpanded === 'true') {
    return at.querySelector<HTMLElement>('[role="treeitem"]') ?? undefined
  }
  if (key === 'ArrowLeft' && at && at.ariaExpanded !== 'true') return above(at)
  return undefined
}

function above(item: HTMLElement): HTMLElement | undefined {
  return (
    item.parentElement!.closest<HTMLElement>('[role="treeitem"]') ?? undefined
  )
}

/** Folds an item of a tree, or unfolds it. @returns whether it can be folded */
export function fold(item: HTMLElement, isOpen: boolean): boolean {
  if (!item.hasAttribute('aria-expanded')) return false
  item.ariaExpanded = String(isOpen)
  return true
}
