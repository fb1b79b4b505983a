/** What a word in a list of passes may become. */
import { PASSES } from './sentences.ts'

export interface PassCompletion {
  /** Where the word starts and ends that is completed, as offsets. */
  from: number
  to: number
  /** What may stand there, and in a sentence what it does; the likely ones first. */
  choices: { text: string; about: string }[]
}

/**
 * Names that begin with the word at the caret come first, and then those that
 * have it inside. A word with `--` gets names with `--`.
 *
 * @param list as people write it, see `passesIn`
 * @param caret an offset into the list
 */
export function completePasses(list: string, caret: number): PassCompletion {
  const [word] = /[^\s,]*$/.exec(list.slice(0, caret))!
  const [rest] = /^[^\s,]*/.exec(list.slice(caret))!
  const [, dashes = '', name = ''] = /^(-{0,2})(.*)$/.exec(word)!
  const all = Object.entries(PASSES)
  const fit = [
    ...all.filter(([pass]) => pass.startsWith(name)),
    ...all.filter(([pass]) => pass.includes(name)),
  ]
  return {
    from: caret - word.length,
    to: caret + rest.length,
    choices: [...new Map(fit)].map(([pass, about]) => ({
      text: `${dashes && '--'}${pass}`,
      about,
    })),
  }
}
