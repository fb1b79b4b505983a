/** Tokens as listings and editors colour them. */
import { scan } from './scan.ts'
import { categoryOf, type Category, type Token } from './token.ts'

export interface ColouredToken extends Token {
  category: Category
}

/** @returns the tokens of a source in order; gaps between them have no colour. */
export function colouredTokens(source: string): ColouredToken[] {
  return scan(source).tokens.map((token) => ({
    ...token,
    category: categoryOf(token.kind),
  }))
}
