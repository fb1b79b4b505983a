/** Where content stands: paths, addresses, lines, and what was meant. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openFolder, write } from './chapter.fixture.ts'
import { addressOf, AuthoringError, chapterOf, where } from './place.ts'

let leave: () => void
beforeAll(() => {
  leave = openFolder()
})
afterAll(() => leave())

describe('a path', () => {
  test.each([
    ['content/1-talk/02-a-chapter.md', 'talk', 'a-chapter', '/talk/a-chapter/'],
    ['./content/1-talk/02-x.md', 'talk', 'x', '/talk/x/'],
    ['content/12-a-talk/index.md', 'a-talk', '', '/a-talk/'],
    ['content/1-talk/03-2-to-1.md', 'talk', '2-to-1', '/talk/2-to-1/'],
  ])('%s is a chapter’s', (path, talk, chapter, address) => {
    expect(chapterOf(path)).toEqual({ talk, chapter })
    expect(addressOf({ talk, chapter })).toBe(address)
  })

  test('may be that of a page beside the chapters', () => {
    const place = { talk: 'talk', chapter: '', aside: 'x' }
    expect(chapterOf('content/1-talk/x.md')).toEqual(place)
    expect(addressOf(place)).toBe('/talk/x/')
  })

  test.each([
    '',
    'content/index.md',
    'content/404.md',
    'content/2025-a-post.md',
    'content/talk/02-x.md',
    'content/1-talk/deeper/02-x.md',
    'content/1-talk/02-x.njk',
    'other/1-talk/02-x.md',
    '../content/1-talk/02-x.md',
  ])('%j is none', (path) => {
    expect(chapterOf(path)).toBeUndefined()
  })
})

describe('where', () => {
  const matter = '---\ntitle: T\nable:\n  - x\n---\n'
  test.each([
    ['no front matter', '', 'one\ntwo\n', 1, 2],
    ['front matter', matter, 'one\ntwo\n', 0, 6],
    ['a blank line after it', matter, '\none\ntwo\n', 1, 7],
    ['blank lines at the end', matter, 'one\ntwo\n\n\n', 1, 7],
    ['no newline at the end', matter, 'one\ntwo', 1, 7],
  ])('counts the file’s lines, with %s', (_, front, body, line, expected) => {
    write('content/1-talk/02-x.md', front + body)
    const page = { inputPath: './content/1-talk/02-x.md', url: '/talk/x/' }
    const env = {
      page,
      body,
      islandCounts: new Map(),
      islandTitles: new Set<string>(),
    }
    expect(where(env, line)).toBe(`content/1-talk/02-x.md:${expected}`)
  })
})

test('a mistake says where, what, and what to do', () => {
  const error = new AuthoringError('a.md:3', 'this is wrong.', 'Mend it.')
  expect(String(error)).toBe('AuthoringError: a.md:3: this is wrong. Mend it.')
})
