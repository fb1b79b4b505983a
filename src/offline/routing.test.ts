/** Which requests the worker has a say in, and where their answers come from. */
import { expect, test } from 'vitest'
import type { Listed } from './list.ts'
import { pathOf, routeOf } from './routing.ts'

const ROOT = 'https://host.example/sub/path/'
const GET = { method: 'GET', isPart: false }

test.each([
  ['', ''],
  ['?present#step', ''],
  ['talk/?present#step/2', 'talk/'],
  ['assets/x.js?1', 'assets/x.js'],
])('%s is its own', (rest, path) => {
  expect(pathOf({ ...GET, url: ROOT + rest }, ROOT)).toBe(path)
})

test.each([
  ['another site', { ...GET, url: 'https://huggingface.co/x' }],
  ['another port', { ...GET, url: 'https://host.example:8080/sub/path/' }],
  ['what lies beside', { ...GET, url: 'https://host.example/sub/' }],
  ['a model', { ...GET, url: `${ROOT}models/ID/resolve/main/x.bin` }],
  ['a part', { ...GET, isPart: true, url: `${ROOT}assets/x.wasm` }],
  ['what is sent', { ...GET, method: 'POST', url: ROOT }],
  ['a question', { ...GET, method: 'HEAD', url: ROOT }],
])('%s goes its way', (_, asked) => {
  expect(pathOf(asked, ROOT)).toBeUndefined()
})

const PAGE: Listed = ['talk/index.html', 'p', 1]
const HOME: Listed = ['index.html', 'h', 1]
const SCRIPT: Listed = ['assets/x-1.js', 's', 1]
const FILES = new Map([PAGE, HOME, SCRIPT].map((file) => [file[0], file]))

test.each([
  ['', true, { to: 'listed', file: HOME }],
  ['talk/', true, { to: 'listed', file: PAGE }],
  ['talk/', false, { to: 'listed', file: PAGE }],
  ['talk/index.html', true, { to: 'listed', file: PAGE }],
  ['talk', true, { to: 'folder' }],
  ['assets/x-1.js', false, { to: 'listed', file: SCRIPT }],
  ['assets/x-0.js', false, { to: 'other version', path: 'assets/x-0.js' }],
  ['outward/y-0.js', false, { to: 'other version', path: 'outward/y-0.js' }],
  ['no/where/', true, { to: 'unknown page' }],
  ['feed.xml', false, { to: 'network' }],
  ['following.json', false, { to: 'network' }],
])('"%s" (a page: %s)', (path, isNavigation, route) => {
  expect(routeOf(path, isNavigation, FILES)).toEqual(route)
})
