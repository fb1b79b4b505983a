/** Sliders and numbers of a card, as `site/knobs.ts` writes them. */

/** What a box says, within its bounds. @param usual what it says where nothing stands in it */
export function numberIn(
  { valueAsNumber, min, max }: HTMLInputElement,
  usual: number,
): number {
  if (Number.isNaN(valueAsNumber)) return usual
  return Math.min(Math.max(valueAsNumber, Number(min)), Number(max))
}

/** A slider's value in words, beside it. */
export function sayValue(
  { value, parentElement }: HTMLElement & { value: string },
  words = value,
): void {
  const place = parentElement!.querySelector('.knob-at')
  if (place) place.textContent = words
}
