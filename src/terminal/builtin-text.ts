/** Commands that write, search, count and cut text. */
import { linesOf, optionsIn, read, type Builtin, type Call } from './builtin.ts'

export const textBuiltins: [string, Builtin][] = [
  ['cat', { usage: 'cat [FILE…]', about: 'writes files', run: concatenate }],
  ['echo', { usage: 'echo WORDS', about: 'writes words', run: echo }],
  [
    'head',
    { usage: 'head [-n N] [FILE]', about: 'the first lines', run: head },
  ],
  [
    'grep',
    { usage: 'grep [-cinv] TEXT [FILE]', about: 'lines with it', run: search },
  ],
  [
    'wc',
    { usage: 'wc [-clw] [FILE…]', about: 'counts bytes and lines', run: count },
  ],
  ['xxd', { usage: 'xxd [-l N] [FILE]', about: 'bytes as hex', run: dump }],
]

function concatenate(call: Call): number {
  const given = optionsIn('cat', call, '')
  if (!given) return 1
  let status = 0
  for (const file of given.rest.length > 0 ? given.rest : ['-']) {
    const bytes = read('cat', call, file)
    if (bytes) call.out(bytes)
    else status = 1
  }
  return status
}

function echo({ words, out }: Call): number {
  const isOpen = words[0] === '-n'
  out(words.slice(isOpen ? 1 : 0).join(' ') + (isOpen ? '' : '\n'))
  return 0
}

function head(call: Call): number {
  const { words, err } = call
  const text = words.join(' ')
  const [, first, second, file = '-'] =
    /^(?:-n ?(\d+) ?|-(\d+) ?)?([^ -][^ ]*|-)?$/.exec(text) ?? []
  if (!/^(?:-n ?\d+ ?|-\d+ ?)?(?:[^ -][^ ]*|-)?$/.test(text)) {
    err('head: give it -n and a number, and a file\n')
    return 1
  }
  const bytes = read('head', call, file)
  if (!bytes) return 1
  const lines = Number(first ?? second ?? 10)
  let end = 0
  for (let line = 0; line < lines && end < bytes.length; line++) {
    const next = bytes.indexOf(10, end)
    end = next < 0 ? bytes.length : next + 1
  }
  call.out(bytes.subarray(0, end))
  return 0
}

/** Plain text is found; what patterns would do is refused, not misunderstood. */
function search(call: Call): number {
  const { err, out } = call
  const given = optionsIn('grep', call, 'cinvF')
  if (!given) return 2
  const { options, rest } = given
  const [wanted, file = '-', more] = rest
  if (wanted === undefined || more !== undefined) {
    err('grep: give it a text, and a file\n')
    return 2
  }
  if (!options.has('F') && /[*[\]^$\\]/.test(wanted)) {
    err(
      `grep: it finds plain text here; -F finds “${wanted}” as it is written\n`,
    )
    return 2
  }
  const bytes = read('grep', call, file)
  if (!bytes) return 2
  const folded = (text: string) =>
    options.has('i') ? text.toLowerCase() : text
  const found = [...linesOf(bytes).entries()].filter(
    ([, line]) => folded(line).includes(folded(wanted)) !== options.has('v'),
  )
  if (options.has('c')) out(`${found.length}\n`)
  else {
    for (const [number, line] of found) {
      const start = options.has('n') ? `${number + 1}:` : ''
      out(`${start}${line.endsWith('\n') ? line : `${line}\n`}`)
    }
  }
  return found.length > 0 ? 0 : 1
}

function count(call: Call): number {
  const given = optionsIn('wc', call, 'clw')
  if (!given) return 1
  const { options, rest } = given
  const shown = options.size > 0 ? options : new Set('lwc')
  const rows: { name: string; counts: number[] }[] = []
  let status = 0
  for (const name of rest.length > 0 ? rest : ['-']) {
    const bytes = read('wc', call, name)
    if (bytes) rows.push({ name, counts: countsOf(bytes, shown) })
    else status = 1
  }
  const total = rows.reduce(
    (sum, { counts }) => counts.map((one, at) => one + (sum[at] ?? 0)),
    [] as number[],
  )
  const isOne = rest.length < 2
  const width = widthOf(call, rest, shown.size)
  const tell = (counts: readonly number[], name: string) => {
    const words = counts.map((one) => `${one}`.padStart(width))
    call.out(`${words.join(' ')}${name && ` ${name}`}\n`)
  }
  for (const { name, counts } of rows) {
    tell(counts, rest.length > 0 ? name : '')
  }
  if (!isOne) tell(total.length > 0 ? total : [...shown].map(() => 0), 'total')
  return status
}

/** In the order in which they stand in a row. */
function countsOf(bytes: Uint8Array, shown: ReadonlySet<string>): number[] {
  const text = new TextDecoder('latin1').decode(bytes)
  const counts = {
    l: () => text.split('\n').length - 1,
    w: () => text.match(/[^ \t-\r]+/g)?.length ?? 0,
    c: () => bytes.length,
  }
  return Object.entries(counts).flatMap(([letter, tell]) =>
    shown.has(letter) ? tell() : [],
  )
}

/** As wide as all bytes together are; a pipe could be of any length. */
function widthOf({ files }: Call, names: readonly string[], columns: number) {
  if (columns === 1 && names.length < 2) return 1
  if (names.length === 0 || names.includes('-')) return 7
  const sum = names.reduce(
    (bytes, name) => bytes + (files.get(name)?.length ?? 0),
    0,
  )
  return `${sum}`.length
}

const ROW = 16

function dump(call: Call): number {
  const { words, err } = call
  const isShort = words[0] === '-l'
  const most = isShort ? Number(words[1]) : Infinity
  const [file = '-', more] = words.slice(isShort ? 2 : 0)
  if (Number.isNaN(most) || more !== undefined) {
    err('xxd: give it -l and a number of bytes, and a file\n')
    return 1
  }
  const bytes = read('xxd', call, file)?.subarray(0, most)
  if (!bytes) return 2
  for (let at = 0; at < bytes.length; at += ROW) {
    const row = [...bytes.subarray(at, at + ROW)]
    const digits = row.map((byte) => byte.toString(16).padStart(2, '0'))
    const pairs = digits.map((pair, place) => (place % 2 ? `${pair} ` : pair))
    const text = row.map((byte) =>
      byte < 32 || byte > 126 ? '.' : String.fromCharCode(byte),
    )
    const offset = at.toString(16).padStart(8, '0')
    call.out(`${offset}: ${pairs.join('').padEnd(40)} ${text.join('')}\n`)
  }
  return 0
}
