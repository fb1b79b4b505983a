/** What can be presented, by the names that commands take. */
import { readdirSync } from 'node:fs'
import { nearest } from '../../examplescript/examplescript.ts'
import { addressOf, chapterOf } from '../../site/place.ts'

/** @returns names such as `compiling` and `compiling/in-ten-minutes` */
export function talkNames(content: string): string[] {
  return readdirSync(content, { recursive: true, encoding: 'utf8' })
    .map((file) => chapterOf(`content/${file.replaceAll('\\', '/')}`))
    .filter((place) => place !== undefined)
    .map((place) => addressOf(place).slice(1, -1))
}

/** Why there is no such talk; undefined where there is. */
export function faultOfTalk(
  talk: string,
  names: readonly string[],
): string | undefined {
  if (talk === '' || names.includes(talk)) return undefined
  const close = nearest(talk, names)
  const talks = names.filter((name) => !name.includes('/'))
  return `There is no talk “${talk}”. ${
    close ? `Did you mean ${close}?` : `There are ${talks.join(', ')}.`
  }`
}
