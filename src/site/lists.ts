/** What machines read of the site: feed, sitemap, `robots.txt`, `llms.txt`. */
import type { UserConfig } from '@11ty/eleventy'
import { feedPlugin } from '@11ty/eleventy-plugin-rss'
import { site } from './site.ts'

const SITEMAP = `<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
{%- for page in collections.all %}
{%- if page.url and page.url.endsWith("/") %}
<url><loc>{{ page.url | published }}</loc></url>
{%- endif %}
{%- endfor %}
</urlset>
`

const ROBOTS = `User-agent: *
Allow: /
Sitemap: {{ "/sitemap.xml" | published }}
`

/** https://llmstxt.org: the site in one page of plain Markdown. */
const LLMS = `# {{ site.title }}

> {{ site.description }}
{% for talk in collections.talks %}
## {{ talk.title }}

{{ talk.description }}
{% for chapter in talk.chapters %}
- [{{ chapter.title }}]({{ chapter.url | published }}): {{ chapter.description }}
{%- endfor %}
{%- for path in talk.paths %}
- [{{ path.title }}]({{ path.url | published }}), in {{ path.minutes }} minutes: {{ path.description }}
{%- endfor %}
{% endfor %}
## Posts
{% for post in collections.posts %}
- [{{ post.data.title }}]({{ post.url | published }})
{%- endfor %}
`

export function lists(eleventy: UserConfig): void {
  eleventy.addFilter(
    'published',
    (url: string) =>
      new URL(eleventy.pathPrefix.replace(/\/$/, '') + url, site.origin).href,
  )
  eleventy.addPlugin(feedPlugin, {
    type: 'atom',
    outputPath: '/feed.xml',
    collection: { name: 'posts', limit: 20 },
    metadata: {
      language: site.language,
      title: site.title,
      subtitle: site.description,
      base: `${site.origin}/`,
      author: { name: site.author },
    },
  })
  const outside = { eleventyExcludeFromCollections: true, layout: false }
  eleventy.addTemplate('sitemap.njk', SITEMAP, {
    permalink: '/sitemap.xml',
    ...outside,
  })
  eleventy.addTemplate('robots.njk', ROBOTS, {
    permalink: '/robots.txt',
    ...outside,
  })
  eleventy.addTemplate('llms.njk', LLMS, {
    permalink: '/llms.txt',
    ...outside,
  })
}
