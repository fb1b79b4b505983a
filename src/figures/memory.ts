/**
 * Linear memory, drawn: a window of it as bytes, as numbers of four or eight
 * bytes, or as pixels, with what was written just now marked.
 */

export const FORMS = ['bytes', 'i32', 'f32', 'f64', 'pixels'] as const
export type MemoryForm = (typeof FORMS)[number]

/** How many of them stand together behind one address. */
const GROUP = 8

/** A part of memory at one moment of a run. */
export interface ShownMemory {
  /** How many writes there were until then, and how many there are. */
  moment: number
  count: number
  /** Whether the program wrote more than that. */
  isCut: boolean
  /** What was written just now, and by which line. */
  write?: { address: number; size: number; line: number }
  /** Whose first one is at the address `from`. */
  bytes: Uint8Array
  from: number
}

const READ: Record<
  Exclude<MemoryForm, 'pixels'>,
  { size: number; text: (view: DataView, at: number) => string }
> = {
  bytes: {
    size: 1,
    text: (view, at) => view.getUint8(at).toString(16).padStart(2, '0'),
  },
  i32: { size: 4, text: (view, at) => String(view.getInt32(at, true)) },
  f32: { size: 4, text: (view, at) => short(view.getFloat32(at, true)) },
  f64: { size: 8, text: (view, at) => short(view.getFloat64(at, true)) },
}

/** As many digits as there is room for. */
function short(value: number): string {
  const text = String(value)
  return text.length <= 9 ? text : value.toPrecision(5)
}

/** @returns groups of eight bytes, each behind its address. */
export function memoryMarkup(shown: ShownMemory, form: MemoryForm): string {
  const { bytes, from } = shown
  if (form === 'pixels') return pixelsMarkup(shown)
  const { size, text } = READ[form]
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let markup = ''
  for (let group = 0; group + GROUP <= bytes.length; group += GROUP) {
    markup += `<div class="group"><span class="address">${hex(from + group)}</span>`
    for (let at = group; at < group + GROUP; at += size) {
      const isWritten = touches(shown, from + at, size)
      const isZero = bytes.subarray(at, at + size).every((byte) => byte === 0)
      const name = isWritten ? 'written' : isZero ? 'zero' : ''
      const words = text(view, at)
      markup += name
        ? `<span class="${name}">${words}</span>`
        : `<span>${words}</span>`
    }
    markup += '</div>'
  }
  return `<div class="memory memory-${form}">${markup}</div>`
}

function touches(
  { write }: ShownMemory,
  address: number,
  size: number,
): boolean {
  return (
    write !== undefined &&
    write.address < address + size &&
    address < write.address + write.size
  )
}

/** As addresses are written; four digits, or as many as it takes. */
export function hex(address: number): string {
  return `0x${address.toString(16).padStart(4, '0')}`
}

/** Sixteen pixels a row: of each, red, green, blue and how much it covers. */
function pixelsMarkup(shown: ShownMemory): string {
  const { bytes, from } = shown
  const COLUMNS = 16
  const count = Math.floor(bytes.length / 4)
  const rows = Math.ceil(count / COLUMNS)
  let squares = ''
  for (let index = 0; index < count; index++) {
    const [red, green, blue, alpha] = bytes.subarray(index * 4, index * 4 + 4)
    const isWritten = touches(shown, from + index * 4, 4)
    const x = index % COLUMNS
    const y = Math.floor(index / COLUMNS)
    const opacity =
      alpha === 255 ? '' : ` fill-opacity="${(alpha! / 255).toFixed(2)}"`
    squares += `<rect x="${x}" y="${y}" width="1" height="1" fill="rgb(${red},${green},${blue})"${opacity}${isWritten ? ' class="written"' : ''}/>`
  }
  return `<div class="memory memory-pixels"><svg viewBox="0 0 ${COLUMNS} ${rows}" role="img" aria-label="${count} pixels from ${hex(from)} on">${squares}</svg></div>`
}

/** What a moment is, in a sentence. */
export function momentWords({
  moment,
  count,
  isCut,
  write,
}: ShownMemory): string {
  const of = `${isCut ? 'the first ' : ''}${count.toLocaleString('en')}`
  if (count === 0) return 'The program writes nothing to memory.'
  if (!write) return `Before the first of ${of} writes: all is zero.`
  const { address, size, line } = write
  const bytes = size === 1 ? '1 byte' : `${size.toLocaleString('en')} bytes`
  return `Write ${moment.toLocaleString('en')} of ${of}: ${bytes} at ${hex(address)}, by line ${line}.`
}

const NAMES: Record<MemoryForm, string> = {
  bytes: 'bytes',
  i32: 'words, i32',
  f32: 'floats, f32',
  f64: 'floats, f64',
  pixels: 'pixels',
}

/**
 * @returns memory with what plays the run: a slider, steps, the form; hidden
 * where nothing is written
 */
export function memoryViewMarkup(shown: ShownMemory, form: MemoryForm): string {
  const { moment, count } = shown
  const options = FORMS.map(
    (one) =>
      `<option value="${one}"${one === form ? ' selected' : ''}>${NAMES[one]}</option>`,
  )
  return `<div class="memory-view" role="group" aria-label="Memory" data-memory="${form}"${count === 0 ? ' hidden' : ''}>
<div class="memory-head"><p class="view-title stage-bytes">Memory</p><select aria-label="Memory as" disabled>${options.join('')}</select></div>
<div class="memory-body">${memoryMarkup(shown, form)}</div>
<p class="moment-words" role="status">${momentWords(shown)}</p>
<div class="memory-foot"><button type="button" data-act="play" disabled>Play</button><button type="button" data-act="step-back" aria-label="One write back" disabled>◂</button><input type="range" min="0" max="${count}" value="${moment}" aria-label="Write" disabled><button type="button" data-act="step-on" aria-label="One write on" disabled>▸</button></div></div>`
}
