/**
 * Eleventy, configured: the way from `content/` to `_site/`.
 *
 * 1. Before the build: scripts and styles are bundled, grammars loaded, and
 *    Binaryen started, with which programs in chapters are compiled and run.
 * 2. Markdown becomes pages: `markdown.ts` lists the syntaxes. What only comes
 *    asynchronously, from Binaryen's tools and from AssemblyScript's compiler,
 *    is made before.
 * 3. Talks and chapters are gathered for lists, neighbours and contents.
 * 4. Links become relative, so that the folder works under any address.
 * 5. Pictures get their size, and lighter formats beside the original.
 * 6. Feed, sitemap, `llms.txt`, the service worker and `_headers` are written.
 * 7. After the build: what hosts must send is written down, every inner link
 *    is followed, and a dead one stops the build; what was counted is said.
 */
import { rm } from 'node:fs/promises'
import {
  HtmlBasePlugin,
  InputPathToUrlTransformPlugin,
  type UserConfig,
} from '@11ty/eleventy'
import { modelsOf } from '../engines/webllm-records.ts'
import { newYearNight, type Crop } from '../figures/new-year-night.ts'
import { buildAssets, type Assets } from './assets.ts'
import { BakedScripts } from './baked-scripts.ts'
import { openBakery } from './bakery.ts'
import { Report } from './counted.ts'
import { readCalled } from './called.ts'
import { checkLinks } from './dead-links.ts'
import { createListings } from './highlight.ts'
import { relativeLinks } from './links.ts'
import { lists } from './lists.ts'
import { markdown } from './markdown.ts'
import { readCheckpoints, storytellerBytes } from './models.ts'
import { writePictures } from './pictures.ts'
import { Policies } from './policies.ts'
import { writeServiceWorker } from './service-worker.ts'
import { site } from './site.ts'
import { announcedChapters, permalink, talks } from './talks.ts'
import { readTold } from './told.ts'
import { gpuRecords } from './webllm-records.ts'

const CONTENT = 'content'

/** The page of the check, which has styles of its own. */
const CHECK = '/check/'

export async function configure(eleventy: UserConfig) {
  await rm('_site', { recursive: true, force: true })

  let assets: Assets = await buildAssets()
  const [highlighter, bakery] = await Promise.all([
    createListings(CONTENT),
    openBakery(),
  ])
  const scripts = new BakedScripts()
  eleventy.on('eleventy.before', () => scripts.bake(CONTENT))
  rebuildAssets(eleventy, (rebuilt) => (assets = rebuilt))

  const islands = () => assets.islands
  const report = new Report()
  const checkpoints = readCheckpoints()
  const kitchen = {
    highlighter,
    islands,
    bakery,
    scripts,
    checkpoints,
    told: readTold,
    gpuModels: modelsOf(gpuRecords()),
    storytellerBytes: storytellerBytes(),
    called: readCalled,
  }
  eleventy.setLibrary(
    'md',
    markdown(kitchen, announcedChapters(CONTENT), report),
  )
  eleventy.on('eleventy.before', async () => {
    await bakery.terminals.allIn(CONTENT)
    await bakery.rivals.allIn(CONTENT)
  })
  eleventy.addGlobalData('eleventyComputed.permalink', () => permalink)
  eleventy.addGlobalData('site', site)
  const script = (content: string) =>
    content.includes('<is-land') ? assets.pageOfIslands : assets.page
  eleventy.addFilter('script', script)
  eleventy.addFilter('scriptParts', (content: string) =>
    assets.parts.get(script(content)),
  )
  eleventy.addShortcode('rehearsing', () => assets.rehearsing)
  eleventy.addFilter('night', night)
  eleventy.addFilter('head', (list: unknown[], count: number) =>
    list.slice(0, count),
  )
  eleventy.addFilter('longDate', longDate)

  eleventy.addPlugin(talks)
  eleventy.addPlugin(InputPathToUrlTransformPlugin)
  // Named here, or the feed's plugin adds it twice, and the prefix with it.
  eleventy.addPlugin(HtmlBasePlugin)
  eleventy.addPlugin(relativeLinks)
  eleventy.addPlugin(lists)
  const policies = new Policies(eleventy, (page) =>
    page === CHECK ? assets.styles + assets.checkStyles : assets.styles,
  )

  eleventy.addPassthroughCopy({ images: 'images' })
  eleventy.on('eleventy.after', async ({ results }) => {
    await writePictures()
    await writeServiceWorker()
    await policies.write(assets.sandbox)
    checkLinks(results, site.pathPrefix)
    for (const line of report.lines()) process.stdout.write(`${line}\n`)
  })

  eleventy.addWatchTarget('./src/')
  eleventy.setWatchThrottleWaitTime(30)
  eleventy.setServerOptions({ domDiff: false, showVersion: false })

  return {
    dir: { input: CONTENT, includes: '../_includes', output: '_site' },
    markdownTemplateEngine: false,
    htmlTemplateEngine: 'njk',
    pathPrefix: site.pathPrefix,
  }
}

/** The picture of the site, as the head of a page or a slide. */
function night(crop: Crop): string {
  const [width, height] = NIGHTS[crop]
  return newYearNight({ width, height, crop })
}

const NIGHTS: Record<Crop, [width: number, height: number]> = {
  full: [1800, 900],
  skyline: [1600, 420],
  title: [1600, 900],
}

/** `2024-01-17` → 17 January 2024 */
function longDate(date: Date): string {
  return date.toLocaleDateString('en-GB', {
    dateStyle: 'long',
    timeZone: 'UTC',
  })
}

/** While watching, a change below `src/` bundles scripts and styles anew. */
function rebuildAssets(
  eleventy: UserConfig,
  replace: (assets: Assets) => void,
): void {
  let stale = false
  eleventy.on('eleventy.beforeWatch', (changed) => {
    stale = changed.some((file) => file.includes('src/'))
  })
  eleventy.on('eleventy.before', async () => {
    if (stale) replace(await buildAssets())
    stale = false
  })
}
