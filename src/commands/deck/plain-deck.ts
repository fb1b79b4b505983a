/** A deck as one plain page. */
import { plainPage } from '../plain-page.ts'
import type { Deck } from './deck.ts'
import { draw } from './drawn.ts'

export function plainDeck(deck: Deck): string {
  const slides = draw(deck).map(
    ({ shown, said }) => shown + (said && `<aside hidden>${said}</aside>`),
  )
  return plainPage(deck.title, slides)
}
