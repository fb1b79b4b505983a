/** An image that a program computes, frame by frame. */
import { escape } from './escape.ts'

/**
 * @param picture the address of the first frame; '' where there is none, which
 * hides all of it until a program draws
 * @param size in pixels
 * @param title of the program
 */
export function canvasMarkup(
  picture: string,
  { width, height }: { width: number; height: number },
  title: string,
): string {
  const name = escape(`What “${title}” draws, ${width} × ${height} pixels`)
  const size = `width="${width}" height="${height}"`
  const drawn = picture
    ? `<img src="${escape(picture)}" ${size} loading="lazy" alt="${name}">`
    : `<canvas ${size}></canvas>`
  const hidden = picture ? '' : ' hidden'
  const said = picture ? 'The first frame.' : ''
  return `<figure class="canvas" data-name="${name}"${hidden}>${drawn}<figcaption><button type="button" data-act="animate" disabled>Animate</button> <span class="frames" role="status">${said}</span></figcaption></figure>`
}
