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
  const name = `What “${title}” draws, ${width} × ${height} pixels`
  const hidden = picture ? '' : ' hidden'
  const said = picture ? 'The first frame.' : ''
  return `<figure class="canvas"${hidden}><img${picture && ` src="${escape(picture)}"`} width="${width}" height="${height}" loading="lazy" alt="${escape(name)}"><figcaption><button type="button" data-act="animate" disabled>Animate</button> <span class="frames" role="status">${said}</span></figcaption></figure>`
}
