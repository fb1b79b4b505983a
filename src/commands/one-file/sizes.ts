/** How large a file is, and what makes it that large. */
import type { Written } from './document.ts'

/**
 * @param text the whole file
 * @returns such as `11.7 MB: model 5.4, engine …`, in order of size
 */
export function sizesOf(text: string, written: Written): string {
  const sizes = new Map<string, number>()
  const add = (what: string, bytes: number) =>
    sizes.set(what, (sizes.get(what) ?? 0) + bytes)
  for (const { name } of written.parts) {
    add(kindOf(name), elementSize(text, name))
  }
  add('fonts', facesIn(written.styles))
  add('styles', Buffer.byteLength(written.styles) - facesIn(written.styles))
  add('script', Buffer.byteLength(written.script))
  add('text', Buffer.byteLength(written.body))
  const parts = [...sizes]
    .sort(([, one], [, other]) => other - one)
    .map(([what, bytes]) => `${what} ${megabytes(bytes)}`)
  return `${megabytes(Buffer.byteLength(text))} MB (${parts.join(', ')})`
}

/** What readers call it. */
function kindOf(part: string): string {
  if (part.startsWith('binaryen')) return 'Binaryen'
  if (part.startsWith('wllama')) return 'llama.cpp'
  if (part.endsWith('.gguf')) return 'weights'
  return 'Workers'
}

function elementSize(text: string, name: string): number {
  const start = text.indexOf(` data-part="${name}">`)
  return text.indexOf('</script>', start) - start
}

function facesIn(styles: string): number {
  const faces = styles.matchAll(/url\(data:[^)]*\)/g)
  return [...faces].reduce((sum, [face]) => sum + face.length, 0)
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toLocaleString('en', {
    maximumFractionDigits: 2,
    minimumFractionDigits: 2,
  })
}
