/** Talks and chapters, gathered from pages as Eleventy hands them over. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openFolder } from './chapter.fixture.ts'
import { gatherTalks, permalink, placeOf, type Page } from './talks.ts'

const TALK = {
  title: 'A talk',
  short: 'Talk',
  speaker: 'Somebody',
  description: 'About things.',
}

const CHAPTER = {
  title: 'A chapter',
  description: 'About one thing.',
  able: ['Do it'],
  builds: 'Nothing',
  minutes: { read: 10, present: 8 },
  recap: ['It was done'],
  sources: { Source: 'https://example.org/' },
}

function page(
  name: string,
  data: Record<string, unknown> = {},
  rawInput = '',
): Page {
  const own = name.endsWith('index.md') ? TALK : CHAPTER
  return {
    inputPath: `./content/${name}`,
    url: `/${name}/`,
    rawInput,
    data: { ...own, ...data },
  }
}

/** What a path of one step says. */
function path(minutes: number) {
  return { minutes, steps: [{ chapter: 'a', step: 'first', minutes }] }
}

let leave: () => void
beforeAll(() => {
  leave = openFolder({ 'content/1-one/02-b.md': 'written' })
})
afterAll(() => leave())

describe('gatherTalks', () => {
  test('adds the minutes of chapters up', () => {
    const talks = gatherTalks([
      page('1-one/index.md'),
      page('1-one/01-a.md'),
      page('1-one/02-b.md', { minutes: { read: 5, present: 2.5 } }),
      page('2-two/index.md'),
    ])
    expect(talks.map(({ minutes }) => minutes)).toEqual([
      { read: 15, present: 10.5 },
      { read: 0, present: 0 },
    ])
  })

  test('stops at a recap that is too long for its slide', () => {
    const recap = ['one two three', Array(22).fill('more').join(' ')]
    const index = page('1-one/index.md')
    const long = [...recap, 'last']
    gatherTalks([index, page('1-one/01-a.md', { recap })])
    expect(() =>
      gatherTalks([index, page('1-one/01-a.md', { recap: long })]),
    ).toThrow(
      'content/1-one/01-a.md: the front matter’s “recap” is not right: it is a slide, and 25 words in all',
    )
  })

  test('puts talks and their chapters in order', () => {
    const talks = gatherTalks([
      page('10-ten/index.md', { title: 'Ten' }),
      page('2-two/02-b.md', { title: '2b' }),
      page('1-one/index.md', { title: 'One' }),
      page('2-two/index.md', { title: 'Two' }),
      page('2-two/01-a.md', { title: '2a' }),
      page('2-two/10-c.md', { title: '2c' }),
      page('1-one/01-a.md', { title: '1a' }),
    ])
    expect(talks.map(({ number, title }) => `${number} ${title}`)).toEqual([
      '1 One',
      '2 Two',
      '3 Ten',
    ])
    expect(
      talks.map(({ chapters }) =>
        chapters.map(({ number, title }) => `${number} ${title}`),
      ),
    ).toEqual([['1 1a'], ['1 2a', '2 2b', '10 2c'], []])
  })

  test('leaves out what is no talk, whatever its front matter', () => {
    const pages = [page('2025-post.md'), page('index.md'), page('blog/a.md')]
    expect(gatherTalks(pages.map((each) => ({ ...each, data: {} })))).toEqual(
      [],
    )
  })

  test('knows a chapter’s address, file and steps', () => {
    const body = '## First `one`\n\n```\n## Code\n```\n\n## Second\n'
    const [talk] = gatherTalks([
      page('1-one/index.md'),
      page('1-one/01-a-2.md', { stage: 'tokens' }, body),
    ])
    expect(talk!.chapters).toEqual([
      {
        ...CHAPTER,
        stage: 'tokens',
        file: './content/1-one/01-a-2.md',
        url: '/1-one/01-a-2.md/',
        number: 1,
        steps: [
          { id: 'first-one', title: 'First one' },
          { id: 'second', title: 'Second' },
        ],
      },
    ])
  })

  test('plans what is announced and not yet written', () => {
    const coming = { '01-a': 'A', '02-b': 'B', '03-c': 'C' }
    const [talk] = gatherTalks([page('1-one/index.md', { coming })])
    expect(talk!.planned).toEqual(['A', 'C'])
  })
})

describe('paths and neighbours', () => {
  const talks = gatherTalks([
    page('1-one/index.md'),
    page('1-one/01-a.md', {}, '## First\n'),
    page('1-one/02-b.md'),
    page('1-one/in-forty.md', path(40)),
    page('1-one/in-ten.md', path(10)),
    page('1-one/reference.md'),
    page('2-two/index.md'),
    page('2-two/01-c.md'),
    page('3-three/index.md'),
  ])

  test('a path is no page beside the chapters; the shortest comes first', () => {
    const [talk] = talks
    expect(talk!.paths.map(({ url }) => url)).toEqual([
      '/1-one/in-ten.md/',
      '/1-one/in-forty.md/',
    ])
    expect(talk!.asides.map(({ url }) => url)).toEqual(['/1-one/reference.md/'])
  })

  test.each([
    ['1-one/index.md', undefined, '1-one/01-a.md'],
    ['1-one/01-a.md', '1-one/index.md', '1-one/02-b.md'],
    ['1-one/02-b.md', '1-one/01-a.md', '2-two/index.md'],
    ['2-two/index.md', '1-one/02-b.md', '2-two/01-c.md'],
    ['2-two/01-c.md', '2-two/index.md', '3-three/index.md'],
    ['3-three/index.md', '2-two/01-c.md', undefined],
    ['1-one/in-ten.md', undefined, undefined],
  ])('beside %s stand %s and %s', (name, previous, next) => {
    const here = placeOf(talks, `/${name}/`)
    const urls = [here.previous?.url, here.next?.url]
    expect(urls).toEqual([previous, next].map((other) => other && `/${other}/`))
    expect(here.talk!.url).toBe(`/${name.split('/')[0]}/index.md/`)
  })
})

describe('wrong front matter stops the build, and names file and field:', () => {
  test.each([
    ['1-one/index.md', { title: undefined }, 'title'],
    ['1-one/index.md', { speaker: '' }, 'speaker'],
    ['1-one/index.md', { strip: 'nosuchstrip' }, 'strip'],
    ['1-one/index.md', { coming: 'x' }, 'coming'],
    ['1-one/index.md', { coming: { '01-a': 1 } }, 'coming.01-a'],
    ['1-one/01-a.md', { title: 5 }, 'title'],
    ['1-one/01-a.md', { description: undefined }, 'description'],
    ['1-one/01-a.md', { able: [] }, 'able'],
    ['1-one/01-a.md', { able: ['x', ''] }, 'able.1'],
    ['1-one/01-a.md', { minutes: { read: 5 } }, 'minutes.present'],
    ['1-one/01-a.md', { minutes: { read: '5', present: 1 } }, 'minutes.read'],
    ['1-one/01-a.md', { sources: { A: 'no address' } }, 'sources.A'],
  ])('%s with %j', (name, data, field) => {
    const pages = [page('1-one/index.md'), page('1-one/01-a.md')]
    const wrong = page(name, data)
    const all = pages.map((each) =>
      each.inputPath === wrong.inputPath ? wrong : each,
    )
    const start = `content/${name}: the front matter’s “${field}” is not right: `
    expect(() => gatherTalks(all)).toThrow(start)
    expect(() => gatherTalks(all)).toThrow('explained in CONTRIBUTING.md')
  })
})

test.each([
  ['./content/1-one/index.md', undefined, '/one/index.html'],
  ['./content/1-one/02-a-b.md', '/elsewhere/', '/one/a-b/index.html'],
  ['./content/2025.md', '2025/x/index.html', '2025/x/index.html'],
  ['./content/2025.md', undefined, undefined],
  ['./content/2025.md', false, false],
])('the permalink of %s with its own %j is %j', (inputPath, own, expected) => {
  expect(permalink({ page: { inputPath }, permalink: own })).toBe(expected)
})
