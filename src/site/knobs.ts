/** Knobs: sliders and numbers that a card is set by, each with its name. */

interface Knob {
  /** For people. */
  name: string
  /** The part of the island's state that it sets. */
  data: string
  value: number
}

/** @param key of the card, which makes its parts' names its own */
export function sliderMarkup(
  key: string,
  { name, data, value }: Knob,
  [least, most, step]: readonly [number, number, number],
  words = `${value}`,
): string {
  return `<p class="knob"><label for="${key}-${data}">${name}</label><span class="knob-at" aria-hidden="true">${words}</span><input id="${key}-${data}" type="range" data-name="${data}" min="${least}" max="${most}" step="${step}" value="${value}" autocomplete="off" disabled></p>`
}

export function numberMarkup(
  key: string,
  { name, data, value }: Knob,
  [least, most]: readonly [number, number],
): string {
  return `<p class="knob"><label for="${key}-${data}">${name}</label><input id="${key}-${data}" type="number" data-name="${data}" min="${least}" max="${most}" step="1" value="${value}" autocomplete="off" disabled></p>`
}

/** @param options what each is called in the state, and for people */
export function selectMarkup(
  key: string,
  { name, data, value }: Omit<Knob, 'value'> & { value: string },
  options: readonly (readonly [value: string, words: string])[],
): string {
  const offered = options.map(
    ([option, words]) =>
      `<option value="${option}"${option === value ? ' selected' : ''}>${words}</option>`,
  )
  return `<p class="knob"><label for="${key}-${data}">${name}</label><select id="${key}-${data}" data-name="${data}" autocomplete="off" disabled>${offered.join('')}</select></p>`
}

/** The seed's largest, which is a whole number of 32 bits. */
export const MOST_SEED = 2 ** 32 - 1

/** The knobs that every model has, in the state’s own names. */
export function temperatureKnob(key: string, value: number): string {
  const knob = { name: 'Temperature', data: 'temperature', value }
  return sliderMarkup(key, knob, [0, 2, 0.05])
}

export function topPKnob(key: string, value: number): string {
  return sliderMarkup(
    key,
    { name: 'Top-p', data: 'topP', value },
    [0.05, 1, 0.05],
  )
}

export function seedKnob(key: string, value: number): string {
  return numberMarkup(key, { name: 'Seed', data: 'seed', value }, [
    0,
    MOST_SEED,
  ])
}

export function knobsGroup(knobs: readonly string[], beside = ''): string {
  return `<div class="knobs" role="group" aria-label="Settings">${knobs.join('')}${beside}</div>
`
}
