/**
 * Command lines, and the files that they start from. Bash with the package's own
 * programs, a session in Node and the terminal in a page give the same for them:
 * output, errors, exit status and files, byte for byte.
 */
import { loadBinaryen } from '../binaryen/node.ts'
import { compile, LEVELS } from '../examplescript/examplescript.ts'

const TEXTS = {
  'sum.wat': `(module
  (import "env" "log" (func $log (param i32)))
  (memory (export "memory") 1)
  (data (i32.const 8) "a new year")
  (func $sum (export "sum") (param $a i32) (param $b i32) (result i32)
    (i32.add (i32.add (local.get $a) (local.get $b)) (i32.const 0)))
  (func $tell (export "tell")
    (call $log (call $sum (i32.const 40) (i32.const 2))))
  (func $unused (result i32) (i32.const 7)))
`,
  'log.wat': `(module
  (global $last (mut i32) (i32.const 0))
  (func $log (export "log") (param $x i32) (global.set $last (local.get $x)))
  (func (export "last") (result i32) (global.get $last)))
`,
  'start.wat': `(module
  (memory (export "memory") 1)
  (global $ready (export "ready") (mut i32) (i32.const 0))
  (func $init (export "init")
    (i32.store (i32.const 16) (i32.mul (i32.const 6) (i32.const 7)))
    (global.set $ready (i32.const 1))))
`,
  'struct.wat': `(module
  (type $pair (struct (field i32) (field i32)))
  (func (export "first") (result i32)
    (struct.get $pair 0 (struct.new $pair (i32.const 1) (i32.const 2)))))
`,
  'wrong.wat': '(module (func (result i32) (i64.const 1)))\n',
  'broken.wat': '(module\n  (fun (result i32)))\n',
  'garbage.wasm': 'no module at all',
  'roots.json':
    '[{"name": "outside", "root": true, "reaches": ["sum"]},\n' +
    ' {"name": "sum", "export": "sum"}]\n',
  'good.wast':
    '(module (func (export "f") (result i32) (i32.const 1)))\n' +
    '(assert_return (invoke "f") (i32.const 1))\n',
  'bad.wast':
    '(module (func (export "f") (result i32) (i32.const 1)))\n' +
    '(assert_return (invoke "f") (i32.const 2))\n',
  'two words.txt': 'left right\nup down\n\nlast',
}

const PROGRAM = `export function fib(n: i32): i32 {
  return n < 2 ? n : fib(n - 1) + fib(n - 2)
}
export function squares(n: i32): i32 {
  let sum = 0
  for (let i = 0; i < n; i++) { sum += i * i }
  return sum
}
`

/** @returns the files by name */
export async function startingFiles(): Promise<Map<string, Uint8Array>> {
  const encoder = new TextEncoder()
  const files = new Map<string, Uint8Array>(
    Object.entries(TEXTS).map(([name, text]) => [name, encoder.encode(text)]),
  )
  const options = { level: LEVELS.get('-O0')!, isNamed: true }
  const compiled = compile(PROGRAM, await loadBinaryen(), options)
  const { bytes } = compiled as { bytes: Uint8Array }
  files.set('fib.wasm', bytes)
  files.set('truncated.wasm', bytes.slice(0, -20))
  return files
}

/** One after the other in one folder: each finds what those before it left. */
export const LINES = [
  // The optimizer, by level and by pass.
  'wasm-opt fib.wasm -O3 -o fib3.wasm',
  'wasm-opt fib.wasm -O0 -o fib0.wasm',
  'wasm-opt fib.wasm -O1 -o fib1.wasm',
  'wasm-opt fib.wasm -O2 -o fib2.wasm',
  'wasm-opt fib.wasm -O4 -o fib4.wasm',
  'wasm-opt fib.wasm -Os -o fibs.wasm',
  'wasm-opt fib.wasm -Oz --converge -o fibz.wasm',
  'wasm-opt fib.wasm -O3 --strip-debug -o stripped.wasm',
  'wasm-opt fib.wasm -O3 -S -o fib3.wat',
  'wasm-opt fib.wasm --inlining --print',
  'wasm-opt fib.wasm --precompute --vacuum -o some.wasm --metrics',
  'wasm-opt fib.wasm --print-call-graph',
  'wasm-opt fib.wasm -O3 --symbolmap=names.txt -o mapped.wasm',
  'wasm-opt sum.wat -O3 -S -o -',
  'wasm-opt struct.wat -O3 --enable-gc --enable-reference-types -S -o -',
  'wasm-opt fib.wasm -O --fuzz-exec',
  'wasm-opt fib.wasm -O3 --print-function-map',
  // What goes wrong.
  'wasm-opt',
  'wasm-opt missing.wasm -O3',
  'wasm-opt garbage.wasm -O3 -o never.wasm',
  'wasm-opt truncated.wasm -O3 -o never.wasm',
  'wasm-opt broken.wat',
  'wasm-opt wrong.wat -O3',
  'wasm-opt struct.wat -O3 -o never.wasm',
  'wasm-opt fib.wasm --no-such-pass',
  'wasm-opt fib.wasm -o no/such/folder.wasm',
  'wasm-opt fib.wasm sum.wat',
  'echo $?',
  // The other tools.
  'wasm-as sum.wat -o sum.wasm',
  'wasm-as log.wat',
  'wasm-as broken.wat -o never.wasm',
  'wasm-dis sum.wasm',
  'wasm-dis fib3.wasm -o fib3.dis.wat',
  'wasm-dis garbage.wasm',
  'wasm-merge sum.wasm main log.wasm env -o both.wasm',
  'wasm-merge sum.wasm main log.wasm env -S -o -',
  'wasm-merge sum.wasm main sum.wasm again -o clash.wasm',
  'wasm-merge sum.wasm main sum.wasm again --rename-export-conflicts -o twice.wasm',
  'wasm-opt both.wasm -O3 -o both.small.wasm',
  'wasm-metadce sum.wasm -f roots.json -S -o less.wat',
  'wasm-metadce sum.wasm -f roots.json -o less.wasm',
  'wasm-metadce sum.wasm -f missing.json -o never.wasm',
  'wasm-ctor-eval start.wat --ctors=init --kept-exports=init -S -o -',
  'wasm-ctor-eval start.wat --ctors=init -o started.wasm',
  'wasm-ctor-eval sum.wasm --ctors=tell -S -o -',
  'wasm2js fib3.wasm',
  'wasm2js fib.wasm -O -o fib.js',
  'wasm-shell good.wast',
  'wasm-shell bad.wast',
  // Pipes, redirections, quotes and patterns.
  'cat sum.wat | wasm-opt - -O1 -S -o -',
  'wasm-opt fib.wasm -O3 -o - | wasm-dis -',
  'wasm-opt fib.wasm --print | grep -c local.get',
  'wasm-opt --help | grep -n -i "dead code"',
  'wasm-opt --help > help.txt',
  'wasm-opt fib.wasm --metrics 2> err.txt > out.txt',
  'wasm-opt missing.wasm > both.txt 2>&1',
  'wasm-dis < sum.wasm',
  'wasm-opt - -O3 -S -o - < sum.wat',
  'wasm-opt missing.wasm || echo "it is not there"',
  'wasm-as log.wat -o l.wasm && wasm-dis l.wasm; echo done',
  'BINARYEN_PASS_DEBUG=0 wasm-opt fib.wasm --dce -o fib.dce.wasm',
  // Small commands.
  'ls *.wat',
  "ls 'two words.txt' fib?.wasm",
  'ls fib[0-2].wasm "*.wat"',
  'cat "two words.txt" missing.txt',
  'cat two\\ words.txt >> out.txt; wc out.txt',
  'wc -c fib.wasm fib3.wasm',
  'wc -l < "two words.txt"',
  'cat "two words.txt" | wc',
  'head -n 2 help.txt',
  'head -3 sum.wat | wc -l',
  'cp fib.wasm copy.wasm && cmp fib.wasm copy.wasm && echo "the same"',
  'cmp fib.wasm fib3.wasm',
  'mv copy.wasm moved.wasm; rm moved.wasm nothing.wasm',
  'rm -f nothing.wasm; echo $? "$?" \'$?\'',
  'echo -n no end # and no word of this',
  'grep nowhere sum.wat',
  'grep -n "func" sum.wat | head -n 1',
] as const
