// shot.mjs DIR PATH W H SCHEME OUT [selector]: serves DIR on a free port and takes a picture
import { chromium } from 'playwright'
import http from 'node:http'; import sirv from 'sirv'
const [dir, path, w, h, scheme, out, selector, act] = process.argv.slice(2)
const srv = http.createServer(sirv(dir)).listen(0, '127.0.0.1')
await new Promise(r => srv.once('listening', r))
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox','--enable-unsafe-webgpu','--use-webgpu-adapter=swiftshader'] })
const p = await b.newPage({ viewport: { width: +w, height: +h }, colorScheme: scheme })
p.on('console', m => m.type()==='error' && console.log('console', m.text()))
p.on('pageerror', e => console.log('pageerror', e.message))
await p.goto(`http://127.0.0.1:${srv.address().port}${path}`)
if (act) await (new Function('p','s', `return (async()=>{${act}})()`))(p, selector)
if (selector && selector!=='-') { const l = p.locator(selector).first(); await l.scrollIntoViewIfNeeded(); await l.screenshot({ path: out }) }
else await p.screenshot({ path: out })
await b.close(); srv.close()
