/** Where two texts part: used by the build, and by the island that tells both. */

/** @returns how many words both begin with, before the first that is another */
export function alikeWords(left: string, right: string): number {
  const [one, other] = [words(left), words(right)]
  const parted = one.findIndex((word, at) => word !== other[at])
  return parted < 0 ? one.length : parted
}

/** What is to be said of two texts; '' as long as one of them is missing. */
export function alikeSentence(left: string, right: string): string {
  if (!left || !right) return ''
  if (left === right) return 'Word for word the same.'
  const count = alikeWords(left, right)
  if (count === 0) return 'They part at the first word.'
  const so = count === 1 ? 'The first word is' : `The first ${count} words are`
  return `${so} the same, then they part.`
}

function words(text: string): string[] {
  return text.split(/\s+/).filter(Boolean)
}
