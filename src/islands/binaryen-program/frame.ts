/**
 * The script of the sandbox's frame, a file of the site with a policy of its
 * own: it starts a Worker from text, and ends it, and does nothing else. The
 * frame's origin is nobody's, and so is the Worker's, which obeys the frame's
 * policy: nothing can be fetched, stored, imported or reached from there.
 */
import type { FrameOrder, FrameWord } from './sandbox-messages.ts'

let worker: Worker | undefined

addEventListener(
  'message',
  ({ source, data, ports }: MessageEvent<FrameOrder | null>) => {
    if (source !== parent) return
    worker?.terminate()
    worker = undefined
    if (!data) return
    const type = 'text/javascript'
    const url = URL.createObjectURL(new Blob([data.script], { type }))
    worker = new Worker(url)
    worker.addEventListener('error', () => say('worker-lost'))
    worker.postMessage(data.order, [...ports])
  },
)

function say(word: FrameWord): void {
  parent.postMessage(word, '*')
}

say('frame-ready')
