/** What every page knows of the site: its names, its address, its tools. */
import { createRequire } from 'node:module'

const require = createRequire(`${process.cwd()}/package.json`)
const { devDependencies: tools, description } = require(
  `${process.cwd()}/package.json`,
) as { devDependencies: Record<string, string>; description: string }

/**
 * Where the site is published, for canonical addresses, feed and sitemap;
 * pages link to each other relatively and work anywhere.
 */
const published = new URL(
  process.env['SITE_URL'] ?? 'https://a-wasm-new-year.example/',
)

export const site = {
  title: 'A Wasm New Year',
  description,
  language: 'en',
  author: 'The makers of A Wasm New Year',
  origin: published.origin,
  /** `/`, or the folder that the site is published in. */
  pathPrefix: published.pathname.replace(/\/*$/, '/'),
  picture: '/images/a-wasm-new-year.png',
  tools: { node: process.versions.node, ...tools },
}
