/** The steps of a path, cut out of what the chapters' Markdown has become. */
import { expect, test } from 'vitest'
import { pathSteps } from './path-steps.ts'
import type { Path, PickedStep } from './paths.ts'
import type { Chapter } from './talks.ts'

const FIRST = `<p>Before.</p>
<section class="step" id="one" data-presses="2" data-minutes="1.5" data-skippable>
<div class="slide">
<h2 tabindex="-1">One</h2>
<p class="speaker-note" hidden>The chapter’s own.</p>
<p>See <a href="#two">two</a>, <a href="#three/1">three</a> and <a href="02-second.md#x">x</a>.</p>
<figure data-key="a-1"><section>inner</section></figure>
</div>
</section>
<section class="step" id="two">
<h2>Two</h2>
</section>
`
const SECOND = `<section class="step" id="three" data-minutes="3">
<h2>Three</h2>
<p id="part">Part</p>
</section>
<section class="step" id="four">
<h2>Four</h2>
<figure data-key="a-1"></figure>
</section>
`
const CONTENTS: Record<string, string> = { first: FIRST, second: SECOND }

function pick(
  file: 'first' | 'second',
  id: string,
  minutes: number,
  note?: string,
): PickedStep {
  const number = file === 'first' ? 1 : 2
  const chapter = { file, url: `/talk/${file}/`, title: `The ${file}`, number }
  return {
    id,
    title: id,
    minutes,
    note,
    chapter: chapter as Chapter,
    place: `path.md:${minutes}`,
  }
}

function html(...steps: PickedStep[]): string {
  return pathSteps({ steps } as unknown as Path, (file) => CONTENTS[file]!)
}

test('steps come whole, in the path’s order, and nothing else does', () => {
  const out = html(pick('second', 'three', 2), pick('first', 'one', 1))
  expect(out.match(/id="(?:one|two|three|four)"/g)).toEqual([
    'id="three"',
    'id="one"',
  ])
  expect(out).toContain('<section>inner</section>')
  expect(out).not.toContain('Before.')
  expect(out.match(/<section/g)).toHaveLength(3)
  expect(out.match(/<\/section>/g)).toHaveLength(3)
})

test('minutes are the path’s; what the chapter marks stays', () => {
  const out = html(pick('first', 'one', 0.5), pick('first', 'two', 4))
  expect(out).toContain(
    '<section class="step" id="one" data-presses="2" data-skippable data-minutes="0.5">',
  )
  expect(out).toContain('<section class="step" id="two" data-minutes="4">')
})

test('a note stands before those of the chapter', () => {
  const note = 'You skipped $& <all>.'
  const out = html(pick('first', 'one', 1, note), pick('first', 'two', 1))
  const notes = [...out.matchAll(/<p class="speaker-note" hidden>(.*?)<\/p>/g)]
  expect(notes.map(([, text]) => text)).toEqual([
    'You skipped $&amp; &lt;all&gt;.',
    'The chapter’s own.',
  ])
})

test('each step says where it stands in its chapter', () => {
  expect(html(pick('second', 'four', 1))).toContain(
    'From chapter 2: <a href="/talk/second/#four">The second</a>',
  )
})

test('a link within the chapter leads there, unless the path has its step', () => {
  const alone = html(pick('first', 'one', 1))
  expect(alone).toContain('<a href="/talk/first/#two">two</a>')
  expect(alone).toContain('<a href="/talk/first/#three/1">three</a>')
  expect(alone).toContain('<a href="02-second.md#x">x</a>')
  const both = html(pick('first', 'one', 1), pick('first', 'two', 1))
  expect(both).toContain('<a href="#two">two</a>')
})

test('the same program in two steps stops the build', () => {
  expect(() =>
    html(pick('first', 'one', 1), pick('second', 'four', 2)),
  ).toThrow(
    'path.md:2: “four” and “one” have the same in them (a-1). Pick one of the two',
  )
})
