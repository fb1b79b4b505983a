import { expect, test } from 'vitest'
import { between, eachTag, mapTags, type Tag } from './markup.ts'

test('tags are read with their attributes, in any quotes, and written back', () => {
  const seen: Tag[] = []
  const html = `<p>1 &lt; 2</p><a-b hidden data-x='{"a":"&amp;>"}' id="c"><br/></a-b>`
  eachTag(html, (tag) => seen.push(tag))
  expect(seen.map(({ name }) => name)).toEqual(['p', 'a-b', 'br'])
  const [, element] = seen
  expect(element!.names).toEqual(['hidden', 'data-x', 'id'])
  expect(element!.get('data-x')).toBe('{"a":"&>"}')
  expect(element!.has('hidden')).toBe(true)
  expect(mapTags(html, (tag) => tag.markup)).toBe(
    '<p>1 &lt; 2</p><a-b hidden data-x="{&quot;a&quot;:&quot;&amp;&gt;&quot;}" id="c"><br/></a-b>',
  )
})

test('what is written into an attribute is read back as it was', () => {
  const html = mapTags('<p>', (tag) => {
    tag.set('title', `"it’s" <&> '`)
    return tag.markup
  })
  eachTag(html, (tag) => expect(tag.get('title')).toBe(`"it’s" <&> '`))
})

test('a layout that has changed is told by what is missing', () => {
  expect(between('a<b>c</b>', '<b>', '</b>')).toBe('<b>c')
  expect(() => between('a<b>c', '<b>', '</b>')).toThrow('No </b> in the page')
  expect(() => between('</b>', '<b>', '</b>')).toThrow('No <b> in the page')
})
