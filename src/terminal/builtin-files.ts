/** Commands that list, move, copy, remove and compare files. */
import { optionsIn, type Builtin, type Call } from './builtin.ts'
import { isName } from './words.ts'

const GONE = 'No such file or directory'

export const fileBuiltins: [string, Builtin][] = [
  ['ls', { usage: 'ls [-l] [FILE…]', about: 'lists files', run: list }],
  ['cp', { usage: 'cp FROM TO', about: 'copies a file', run: copy }],
  ['mv', { usage: 'mv FROM TO', about: 'renames a file', run: move }],
  ['rm', { usage: 'rm [-f] FILE…', about: 'removes files', run: remove }],
  [
    'cmp',
    { usage: 'cmp ONE OTHER', about: 'compares byte for byte', run: compare },
  ],
]

function list(call: Call): number {
  const { files, out, err } = call
  const given = optionsIn('ls', call, 'l1')
  if (!given) return 2
  const asked = given.rest.length > 0 ? given.rest : [...files.keys()]
  let status = 0
  const found = [...asked].sort().filter((name) => {
    if (files.has(name)) return true
    err(`ls: cannot access '${name}': ${GONE}\n`)
    status = 2
    return false
  })
  const size = (name: string) => `${files.get(name)!.length}`
  const width = Math.max(0, ...found.map((name) => size(name).length))
  const isLong = given.options.has('l')
  for (const name of found) {
    out(isLong ? `${size(name).padStart(width)} ${name}\n` : `${name}\n`)
  }
  return status
}

function copy(call: Call): number {
  return transfer('cp', call, () => {})
}

function move(call: Call): number {
  return transfer('mv', call, (from) => call.files.delete(from))
}

function transfer(
  name: string,
  call: Call,
  done: (from: string) => void,
): number {
  const { files, err } = call
  const given = optionsIn(name, call, 'f')
  if (!given) return 1
  const [from, to, more] = given.rest
  if (from === undefined || to === undefined || more !== undefined) {
    err(`${name}: give it the file, and the name that it gets\n`)
    return 1
  }
  const bytes = files.get(from)
  if (!bytes) {
    err(`${name}: cannot stat '${from}': ${GONE}\n`)
    return 1
  }
  if (from === to) {
    err(`${name}: '${from}' and '${to}' are the same file\n`)
    return 1
  }
  if (!isName(to)) {
    err(`${name}: cannot create regular file '${to}': ${GONE}\n`)
    return 1
  }
  files.set(to, bytes)
  done(from)
  return 0
}

function remove(call: Call): number {
  const { files, err } = call
  const given = optionsIn('rm', call, 'f')
  if (!given) return 1
  const isForced = given.options.has('f')
  if (given.rest.length === 0 && !isForced) {
    err('rm: missing operand\n')
    return 1
  }
  let status = 0
  for (const name of given.rest) {
    if (files.delete(name) || isForced) continue
    err(`rm: cannot remove '${name}': ${GONE}\n`)
    status = 1
  }
  return status
}

function compare(call: Call): number {
  const { files, err, out } = call
  const given = optionsIn('cmp', call, 's')
  if (!given) return 2
  const [first, second, more] = given.rest
  if (first === undefined || second === undefined || more !== undefined) {
    err('cmp: give it two files\n')
    return 2
  }
  const [a, b] = [files.get(first), files.get(second)]
  for (const name of [first, second]) {
    if (files.has(name)) continue
    err(`cmp: ${name}: ${GONE}\n`)
  }
  if (!a || !b) return 2
  const shorter = Math.min(a.length, b.length)
  let at = 0
  while (at < shorter && a[at] === b[at]) at++
  if (at === a.length && at === b.length) return 0
  if (given.options.has('s')) return 1
  let line = 1
  for (const byte of a.subarray(0, at)) if (byte === 10) line++
  if (at < shorter) {
    out(`${first} ${second} differ: byte ${at + 1}, line ${line}\n`)
  } else {
    const ended = a.length < b.length ? first : second
    const inLine =
      at === 0 || a[at - 1] !== 10 ? `in line ${line}` : `line ${line - 1}`
    err(
      at === 0
        ? `cmp: EOF on ${ended} which is empty\n`
        : `cmp: EOF on ${ended} after byte ${at}, ${inLine}\n`,
    )
  }
  return 1
}
