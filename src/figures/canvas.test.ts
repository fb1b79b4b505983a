/** An image as markup: its size, its name, and none as yet. */
import { expect, test } from 'vitest'
import { canvasMarkup } from './canvas.ts'

const SIZE = { width: 320, height: 200 }

test('the first frame stands there, with its size and its name', () => {
  const markup = canvasMarkup('/a.png?x&y', SIZE, 'A "night"')
  const [, image] = /^<figure class="canvas"[^>]*><img ([^>]*)>/.exec(markup)!
  expect(image).toContain('src="/a.png?x&amp;y" width="320" height="200"')
  expect(image).toContain(
    'alt="What “A &quot;night&quot;” draws, 320 × 200 pixels"',
  )
  expect(markup).toContain('role="status">The first frame.</span>')
  expect(markup).toMatch(/<button [^>]*data-act="animate" disabled>/)
})

test('without one, it is hidden and says nothing', () => {
  const markup = canvasMarkup('', SIZE, 'Night')
  expect(markup).toMatch(
    /^<figure [^>]* hidden><canvas width="320" height="200">/,
  )
  expect(markup).toContain('role="status"></span>')
  expect(markup).not.toContain('src=')
})
