/**
 * Morphing: a listing turns into its next version. Words that both have fly to
 * their new places; what goes fades out, and what is new fades in. They are
 * copies in a layer of their own, and the listing below is the next one already.
 */
import { movesBetween } from './moves.ts'

/** Milliseconds. */
const FLIGHT = 250

/** A word of a listing, where it stands on the screen and how it looks. */
interface Word {
  text: string
  left: number
  top: number
  look: CSSStyleDeclaration
}

/**
 * Changes what a slide shows, and moves what stays.
 *
 * @param change shows another version of a listing of the slide, or does not
 */
export function morph(slide: HTMLElement, change: () => void): void {
  const before = shownListings(slide)
  const words = new Map(before.map((listing) => [listing, wordsOf(listing)]))
  change()
  const after = shownListings(slide)
  const gone = before.find((listing) => !after.includes(listing))
  const come = after.find((listing) => !before.includes(listing))
  if (gone && come) fly(words.get(gone)!, wordsOf(come), come)
}

/** The listings that can take each other's places, and show. */
function shownListings(slide: HTMLElement): HTMLElement[] {
  return [
    ...slide.querySelectorAll<HTMLElement>(
      '.beat:has([data-next]) .listing, .beat:has(+ .beat [data-next]) .listing',
    ),
  ].filter((listing) => listing.checkVisibility())
}

function fly(
  before: readonly Word[],
  after: readonly Word[],
  listing: HTMLElement,
): void {
  const texts = (words: readonly Word[]) => words.map(({ text }) => text)
  const moves = movesBetween(texts(before), texts(after))
  const [stayed, kept] = [new Set<number>(), new Set<number>()]
  const layer = document.createElement('div')
  layer.className = 'morph'
  layer.ariaHidden = 'true'
  document.body.append(layer)
  for (const [i, j] of moves) {
    stayed.add(i)
    kept.add(j)
    const { left, top } = before[i]!
    const to = after[j]!
    const from = `translate(${left - to.left}px, ${top - to.top}px)`
    play(layer, to, [{ transform: from }, { transform: 'none' }])
  }
  for (const [index, word] of before.entries()) {
    if (!stayed.has(index)) play(layer, word, [{ opacity: 1 }, { opacity: 0 }])
  }
  for (const [index, word] of after.entries()) {
    if (!kept.has(index)) play(layer, word, [{ opacity: 0 }, { opacity: 1 }])
  }
  listing.classList.add('morphing')
  const all = layer.getAnimations({ subtree: true })
  void Promise.allSettled(all.map(({ finished }) => finished)).then(() => {
    layer.remove()
    listing.classList.remove('morphing')
  })
}

function play(layer: HTMLElement, word: Word, frames: Keyframe[]): void {
  const copy = document.createElement('span')
  copy.textContent = word.text
  const { color, fontFamily, fontSize, fontStyle, fontWeight } = word.look
  Object.assign(copy.style, {
    left: `${word.left}px`,
    top: `${word.top}px`,
    color,
    fontFamily,
    fontSize,
    fontStyle,
    fontWeight,
  })
  layer.append(copy)
  copy.animate(frames, { duration: FLIGHT, easing: 'ease-out', fill: 'both' })
}

function wordsOf(listing: HTMLElement): Word[] {
  const words: Word[] = []
  const range = document.createRange()
  const texts = document.createTreeWalker(listing, NodeFilter.SHOW_TEXT)
  while (texts.nextNode()) {
    const node = texts.currentNode as Text
    const look = getComputedStyle(node.parentElement!)
    for (const { 0: text, index } of node.data.matchAll(
      /[\w@$]+|[^\w@$\s]+/g,
    )) {
      range.setStart(node, index)
      range.setEnd(node, index + text.length)
      const { left, top } = range.getBoundingClientRect()
      words.push({ text, left, top, look })
    }
  }
  return words
}
