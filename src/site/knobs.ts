/** Settings of a card: sliders with their value in words beside them, and numbers. */

/** Identifies a box and its label: the card's key, and what the island calls the setting. */
type Place = readonly [key: string, data: string]

type Range = readonly [least: number, most: number, step: number]

export const MOST_SEED = 2 ** 32 - 1

/** @param words the value, as it is said beside the slider */
export function slider(
  [key, data]: Place,
  name: string,
  value: number,
  [least, most, step]: Range,
  words = `${value}`,
): string {
  return `<p class="knob"><label for="${key}-${data}">${name}</label><span class="knob-at" aria-hidden="true">${words}</span><input id="${key}-${data}" type="range" data-name="${data}" min="${least}" max="${most}" step="${step}" value="${value}" autocomplete="off" disabled></p>`
}

/** A whole number from 0 on. */
export function spin(
  [key, data]: Place,
  name: string,
  value: number,
  most: number,
): string {
  return `<p class="knob"><label for="${key}-${data}">${name}</label><input id="${key}-${data}" type="number" data-name="${data}" min="0" max="${most}" step="1" value="${value}" autocomplete="off" disabled></p>`
}

/** The group that the settings stand in. */
export function knobs(markup: string): string {
  return `<div class="knobs" role="group" aria-label="Settings">${markup}</div>
`
}
