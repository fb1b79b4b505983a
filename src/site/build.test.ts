/**
 * The whole build from outside: a copy of the project, with posts that somebody
 * else wrote and with mistakes, built by the command that `npm run build` runs.
 */
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { copyProject } from '../commands/copy-project.ts'

const POST = `---
layout: layouts/post.njk
title: Hello from elsewhere
author: Somebody Else
date: 2025-02-03
permalink: 2025/02/03/hello/index.html
tags: [Work, Other]
---

# Level 1

## Level 2

### Level 3

#### Level 4

##### Level 5

###### Level 6

A [link home](/), a [dead link](/nowhere/), a [missing file](../missing.md), a
[broken](/100%/) one, and [another site](https://example.com/).

![A picture](/images/favicon.svg)

*Emphasis*, **more**, \`{{ code }}\`, {{ mustache }} and {% tag %} stay.

\`\`\`ts
const ts: string = '{{ mustache }} {% tag %}'
\`\`\`

\`\`\`python
def python(): return 1
\`\`\`

\`\`\`nosuchlanguage
<b>{{ unknown }}</b>
\`\`\`

\`\`\`
<b>no language</b>
\`\`\`

\`\`\`ts src/nowhere.ts {1}
quoted from their own project
\`\`\`

| Left | Right |
| ---- | ----: |
| a    |     1 |

<details><summary>Raw</summary>HTML</details>

<their-element>

In it.

</their-element>
`

const CHAPTER = `---
layout: layouts/chapter.njk
title: Wrong
description: A chapter with a mistake.
able: [Find it]
builds: Nothing
minutes: { read: 1, present: 1 }
recap: [It was wrong]
sources: { Source: 'https://example.org/' }
---

## A step

`

/** The body's line 1 is this one of the file. */
const BODY = CHAPTER.split('\n').length
const CHAPTER_FILE = 'content/1-compiling/99-wrong.md'

const PATH = `---
layout: layouts/path.njk
title: Shortly
description: Two steps of two chapters.
minutes: 2
steps:
  - { chapter: from-text-to-tokens, step: characters-say-nothing, minutes: 1.5 }
  - { chapter: 01-one-line-one-function, step: dividing-by-zero, minutes: 0.5 }
recap: [It was short]
---
`
const PATH_FILE = 'content/1-compiling/shortly.md'

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'build-'))
  await copyProject(folder)
  await cp('content', path.join(folder, 'content'), { recursive: true })
  // Chapters that take long to bake are announced, and built with the site; so
  // are paths, which pick steps from them.
  for (const [talk, slow] of [
    ['content/1-compiling', /^(?:0[3-9]|1|in-)/],
    ['content/2-inference', /^(?:\d|in-)/],
  ] as const) {
    for (const file of await readdir(path.join(folder, talk))) {
      if (slow.test(file)) await rm(path.join(folder, talk, file))
    }
  }
})
afterAll(() => rm(folder, { recursive: true }))

interface Run {
  status: number
  said: string
}

/** Runs Node in the copy. */
function node(
  words: string[],
  environment: Record<string, string> = {},
): Promise<Run> {
  const { SITE_URL: _, ...rest } = process.env
  const options = { cwd: folder, env: { ...rest, ...environment } }
  return new Promise((resolve) => {
    execFile(process.execPath, words, options, (error, stdout, stderr) => {
      const status = error ? Number(error.code ?? 1) : 0
      resolve({ status, said: stdout + stderr })
    })
  })
}

function build(environment?: Record<string, string>): Promise<Run> {
  return node(['src/commands/command.js', 'build'], environment)
}

/** Does something while files are there that the project has not. */
async function withFiles<T>(
  files: Record<string, string>,
  act: () => Promise<T>,
): Promise<T> {
  const paths = Object.keys(files).map((name) => path.join(folder, name))
  for (const [index, text] of Object.values(files).entries()) {
    await writeFile(paths[index]!, text)
  }
  try {
    return await act()
  } finally {
    for (const file of paths) await rm(file)
  }
}

function built(file: string): Promise<string> {
  return readFile(path.join(folder, '_site', file), 'utf8')
}

/** Addresses in a page, of its sheet too. */
function addresses(html: string): string[] {
  const found = html.matchAll(/\b(?:href|src|import)="([^"]*)"|url\(([^)]*)\)/g)
  return [...found].map(([, address, face]) => (address ?? face)!)
}

const POST_FILE = 'content/2025-02-03-hello.md'
const POST_URL = '2025/02/03/hello/'

describe('a post that somebody else wrote, and a short chapter', () => {
  let run: Run
  let html: string
  let main: string

  beforeAll(async () => {
    const short = `${CHAPTER}Too few words.\n`
    const files = {
      [POST_FILE]: POST,
      [CHAPTER_FILE]: short,
      [PATH_FILE]: PATH,
    }
    run = await withFiles(files, () => build())
    html = await built(`${POST_URL}index.html`)
    main = /<main.*<\/main>/s.exec(html)![0]
  })

  test('builds, with a warning for each dead link', () => {
    expect(run.status).toBe(0)
    const warned = [
      ...run.said.matchAll(/hello\.md: warning: dead link to (.*)/g),
    ]
    expect(warned.map(([, target]) => target)).toEqual([
      '../../../../nowhere/',
      '../missing.md',
      '../../../../100%25/',
    ])
  })

  test('comes with our own chapters, of which the build has only good to say', () => {
    const said = run.said.replaceAll(/^.*99-wrong.*$/gm, '')
    expect(said).not.toMatch(/content\/\d-\S+: warning:/)
    const sums = [...said.matchAll(/something to do in (\d+) of (\d+) steps/g)]
    expect(sums.length).toBeGreaterThan(1)
    for (const [, active, steps] of sums) {
      expect(Number(active) / Number(steps)).toBeGreaterThanOrEqual(0.9)
    }
  })

  test('has its title, author, date and headings', () => {
    expect(html).toMatch(/<title>Hello from elsewhere\b/)
    expect(main).toContain('Somebody Else')
    expect(main).toContain('3 February 2025</time>')
    for (const level of [1, 2, 3, 4, 5, 6]) {
      expect(main).toContain(`>Level ${level}</h${level}>`)
    }
  })

  test('keeps what looks like a template', () => {
    expect(main).toContain('<code>{{ code }}</code>')
    expect(main).toContain('{{ mustache }} and {% tag %} stay.')
    expect(main.replaceAll(/<[^>]*>/g, '')).toContain(
      "'{{ mustache }} {% tag %}'",
    )
  })

  test('has its code, in colour where the language is known', () => {
    const listings = main.match(/<pre.*?<\/pre>/gs)!
    const text = listings.map((listing) => listing.replaceAll(/<[^>]*>/g, ''))
    expect(text).toEqual([
      expect.stringMatching(/^const ts: string = /),
      'def python(): return 1',
      expect.stringMatching(/b>\{\{ unknown \}\}/),
      expect.stringMatching(/b>no language/),
      'quoted from their own project',
    ])
    expect(main).not.toContain('<b>')
    const coloured = listings.map((listing) => listing.includes('tok-'))
    expect(coloured).toEqual([true, true, false, false, false])
  })

  test('has its table and its own HTML', () => {
    expect(main).toContain('<td class="align-right">1</td>')
    expect(main).toContain('<details><summary>Raw</summary>HTML</details>')
    expect(main).toMatch(
      /<their-element>\s*<p>In it\.<\/p>\s*<\/their-element>/,
    )
  })

  test('shows its picture', async () => {
    const [, address] = /<img[^>]*\bsrc="([^"]*)"/.exec(main)!
    const { pathname } = new URL(address!, `https://site.invalid/${POST_URL}`)
    expect(await built(pathname)).toBe(
      await readFile('images/favicon.svg', 'utf8'),
    )
  })

  test('fits the policy: no inline style, no inline script', () => {
    expect(html).not.toMatch(/\sstyle=/)
    expect(html).not.toMatch(/<script(?![^>]*\bsrc=)/)
    expect(html).not.toMatch(/\son\w+=/)
  })

  test('is in feed, sitemap and llms.txt', async () => {
    for (const file of ['feed.xml', 'sitemap.xml', 'llms.txt']) {
      expect(await built(file)).toContain(`/${POST_URL}`)
    }
  })

  test('a path has steps as chapters have them, under the same keys', async () => {
    const page = await built('compiling/shortly/index.html')
    const ids = page.matchAll(/<section class="step[^>]* id="([^"]+)"/g)
    expect([...ids].map(([, id]) => id)).toEqual([
      'characters-say-nothing',
      'dividing-by-zero',
      'recap',
    ])
    const chapter = await built('compiling/one-line-one-function/index.html')
    const [key] = /data-key="[^"]+"/.exec(
      chapter.slice(chapter.indexOf('id="dividing-by-zero"')),
    )!
    expect(page).toContain(key)
    const talk = await built('compiling/index.html')
    expect(talk).toMatch(/href="shortly\/\?present#opening"[^>]*>in 2 minutes</)
    expect(talk.slice(talk.indexOf('Beside them:'))).not.toContain('Shortly')
    for (const file of ['sitemap.xml', 'llms.txt']) {
      expect(await built(file)).toContain('/compiling/shortly/')
    }
  })

  test('what is counted in the chapter warns, and does not stop the build', () => {
    const step = `${CHAPTER_FILE}:${BODY - 2}: warning:`
    expect(run.said).toContain(
      `${step} this step has 3 words, and 40 are the least that say why and how.`,
    )
    expect(run.said).toContain(`${step} this step has no planned minutes,`)
    expect(run.said).toContain(
      `${CHAPTER_FILE}: something to do in 0 of 1 step, 3 words, 0 minutes to present`,
    )
  })
})

test('the site works in a folder of a host, and without our own post', async () => {
  const SITE_URL = 'https://example.org/sub/path/'
  const files = await readdir(path.join(folder, 'content'))
  const name = files.find((file) => /^2024-.*\.md$/.test(file))!
  const report = path.join(folder, 'content', name)
  const text = await readFile(report, 'utf8')
  await rm(report)
  const run = await withFiles({ [POST_FILE]: POST }, () => build({ SITE_URL }))
  await writeFile(report, text)
  expect(run.status).toBe(0)
  expect(await built('index.html')).toContain(`href="${POST_URL}"`)
  expect(existsSync(path.join(folder, '_site/2024'))).toBe(false)

  const post = await built(`${POST_URL}index.html`)
  expect(post).toContain(`<link rel="canonical" href="${SITE_URL}${POST_URL}">`)
  for (const file of ['feed.xml', 'sitemap.xml', 'llms.txt']) {
    expect(await built(file)).toContain(SITE_URL + POST_URL)
  }
  expect(await built('robots.txt')).toContain(`${SITE_URL}sitemap.xml`)

  const pages = (await readdir(path.join(folder, '_site'), { recursive: true }))
    // A sandbox is no page that anybody goes to.
    .filter((file) => /(?<!sandbox\/)index\.html$/.test(file))
    .map((file) => [file, path.dirname(file)] as const)
  expect(pages.length).toBeGreaterThan(3)
  for (const [file, url] of pages) {
    const own = addresses(await built(file)).filter(
      (address) => !address.startsWith('https:'),
    )
    for (const address of own) {
      expect(address, file).not.toMatch(/^\/|sub\/path/)
    }
    expect(await built(file)).toContain(
      `href="${SITE_URL}${url === '.' ? '' : `${url}/`}"`,
    )
  }

  const missing = addresses(await built('404.html')).filter(
    (address) => !/^(?:#|https:)/.test(address),
  )
  expect(missing.length).toBeGreaterThan(5)
  for (const address of missing) {
    expect(address).toMatch(/^\/sub\/path\/(?!sub\/)/)
    const file = address.slice('/sub/path'.length).replace(/\/$/, '/index.html')
    expect(existsSync(path.join(folder, '_site', file)), address).toBe(true)
  }
})

test.each([
  [
    'dead links',
    '[gone](/nowhere/)\n[gone](01-one-line-one-function.md#nowhere)',
    [
      `${CHAPTER_FILE}: ../../nowhere/`,
      'Mend the address',
      `${CHAPTER_FILE}: ../one-line-one-function/#nowhere`,
      'Mend the address, or the heading it names.',
    ],
  ],
  [
    'a wrong quotation',
    'Words.\n\n```ts src/figures/escape.ts\nexport function escaped()\n```',
    [
      `${CHAPTER_FILE}:${BODY + 2}: src/figures/escape.ts does not say this (line 1 of the quotation: “export function escaped()”).`,
      'Copy the lines from the source again.',
    ],
  ],
])('%s in a chapter: the build is stopped', async (_, body, problems) => {
  const files = { [CHAPTER_FILE]: `${CHAPTER}${body}\n` }
  const { status, said } = await withFiles(files, () => build())
  expect(status).toBe(1)
  for (const problem of problems) expect(said).toContain(problem)
})

test('a mistake in a step is told of its chapter, not of the path', async () => {
  const body = `${CHAPTER}\`\`\`ts src/figures/escape.ts\nnothing\n\`\`\`\n`
  const wrong = PATH.replace('01-one-line-one-function', 'wrong')
  const files = {
    [CHAPTER_FILE]: body,
    [PATH_FILE]: wrong.replace('dividing-by-zero', 'a-step'),
  }
  const { status, said } = await withFiles(files, () => build())
  expect(status).toBe(1)
  expect(said).toContain(`${CHAPTER_FILE}:${BODY}: src/figures/escape.ts`)
})

test('who imports what they may not is told which door to use', async () => {
  const FORBIDDEN: Record<string, [imported: string, message: string]> = {
    'src/examplescript/wrong.ts': [
      '../figures/escape.ts',
      'The compiler imports nothing but its own files',
    ],
    'src/figures/wrong.ts': ['node:fs', 'Figures import nothing'],
    'src/roll/wrong.ts': ['../engines/engine.ts', 'Who calls the roll imports'],
    'src/binaryen/wrong.ts': [
      '../site/place.ts',
      'The Binaryen room knows its library and fetching.ts only',
    ],
    'src/engines/wrong.ts': ['../site/place.ts', 'An engine knows engine.ts'],
    'src/storyteller/wrong.ts': [
      '../engines/engine.ts',
      'The storyteller imports nothing of ours',
    ],
    'src/islands/token-view/wrong.ts': [
      '../runnable-program/runnable-program.ts',
      'An island never imports another island',
    ],
    'src/islands/token-view/wrong-door.ts': [
      '../../examplescript/scan.ts',
      'Use the compiler’s door',
    ],
    'src/islands/wrong.ts': ['node:fs', 'This runs in browsers'],
    'src/deck/wrong.ts': [
      '../islands/island.ts',
      'The deck knows no room of ours',
    ],
    'src/site/wrong.ts': [
      '../islands/island.ts',
      'The site never imports an island or the deck',
    ],
  }
  const files = Object.entries(FORBIDDEN).map(([file, [imported]]) => [
    file,
    `export * as wrong from '${imported}'\n`,
  ])
  const { status, said } = await withFiles(Object.fromEntries(files), () =>
    node(['node_modules/oxlint/bin/oxlint', '--format=json', 'src']),
  )
  expect(status).toBe(1)
  const { diagnostics } = JSON.parse(said) as {
    diagnostics: { filename: string; help?: string; message: string }[]
  }
  for (const [file, [, message]] of Object.entries(FORBIDDEN)) {
    const words = diagnostics
      .filter(({ filename }) => filename === file)
      .map(({ help, message: own }) => `${own} ${help}`.replaceAll("'", '’'))
    expect(words.join('\n'), file).toContain(message)
  }
})
