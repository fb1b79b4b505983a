/**
 * What this server answers beside the site's files: `/following.json` tells pages
 * where to listen, `/follow.svg` is the code for phones, and `/lead/` takes the
 * secret out of the printed link.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import QRCode from 'qrcode'
import { leadPage, leadPolicy } from './lead.ts'

/** Of a presentation, what everybody may know. */
export interface Following {
  version: 1
  room: string
  /** A broker's address; '' for this server's own. */
  broker: string
  /** What followers open; ends in `/`. */
  link: string
  /** Whether that is TLS. */
  secure: boolean
}

const DATA = "default-src 'none'; frame-ancestors 'none'"

/** @returns whether it was one of these */
export function answer(
  following: Following,
  request: IncomingMessage,
  response: ServerResponse,
): boolean {
  const isRead = request.method === 'GET' || request.method === 'HEAD'
  if (!isRead || !URL.canParse(request.url!, following.link)) return false
  const { pathname, searchParams } = new URL(request.url!, following.link)
  const send = (type: string, policy: string, body: string, status = 200) => {
    response.writeHead(status, {
      'Content-Type': `${type}; charset=utf-8`,
      'Content-Security-Policy': policy,
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Cache-Control': 'no-store',
    })
    response.end(body)
  }
  if (pathname === '/following.json') {
    send('application/json', DATA, JSON.stringify(following))
  } else if (pathname === '/lead/') {
    send('text/html', leadPolicy, leadPage(following.room))
  } else if (pathname === '/follow.svg') {
    const link = followLink(following, searchParams.get('path') ?? '/')
    if (link) {
      void code(link).then((svg) => send('image/svg+xml', DATA, svg))
    } else {
      send(
        'text/plain',
        DATA,
        'A path looks like /TALK/ or /TALK/NAME/.\n',
        400,
      )
    }
  } else return false
  return true
}

/** What followers open for a talk; undefined where that is no path of this site. */
export function followLink(
  { link }: Pick<Following, 'link'>,
  path: string,
): string | undefined {
  const isPath = /^\/(?:[\w-]{1,100}\/){0,4}$/.test(path)
  if (!isPath) return undefined
  return `${link}${path.slice(1)}${path === '/' ? '' : '?follow'}`
}

function code(link: string): Promise<string> {
  return QRCode.toString(link, { type: 'svg', errorCorrectionLevel: 'M' })
}
