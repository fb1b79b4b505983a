/** One HTML document of pieces that were taken from pages. */
import { readFile } from 'node:fs/promises'
import { escape } from '../../figures/escape.ts'

export interface Sheet {
  title: string
  language: string
  /** Style sheets as the pages have them. */
  styles: readonly string[]
  /** The sheet of ours that comes on top, a file of this folder. */
  own: 'slides.css' | 'handout.css'
  /** Custom properties of the root, and its classes. */
  properties: Readonly<Record<string, string>>
  classes: string
  theme: 'light' | 'dark'
  /** The body’s class. */
  kind: string
  body: string
}

export async function documentOf(sheet: Sheet): Promise<string> {
  const own = await Promise.all(
    ['letters.css', sheet.own].map((file) =>
      readFile(`src/commands/export/${file}`, 'utf8'),
    ),
  )
  const styles = [...new Set(sheet.styles)].map((style) =>
    // Nobody waits for the first paint here, so all faces come.
    style.replaceAll('font-display:optional', 'font-display:block'),
  )
  const values = Object.entries(sheet.properties).map(
    ([name, value]) => `${name}:${value};`,
  )
  return `<!doctype html>
<html lang="${escape(sheet.language)}" class="${sheet.classes}" data-theme="${sheet.theme}">
<head>
<meta charset="utf-8">
<title>${escape(sheet.title)}</title>
${styles.map((style) => `<style>${style}</style>`).join('\n')}
<style>:root{${values.join('')}}
${own.join('\n')}</style>
</head>
<body class="${sheet.kind}">
<main id="main">${sheet.body}</main>
</body>
</html>`
}
