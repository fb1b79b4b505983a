/**
 * `npm run picture`: draws the trip report's picture into `images/`.
 *
 * 1. The figure gives the markup, the same as on the pages.
 * 2. `night.css` and `tokens.css` give the colours of the dark theme, brought
 *    down to plain values: not every viewer knows `light-dark()`, `var()` or
 *    `oklch()`, and a picture that stands alone must look right in all of them.
 * 3. Chromium shows that very file and takes the PNG.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { transform } from 'esbuild'
import { chromium } from 'playwright'
import { newYearNight } from '../figures/new-year-night.ts'
import { chromiumArguments, findChromium } from './chromium.ts'

const NAME = 'images/a-wasm-new-year'
const SIZE = { width: 1600, height: 900 }
const TITLE =
  'New Year’s night over Munich: above the two domes of the Frauenkirche, ' +
  'fireworks whose sparks are the bytes 00 61 73 6d'
const FACE =
  'node_modules/@fontsource-variable/jetbrains-mono/files/' +
  'jetbrains-mono-latin-wght-normal.woff2'

type Values = Map<string, string>

interface Rule {
  selectors: string[]
  declarations: [property: string, value: string][]
}

export async function main(): Promise<number> {
  const tokens = await readFile('src/styles/tokens.css', 'utf8')
  const night = await readFile('src/styles/night.css', 'utf8')
  const style = await plainColours(darkStyle(night, tokens))
  const markup = newYearNight({ ...SIZE, crop: 'full', title: TITLE })
  const picture = markup.replace('<defs>', `<style>${style}</style><defs>`)
  await mkdir('images', { recursive: true })
  await writeFile(`${NAME}.svg`, `${picture}\n`)
  const png = await photograph(picture)
  await writeFile(`${NAME}.png`, png)
  process.stdout.write(
    `${NAME}.svg ${kilobytes(Buffer.byteLength(picture))}, ` +
      `${NAME}.png ${kilobytes(png.length)}\n`,
  )
  return 0
}

function kilobytes(bytes: number): string {
  return `${Math.round(bytes / 1000)} kB`
}

async function photograph(picture: string): Promise<Buffer> {
  const face = await readFile(FACE, 'base64')
  const browser = await chromium.launch({
    executablePath: await findChromium(),
    args: chromiumArguments,
  })
  try {
    const page = await browser.newPage({ viewport: SIZE })
    await page.setContent(
      `<style>@font-face{font-family:'JetBrains Mono';font-weight:100 800;` +
        `src:url(data:font/woff2;base64,${face})}body{margin:0}` +
        `svg{display:block}</style>${picture}`,
    )
    await page.evaluate('document.fonts.ready')
    return await page.screenshot({ type: 'png' })
  } finally {
    await browser.close()
  }
}

/** The picture's rules as the dark theme has them, without any `var()`. */
function darkStyle(night: string, tokens: string): string {
  const shared = values(rulesOf(tokens).flatMap((rule) => rule.declarations))
  const rules = rulesOf(night).filter((rule) => rule.selectors[0] !== '.night')
  const hues = new Map<string, Values>()
  for (const { selectors, declarations } of rules) {
    const own = values(declarations)
    for (const hue of own.size > 0 ? selectors : []) {
      hues.set(hue, new Map([...(hues.get(hue) ?? shared), ...own]))
    }
  }
  return rules
    .flatMap((rule) => [
      plainRule(rule, shared),
      ...[...hues].map(([hue, known]) => hueRule(rule, hue, known)),
    ])
    .join('\n')
}

/** What a rule says for all hues. */
function plainRule({ selectors, declarations }: Rule, known: Values): string {
  const body = declarations
    .filter(([name, value]) => !name.startsWith('--') && !ofHue(value))
    .map(([name, value]) => `${name}:${resolve(value, known)}`)
  return `${selectors.join()}{${body.join(';')}}`
}

/** What a rule says for one hue: in a burst of it, and of the burst itself. */
function hueRule(
  { selectors, declarations }: Rule,
  hue: string,
  known: Values,
): string {
  const body = declarations
    .filter(([name, value]) => !name.startsWith('--') && ofHue(value))
    .map(([name, value]) => `${name}:${resolve(value, known)}`)
  const places = selectors.map((one) => `${hue} ${one},${hue}${one}`)
  return `${places.join()}{${body.join(';')}}`
}

function ofHue(value: string): boolean {
  return value.includes('var(--night-')
}

function rulesOf(sheet: string): Rule[] {
  const flat = sheet
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/@layer [^{;]*[{;]/g, '')
  return Array.from(flat.matchAll(/([^{}]+)\{([^{}]*)\}/g), (match) => ({
    selectors: match[1]!.split(',').map((selector) => selector.trim()),
    declarations: match[2]!
      .split(';')
      .map((declaration) => declaration.split(/:(.*)/s))
      .filter((parts) => parts.length > 1)
      .map(([property, value]) => [property!.trim(), value!.trim()]),
  }))
}

function values(declarations: Rule['declarations']): Values {
  return new Map(declarations.filter(([property]) => property.startsWith('--')))
}

/** A value as the dark theme has it; `known` says what the properties are. */
function resolve(value: string, known: Values): string {
  const inserted = value.replaceAll(/var\((--[\w-]+)\)/g, (_, name: string) => {
    const found = known.get(name)
    if (found === undefined) throw new Error(`No style sheet says ${name}.`)
    return resolve(found, known)
  })
  // One level of parentheses is enough: colours hold numbers only.
  return inserted.replaceAll(
    /light-dark\(\s*(?:[^(),]|\([^()]*\))+,\s*((?:[^(),]|\([^()]*\))+?)\s*\)/g,
    '$1',
  )
}

/** esbuild knows how to say `oklch()` in the colours that all viewers have. */
async function plainColours(style: string): Promise<string> {
  const { code } = await transform(style, {
    loader: 'css',
    minify: true,
    // From before `#rrggbbaa`, which some viewers still take for no colour.
    target: 'chrome60',
  })
  return code
    .trim()
    .replaceAll(/(?<=[;{])[\w-]+:(?:oklch|color)\([^)]*\);?/g, '')
}
