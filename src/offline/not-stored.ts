/**
 * The page for what is not stored, while there is no network: made of the one for
 * missing pages, whose words and folder it changes. Headers and styles stay, and
 * with them the policy.
 */

const TITLE = 'This page is not stored'

const WORDS = `<h1>${TITLE}</h1>
<p>There is no network, and this page is not among those that this browser keeps for that. Try again when there is a connection.</p>
<p><a href="/">Go to the first page</a>, where every chapter is listed.</p>`

/** For when not even that page is stored. */
const PLAIN = new Response(
  '<!doctype html>\n<html lang="en"><title></title>\n<main>\n</main></html>',
  {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "default-src 'none'",
    },
  },
)

/**
 * @param missing the page for missing pages; undefined where it is not stored either
 * @param from the folder that its addresses begin with
 * @param to the folder of the site
 */
export async function notStored(
  missing: Response | undefined,
  from: string,
  to: string,
): Promise<Response> {
  const page = missing ?? PLAIN.clone()
  const text = await page.text()
  const words = WORDS.replace('"/"', `"${from}"`)
  const html = text
    .replace(/<title>[^<]*/, `<title>${TITLE}`)
    .replace(/(<main[^>]*>)[\s\S]*(<\/main>)/, `$1${words}$2`)
    .replaceAll(new RegExp(`( (?:href|src)=")${from}`, 'g'), `$1${to}`)
  const headers = new Headers(page.headers)
  headers.delete('content-length')
  return new Response(html, { status: 503, headers })
}
