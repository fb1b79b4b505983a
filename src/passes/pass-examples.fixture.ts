/**
 * A small module for each pass, and what the pass does to it: the effect that its
 * sentence names.
 */
export interface PassExample {
  /** WebAssembly's text. */
  module: string
  /** Parts of the text that are there before and not after. */
  gone?: string[]
  /** Parts of the text that are there after and not before. */
  comes?: string[]
  /** What the pass prints. */
  prints?: string[]
  /** The text stays as it was: what the pass does is nowhere in it. */
  same?: boolean
  /** Why the pass does not run: a part of its message. */
  refuses?: string
  /** What the module may use besides the usual. */
  features?: string[]
  /** Passes that run before. */
  first?: string[]
  /** Whether nobody outside knows the module's types. */
  closed?: boolean
}

export const EXAMPLES: Readonly<Record<string, PassExample>> = {
  'abstract-type-refining': {
    module: `(module
  (type $A (struct))
  (func (export "f") (param $x anyref) (result i32)
    (ref.test (ref $A) (local.get $x))))`,
    gone: ['(ref.test (ref $A)'],
    comes: ['(ref.test (ref none)'],
    closed: true,
  },
  'alignment-lowering': {
    module: `(module
  (memory 1)
  (func (export "f") (param $p i32) (result i32)
    (i32.load align=1 (local.get $p))))`,
    gone: ['i32.load align=1'],
    comes: ['i32.load8_u', 'i32.shl'],
  },
  asyncify: {
    module: `(module
  (import "env" "sleep" (func $sleep))
  (memory 1)
  (func (export "f")
    (call $sleep)))`,
    comes: [
      'asyncify_start_unwind',
      'asyncify_start_rewind',
      '$__asyncify_state',
    ],
  },
  'avoid-reinterprets': {
    module: `(module
  (memory 1)
  (func (export "f") (param $p i32) (result f32)
    (f32.reinterpret_i32
      (i32.load (local.get $p)))))`,
    gone: ['f32.reinterpret_i32'],
    comes: ['f32.load'],
  },
  cfp: {
    module: `(module
  (type $S (struct (field i32)))
  (func (export "make") (result anyref)
    (struct.new $S (i32.const 42)))
  (func (export "read") (param $s (ref $S)) (result i32)
    (struct.get $S 0 (local.get $s))))`,
    gone: ['struct.get'],
    closed: true,
  },
  'cfp-reftest': {
    module: `(module
  (rec
    (type $A (sub (struct (field i32))))
    (type $B (sub $A (struct (field i32)))))
  (func (export "a") (result anyref)
    (struct.new $A (i32.const 10)))
  (func (export "b") (result anyref)
    (struct.new $B (i32.const 20)))
  (func (export "read") (param $a (ref $A)) (result i32)
    (struct.get $A 0 (local.get $a))))`,
    gone: ['struct.get'],
    comes: ['ref.test (ref $B)', 'select'],
    closed: true,
  },
  'coalesce-locals': {
    module: `(module
  (import "env" "use" (func $use (param i32)))
  (func (export "f") (param $p i32)
    (local $a i32)
    (local $b i32)
    (local.set $a (i32.add (local.get $p) (i32.const 1)))
    (call $use (local.get $a))
    (local.set $b (i32.const 2))
    (call $use (local.get $b))))`,
    gone: ['(local '],
  },
  'coalesce-locals-learning': {
    module: `(module
  (import "env" "use" (func $use (param i32)))
  (func (export "f") (param $p i32)
    (local $a i32)
    (local $b i32)
    (local.set $a (i32.add (local.get $p) (i32.const 1)))
    (call $use (local.get $a))
    (local.set $b (i32.const 2))
    (call $use (local.get $b))))`,
    gone: ['(local '],
  },
  'code-folding': {
    module: `(module
  (import "env" "log" (func $log (param i32)))
  (func (export "f") (param $x i32)
    (if (local.get $x)
      (then
        (call $log (i32.const 1))
        (call $log (i32.const 7))
        (call $log (i32.const 8)))
      (else
        (call $log (i32.const 2))
        (call $log (i32.const 7))
        (call $log (i32.const 8))))))`,
    gone: [
      '   (else\n    (call $log\n     (i32.const 2)\n    )\n    (call $log\n     (i32.const 7)',
    ],
    comes: ['\n  )\n  (call $log\n   (i32.const 7)\n  )'],
  },
  'code-pushing': {
    module: `(module
  (import "env" "use" (func $use (param i32)))
  (func (export "f") (param $x i32)
    (local $a i32)
    (block $out
      (local.set $a (i32.mul (local.get $x) (i32.const 3)))
      (br_if $out (local.get $x))
      (call $use (local.get $a)))))`,
    gone: ['(block $out\n   (local.set $a'],
    comes: ['(block $out\n   (br_if $out'],
  },
  'const-hoisting': {
    module: `(module
  (import "env" "use" (func $use (param f64)))
  (func (export "f")
    (call $use (f64.const 1.5))
    (call $use (f64.const 1.5))
    (call $use (f64.const 1.5))))`,
    gone: ['(call $use\n   (f64.const 1.5)'],
    comes: ['(local.get $0)'],
  },
  'constraint-analysis': {
    module: `(module
  (import "env" "log" (func $log (param i32)))
  (func (export "f") (param $x i32)
    (if (i32.eq (local.get $x) (i32.const 5))
      (then
        (call $log (i32.eq (local.get $x) (i32.const 5)))))))`,
    gone: ['(call $log\n     (i32.eq'],
  },
  dae: {
    module: `(module
  (func $add (param $x i32) (param $y i32) (result i32)
    (i32.add (local.get $x) (local.get $y)))
  (func (export "f") (param $x i32) (result i32)
    (call $add (local.get $x) (i32.const 5))))`,
    gone: ['(param $y i32)', '(call $add\n   (local.get $x)\n   (i32.const 5)'],
    comes: ['(call $add\n   (local.get $x)\n  )'],
  },
  'dae-optimizing': {
    module: `(module
  (func $add (param $x i32) (param $y i32) (result i32)
    (i32.add (local.get $x) (local.get $y)))
  (func (export "f") (param $x i32) (result i32)
    (call $add (local.get $x) (i32.const 0))))`,
    gone: ['(param $y i32)', 'i32.add'],
  },
  dae2: {
    module: `(module
  (func $a (param $x i32) (param $unused i32)
    (if (local.get $x)
      (then
        (call $b (i32.const 0) (local.get $unused)))))
  (func $b (param $x i32) (param $unused i32)
    (call $a (local.get $x) (local.get $unused)))
  (func (export "f") (param $x i32)
    (call $a (local.get $x) (local.get $x))))`,
    gone: ['(param $unused i32)'],
  },
  dce: {
    module: `(module
  (import "env" "log" (func $log (param i32)))
  (func (export "f")
    (call $log (i32.const 1))
    (return)
    (call $log (i32.const 2))))`,
    gone: ['(i32.const 2)'],
  },
  dealign: {
    module: `(module
  (memory 1)
  (func (export "f") (param $p i32) (result i32)
    (i32.load (local.get $p))))`,
    comes: ['i32.load align=1'],
  },
  denan: {
    module: `(module
  (func (export "f") (param $x f32) (result f32)
    (f32.sqrt (local.get $x))))`,
    comes: ['(call $deNan32\n   (f32.sqrt', '(func $deNan32'],
  },
  dfo: {
    module: `(module
  (import "env" "use" (func $use (param i32)))
  (func (export "f") (param $x i32)
    (local $a i32)
    (local $b i32)
    (local $c i32)
    (local.set $a (i32.const 1))
    (local.set $b (i32.add (local.get $a) (i32.const 2)))
    (local.set $c (i32.mul (local.get $b) (local.get $x)))
    (call $use (local.get $c))))`,
    gone: ['(i32.mul\n    (local.get $b)'],
    comes: ['(i32.mul\n    (i32.const 3)'],
  },
  directize: {
    module: `(module
  (type $t (func))
  (table 1 1 funcref)
  (elem (i32.const 0) $g)
  (func $g)
  (func (export "f")
    (call_indirect (type $t) (i32.const 0))))`,
    gone: ['call_indirect'],
    comes: ['(call $g)'],
  },
  'discard-global-effects': {
    module: `(module
  (func $pure)
  (func (export "f")
    (call $pure)))`,
    first: ['generate-global-effects'],
    same: true,
  },
  'duplicate-function-elimination': {
    module: `(module
  (func $a (export "a") (result i32)
    (i32.const 7))
  (func $b (export "b") (result i32)
    (i32.const 7)))`,
    gone: ['(func $b', '(export "b" (func $b))'],
    comes: ['(export "b" (func $a))'],
  },
  'duplicate-import-elimination': {
    module: `(module
  (import "env" "log" (func $a (param i32)))
  (import "env" "log" (func $b (param i32)))
  (func (export "f")
    (call $a (i32.const 1))
    (call $b (i32.const 2))))`,
    gone: ['(func $b', '(call $b'],
  },
  dwarfdump: {
    module: `(module
  (func (export "f")))`,
    same: true,
  },
  'emit-target-features': {
    module: `(module
  (func (export "f")))`,
    comes: [';; features section:'],
  },
  'enclose-world': {
    module: `(module
  (type $S (struct))
  (func $f (export "f") (param $s (ref null $S))))`,
    comes: ['(param $0 externref)', '(export "f" (func $stub$f))'],
  },
  'extract-function': {
    module: `(module
  (func $a)
  (func $b
    (call $a)))`,
    refuses:
      'ExtractFunction usage:  wasm-opt --extract-function=FUNCTION_NAME',
  },
  'extract-function-index': {
    module: `(module
  (func $a)
  (func $b
    (call $a)))`,
    refuses:
      'ExtractFunctionIndex usage: wasm-opt --extract-function-index=FUNCTION_INDEX',
  },
  flatten: {
    module: `(module
  (func (export "f") (param $x i32) (result i32)
    (i32.mul
      (i32.add (local.get $x) (i32.const 1))
      (i32.const 2))))`,
    gone: ['(i32.mul\n   (i32.add'],
    comes: ['(local.set $2\n   (i32.add', '(i32.mul\n    (local.get $2)'],
  },
  'fpcast-emu': {
    module: `(module
  (type $t (func (param i32)))
  (table 1 1 funcref)
  (elem (i32.const 0) $g)
  (func $g (param i32))
  (func (export "f") (param $x i32)
    (call_indirect (type $t) (local.get $x) (i32.const 0))))`,
    gone: ['(elem $0 (i32.const 0) $g)'],
    comes: ['(func $byn$fpcast-emu$g'],
  },
  'func-metrics': {
    module: `(module
  (func $f (export "f") (result i32)
    (i32.const 7)))`,
    prints: ['func: f', '[binary-bytes]'],
  },
  'generate-dyncalls': {
    module: `(module
  (table 1 1 funcref)
  (elem (i32.const 0) $g)
  (func $g (param i32)))`,
    comes: ['(export "dynCall_vi"'],
  },
  'generate-global-effects': {
    module: `(module
  (func $pure)
  (func (export "f")
    (call $pure)))`,
    same: true,
  },
  'generate-i64-dyncalls': {
    module: `(module
  (table 2 2 funcref)
  (elem (i32.const 0) $g $h)
  (func $g (param i64))
  (func $h (param i32)))`,
    comes: ['(export "dynCall_vj"'],
  },
  'global-refining': {
    module: `(module
  (global $g (mut funcref) (ref.null func))
  (func $f (export "f")
    (global.set $g (ref.func $f))))`,
    gone: ['(global $g (mut funcref)'],
  },
  gsi: {
    module: `(module
  (type $S (struct (field i32)))
  (global $one (ref $S) (struct.new $S (i32.const 42)))
  (global $two (ref $S) (struct.new $S (i32.const 1337)))
  (func (export "f") (param $s (ref null $S)) (result i32)
    (struct.get $S 0 (local.get $s))))`,
    gone: ['struct.get'],
    comes: ['(ref.eq', '(i32.const 42)\n   (i32.const 1337)'],
    closed: true,
  },
  'gsi-desc-cast': {
    module: `(module
  (type $S (struct (field i32)))
  (global $one (ref $S) (struct.new $S (i32.const 42)))
  (global $two (ref $S) (struct.new $S (i32.const 1337)))
  (func (export "f") (param $s (ref null $S)) (result i32)
    (struct.get $S 0 (local.get $s))))`,
    gone: ['struct.get'],
    comes: ['(ref.eq', '(i32.const 42)\n   (i32.const 1337)'],
    closed: true,
  },
  gto: {
    module: `(module
  (type $S (struct (field $unread (mut i32)) (field $kept (mut i32))))
  (func (export "make") (result anyref)
    (struct.new $S (i32.const 1) (i32.const 2)))
  (func (export "read") (param $s anyref) (result i32)
    (struct.get $S $kept (ref.cast (ref $S) (local.get $s)))))`,
    gone: ['(field $unread', '(mut i32)'],
    comes: ['(field $kept i32)'],
    closed: true,
  },
  gufa: {
    module: `(module
  (func $id (param $x i32) (result i32)
    (local.get $x))
  (func (export "f") (result i32)
    (i32.add (call $id (i32.const 42)) (call $id (i32.const 42)))))`,
    gone: ['(local.get $x)'],
  },
  'gufa-cast-all': {
    module: `(module
  (type $S (struct))
  (func $make (result anyref)
    (struct.new $S))
  (func $id (param $x anyref) (result anyref)
    (local.get $x))
  (func (export "f") (result anyref)
    (call $id (call $make))))`,
    comes: ['ref.cast'],
    closed: true,
  },
  'gufa-optimizing': {
    module: `(module
  (import "env" "log" (func $log))
  (func $debug (param $on i32)
    (if (local.get $on)
      (then (call $log))))
  (func (export "f")
    (call $debug (i32.const 0))))`,
    gone: ['(if', '(call $log)'],
  },
  'heap-store-optimization': {
    module: `(module
  (type $S (struct (field (mut i32))))
  (func (export "f") (result anyref)
    (local $s (ref null $S))
    (local.set $s (struct.new $S (i32.const 1)))
    (struct.set $S 0 (local.get $s) (i32.const 2))
    (local.get $s)))`,
    gone: ['struct.set', '(i32.const 1)'],
  },
  heap2local: {
    module: `(module
  (type $S (struct (field (mut i32))))
  (func (export "f") (param $x i32) (result i32)
    (local $s (ref $S))
    (local.set $s (struct.new $S (local.get $x)))
    (struct.get $S 0 (local.get $s))))`,
    gone: ['struct.new', 'struct.get'],
    comes: ['(local $2 i32)'],
  },
  'i64-to-i32-lowering': {
    module: `(module
  (func (export "f") (param $x i64) (param $y i64) (result i64)
    (i64.add (local.get $x) (local.get $y))))`,
    gone: ['i64.add'],
    comes: ['i32.add', '(param $x$hi i32)'],
    first: ['flatten'],
  },
  'inline-main': {
    module: `(module
  (func $main (export "main") (result i32)
    (call $__original_main))
  (func $__original_main (result i32)
    (i32.const 7)))`,
    gone: ['(call $__original_main)'],
    comes: ['$__inlined_func$__original_main'],
  },
  inlining: {
    module: `(module
  (func $double (param $x i32) (result i32)
    (i32.add (local.get $x) (local.get $x)))
  (func (export "f") (param $x i32) (result i32)
    (call $double (local.get $x))))`,
    gone: ['(call $double', '(func $double'],
  },
  'inlining-optimizing': {
    module: `(module
  (func $add (param $x i32) (param $y i32) (result i32)
    (i32.add (local.get $x) (local.get $y)))
  (func (export "f") (result i32)
    (call $add (i32.const 40) (i32.const 2))))`,
    gone: ['(call $add', 'i32.add'],
    comes: ['(i32.const 42)'],
  },
  'instrument-branch-hints': {
    module: `(module
  (import "env" "log" (func $log))
  (func (export "f") (param $x i32)
    (@metadata.code.branch_hint "\\01")
    (if (local.get $x)
      (then (call $log)))))`,
    comes: ['log-branch'],
  },
  'instrument-locals': {
    module: `(module
  (func (export "f") (param $x i32) (result i32)
    (local.set $x (i32.const 7))
    (local.get $x)))`,
    comes: ['(call $get_i32', '(call $set_i32'],
  },
  'instrument-memory': {
    module: `(module
  (memory 1)
  (func (export "f") (param $p i32) (result i32)
    (i32.load (local.get $p))))`,
    comes: ['(call $load_ptr', '(call $load_val_i32'],
  },
  'intrinsic-lowering': {
    module: `(module
  (import "binaryen-intrinsics" "call.without.effects" (func $cwe (param i32 funcref) (result i32)))
  (func $g (param $x i32) (result i32)
    (local.get $x))
  (func (export "f") (result i32)
    (call $cwe (i32.const 7) (ref.func $g))))`,
    gone: ['(call $cwe'],
    comes: ['(call $g'],
  },
  'legalize-and-prune-js-interface': {
    module: `(module
  (import "env" "v" (func $v (result v128)))
  (func (export "f") (result i64)
    (drop (call $v))
    (i64.const 7))
  (func (export "g") (param v128)))`,
    gone: ['(export "g"', '(import "env" "v"'],
    comes: ['$legalstub$'],
  },
  'legalize-js-interface': {
    module: `(module
  (func (export "f") (param $x i64) (result i64)
    (local.get $x)))`,
    comes: ['$legalstub$', '(param $0 i32) (param $1 i32) (result i32)'],
  },
  licm: {
    module: `(module
  (memory 1)
  (func (export "f") (param $x i32)
    (local $a i32)
    (loop $l
      (local.set $a (i32.mul (local.get $x) (i32.const 10)))
      (i32.store (local.get $a) (i32.const 1))
      (br_if $l (local.get $x)))))`,
    gone: ['(loop $l\n   (local.set $a'],
    comes: ['(local $a i32)\n  (local.set $a\n   (i32.mul'],
  },
  'limit-segments': {
    module: `(module
  (memory 1)
  (data (i32.const 0) "a")
  (data (i32.const 1) "b"))`,
    same: true,
  },
  'llvm-memory-copy-fill-lowering': {
    module: `(module
  (memory 1)
  (func (export "f") (param $p i32) (param $q i32)
    (memory.copy (local.get $p) (local.get $q) (i32.const 64))
    (memory.fill (local.get $q) (i32.const 0) (i32.const 64))))`,
    gone: ['(memory.copy', '(memory.fill'],
    comes: ['(func $__memory_copy', '(func $__memory_fill'],
  },
  'llvm-nontrapping-fptoint-lowering': {
    module: `(module
  (func (export "f") (param $x f32) (result i32)
    (i32.trunc_sat_f32_s (local.get $x))))`,
    gone: ['i32.trunc_sat_f32_s'],
    comes: ['i32.trunc_f32_s', 'f32.abs'],
  },
  'local-cse': {
    module: `(module
  (import "env" "use" (func $use (param i32)))
  (func (export "f") (param $x i32)
    (call $use (i32.mul (i32.add (local.get $x) (i32.const 1)) (i32.const 3)))
    (call $use (i32.mul (i32.add (local.get $x) (i32.const 1)) (i32.const 3)))))`,
    comes: ['local.tee'],
  },
  'local-subtyping': {
    module: `(module
  (type $S (struct))
  (func (export "f") (result anyref)
    (local $a anyref)
    (local.set $a (struct.new $S))
    (local.get $a)))`,
    gone: ['(local $a anyref)'],
    comes: ['(local $a (ref'],
  },
  'log-execution': {
    module: `(module
  (func (export "f") (param $x i32)
    (loop $l
      (if (local.get $x)
        (then (return)))
      (br $l))))`,
    comes: [
      '(call $log_execution\n   (i32.const 2)',
      '(loop $l\n   (call $log_execution',
    ],
  },
  'make-shared-objects': {
    module: `(module
  (type $S (struct (field i32)))
  (func (export "f") (param (ref $S))))`,
    comes: ['(shared (struct'],
    features: ['SharedEverything'],
  },
  'mark-js-called': {
    module: `(module
 (type $e (array (mut externref)))
 (type $f (array (mut funcref)))
 (type $b (array (mut i8)))
 (import "wasm:js-prototypes" "configureAll" (func $configureAll (param (ref null $e) (ref null $f) (ref null $b) externref)))
 (data $bytes "1234")
 (elem $protos externref (ref.null extern))
 (elem $methods func $method)
 (func $method)
 (func (export "setup")
  (call $configureAll
   (array.new_elem $e $protos (i32.const 0) (i32.const 1))
   (array.new_elem $f $methods (i32.const 0) (i32.const 1))
   (array.new_data $b $bytes (i32.const 0) (i32.const 4))
   (ref.null extern))))`,
    comes: ['(@binaryen.js.called)'],
  },
  'memory-packing': {
    module: `(module (memory 1) (data (i32.const 0) "a\\00\\00\\00\\00\\00\\00\\00\\00\\00\\00\\00\\00\\00\\00\\00\\00\\00\\00\\00\\00\\00\\00\\00\\00\\00\\00\\00\\00\\00\\00\\00\\00\\00\\00\\00\\00\\00\\00\\00\\00b"))`,
    gone: [
      '\\00\\00\\00\\00\\00\\00\\00\\00\\00\\00\\00\\00\\00\\00\\00\\00\\00\\00\\00\\00\\00\\00\\00\\00\\00\\00\\00\\00\\00\\00\\00\\00\\00\\00\\00\\00\\00\\00\\00\\00',
    ],
    comes: ['(i32.const 41) "b"'],
  },
  'memory64-lowering': {
    module: `(module (memory i64 1) (func (param i64) (result i32) (i32.load (local.get 0))))`,
    gone: ['(memory $0 i64 1)'],
    comes: ['(i32.wrap_i64'],
    features: ['Memory64'],
  },
  'merge-blocks': {
    module: `(module (import "m" "f" (func $f)) (func (block $a (call $f) (block $b (call $f)) (br_if $a (i32.const 1)) (call $f))))`,
    gone: ['(block $b'],
  },
  'merge-j2cl-itables': {
    module: `(module
 (rec
  (type $Object (sub (struct (field $vtable (ref $Object.vtable)) (field $itable (ref $Object.itable)))))
  (type $Object.vtable (sub (struct)))
  (type $Object.itable (struct (field (ref null struct)))))
 (global $Object.itable (ref $Object.itable) (struct.new_default $Object.itable))
 (global $Object.vtable (ref $Object.vtable) (struct.new $Object.vtable))
 (func $f (param $o (ref null $Object))
  (drop (struct.get $Object.itable 0 (struct.get $Object $itable (local.get $o))))))`,
    gone: ['(struct.get $Object $itable'],
    comes: ['(struct.get $Object $vtable'],
    closed: true,
  },
  'merge-locals': {
    module: `(module (func (param $x i32) (result i32) (local $y i32) (local.set $y (local.get $x)) (drop (local.get $x)) (local.get $y)))`,
    comes: ['(drop\n   (local.get $y)'],
  },
  'merge-similar-functions': {
    module: `(module (func $a (result i32) (nop) (nop) (nop) (nop) (nop) (nop) (nop) (nop) (nop) (nop) (nop) (nop) (i32.const 42)) (func $b (result i32) (nop) (nop) (nop) (nop) (nop) (nop) (nop) (nop) (nop) (nop) (nop) (nop) (i32.const 43)) (func $c (result i32) (nop) (nop) (nop) (nop) (nop) (nop) (nop) (nop) (nop) (nop) (nop) (nop) (i32.const 44)))`,
    comes: [
      '(func $byn$mgfn-shared$a',
      'call $byn$mgfn-shared$a\n   (i32.const 43)',
    ],
  },
  metrics: {
    module: `(module (func (drop (i32.const 1))))`,
    prints: ['Metrics', 'Const', 'Drop', '[funcs]'],
  },
  'minify-imports': {
    module: `(module (import "env" "long_name" (func $f)))`,
    gone: ['"long_name"'],
    comes: ['(import "env" "a"'],
    prints: ['"long_name"'],
  },
  'minify-imports-and-exports': {
    module: `(module (import "env" "long_name" (func $f)) (export "long_export" (func $f)))`,
    gone: ['"long_name"', '"long_export"'],
    comes: ['(import "env" "a"', '(export "b"'],
    prints: ['"long_export"'],
  },
  'minify-imports-and-exports-and-modules': {
    module: `(module (import "long_module" "long_name" (func $f)) (export "long_export" (func $f)))`,
    gone: ['"long_module"', '"long_name"', '"long_export"'],
    comes: ['(import "a" "a"', '(export "b"'],
    prints: ['"long_export"'],
  },
  'minimize-rec-groups': {
    module: `(module (rec (type $a (struct (field i32))) (type $b (struct (field f32)))) (func (local (ref null $a) (ref null $b))))`,
    gone: ['(rec'],
  },
  monomorphize: {
    module: `(module
 (import "m" "log" (func $log (param i32)))
 (func $f (param $x i32)
  (if (local.get $x) (then (call $log (i32.const 1)) (call $log (i32.const 2)) (call $log (i32.const 3)))))
 (func $g (export "g") (call $f (i32.const 0)))
 (func $h (export "h") (param i32) (call $f (local.get 0))))`,
    comes: ['(func $f_'],
  },
  'monomorphize-always': {
    module: `(module
 (import "m" "log" (func $log (param i32)))
 (func $f (param $x i32) (call $log (local.get $x)))
 (func $g (export "g") (call $f (i32.const 7))))`,
    comes: ['(func $f_'],
  },
  'multi-memory-lowering': {
    module: `(module (memory $a 1) (memory $b 2)
 (func (result i32) (i32.load $b (i32.const 8))))`,
    gone: ['(memory $b'],
    comes: ['(memory $combined_memory 3', 'global $b_byte_offset'],
    features: ['MultiMemory'],
  },
  'multi-memory-lowering-with-bounds-checks': {
    module: `(module (memory $a 1) (memory $b 2)
 (func (result i32) (i32.load $b (i32.const 8))))`,
    gone: ['(memory $b'],
    comes: ['(memory $combined_memory 3', '(unreachable)'],
    features: ['MultiMemory'],
  },
  'name-types': {
    module: `(module (type $a_type_with_a_very_long_name (struct)) (func (local (ref null $a_type_with_a_very_long_name))))`,
    gone: ['$a_type_with_a_very_long_name'],
    comes: ['(type $type'],
  },
  nm: {
    module: `(module (func $answer (result i32) (i32.const 42)))`,
    prints: ['answer : 1'],
  },
  'no-full-inline': {
    module: `(module (func $f))`,
    refuses: 'Usage usage',
  },
  'no-inline': {
    module: `(module (func $f))`,
    refuses: 'Usage usage',
  },
  'no-partial-inline': {
    module: `(module (func $f))`,
    refuses: 'Usage usage',
  },
  'once-reduction': {
    module: `(module
 (import "m" "work" (func $work))
 (global $done (mut i32) (i32.const 0))
 (func $once
  (if (global.get $done) (then (return)))
  (global.set $done (i32.const 1))
  (call $work))
 (func (export "f") (call $once) (call $once)))`,
    gone: ['(call $once)\n  (call $once)'],
    comes: ['(call $once)\n  (nop)'],
  },
  'optimize-added-constants': {
    module: `(module (memory 1) (func (param i32) (result i32) (i32.load (i32.add (local.get 0) (i32.const 8)))))`,
    refuses: '--low-memory-unused',
  },
  'optimize-added-constants-propagate': {
    module: `(module (memory 1) (func (param $p i32) (result i32) (local $q i32)
 (local.set $q (i32.add (local.get $p) (i32.const 8))) (i32.load (local.get $q))))`,
    refuses: '--low-memory-unused',
  },
  'optimize-casts': {
    module: `(module (type $A (struct)) (import "m" "f" (func $f (param (ref null any))))
 (func (param $x anyref) (drop (ref.cast (ref $A) (local.get $x))) (call $f (local.get $x))))`,
    comes: ['(local.tee $1'],
  },
  'optimize-for-js': {
    module: `(module (func (param i32) (result i32) (i32.eq (i32.popcnt (local.get 0)) (i32.const 1))))`,
    gone: ['(i32.popcnt'],
    comes: ['(i32.sub'],
  },
  'optimize-instructions': {
    module: `(module (func (param i32) (result i32) (i32.mul (local.get 0) (i32.const 8))))`,
    gone: ['(i32.mul'],
    comes: ['(i32.shl'],
  },
  'optimize-j2cl': {
    module: `(module (global $field@Foo (mut i32) (i32.const 0))
 (func $clinit_<once>_@Foo (global.set $field@Foo (i32.const 7))))`,
    gone: ['(global.set $field@Foo'],
    comes: ['(global $field@Foo i32 (i32.const 7))'],
  },
  'pick-load-signs': {
    module: `(module (memory 1) (func (param i32) (result i32) (local $x i32)
 (local.set $x (i32.load8_u (local.get 0)))
 (i32.shr_s (i32.shl (local.get $x) (i32.const 24)) (i32.const 24))))`,
    gone: ['i32.load8_u'],
    comes: ['i32.load8_s'],
  },
  poppify: {
    module: `(module (func (result i32) (i32.add (i32.const 1) (i32.const 2))))`,
    gone: ['(i32.add\n   (i32.const 1)'],
    comes: ['(pop i32)'],
  },
  'post-emscripten': {
    module: `(module
 (import "env" "invoke_v" (func $invoke_v (param i32)))
 (table 1 1 funcref) (elem (i32.const 0) $safe)
 (func $safe)
 (func (export "f") (call $invoke_v (i32.const 0)))
 (memory 1) (data (i32.const 8) "alert(1)\\00")
 (global $start i32 (i32.const 8)) (global $stop i32 (i32.const 17))
 (export "__start_em_js" (global $start)) (export "__stop_em_js" (global $stop)))`,
    gone: ['(call $invoke_v', '__start_em_js', 'alert(1)'],
    comes: ['(call $safe'],
  },
  precompute: {
    module: `(module (func (result i32) (i32.add (i32.const 1) (i32.const 2))))`,
    gone: ['(i32.add'],
    comes: ['(i32.const 3)'],
  },
  'precompute-propagate': {
    module: `(module (func (result i32) (local $x i32) (local.set $x (i32.const 1)) (i32.add (local.get $x) (i32.const 2))))`,
    gone: ['(i32.add'],
    comes: ['(i32.const 3)'],
  },
  print: {
    module: `(module (func $f (result i32) (i32.const 42)))`,
    prints: ['(func $f', '(i32.const 42)'],
  },
  'print-boundary': {
    module: `(module (import "m" "f" (func $f (param i32))) (export "g" (func $f)))`,
    prints: ['"imports"', '"module"', '"base"', '"g"'],
  },
  'print-call-graph': {
    module: `(module (func $a (call $b)) (func $b))`,
    prints: ['digraph call {', '"a" -> "b"; // call'],
  },
  'print-features': {
    module: `(module)`,
    prints: ['--enable-simd', '--enable-gc'],
  },
  'print-full': {
    module: `(module (func $f (result i32) (i32.const 42)))`,
    prints: ['(i32.const 42) (; i32 ;)'],
  },
  'print-function-map': {
    module: `(module (import "m" "log" (func $log)) (func $answer))`,
    prints: ['0:log', '1:answer'],
  },
  'print-minified': {
    module: `(module (import "m" "f" (func $f)) (memory 1))`,
    prints: [
      '(module(type $0 (func))(import "m" "f" (func $f (type $0)))(memory $0 1)',
    ],
  },
  'propagate-debug-locs': {
    module: `(module (func $f (param $x i32) (result i32)
 ;;@ a.c:1:1
 (i32.eqz (local.tee $x (i32.const 1)))))`,
    gone: [';;@\n'],
    first: ['untee'],
  },
  'propagate-globals-globally': {
    module: `(module (global $a i32 (i32.const 42)) (global $b i32 (global.get $a)))`,
    gone: ['(global.get $a)'],
    comes: ['(global $b i32 (i32.const 42))'],
  },
  'remove-exports': {
    module: `(module (func (export "f")))`,
    refuses: 'Usage usage',
  },
  'remove-imports': {
    module: `(module (import "m" "f" (func $f)) (import "m" "g" (func $g (result i32))) (func (call $f) (drop (call $g))))`,
    gone: ['(import "m" "f"', '(call $f)', '(call $g)'],
    comes: ['(nop)', '(i32.const 0)'],
  },
  'remove-memory': {
    module: `(module (memory 1) (data (i32.const 0) "hello") (start $init) (func $init))`,
    gone: ['"hello"', '(start $init)'],
  },
  'remove-memory-init': {
    module: `(module (memory 1) (data (i32.const 0) "hello") (start $init) (func $init))`,
    gone: ['"hello"', '(start $init)', '(func $init'],
  },
  'remove-non-js-ops': {
    module: `(module (func (param i64 i64) (result i64) (i64.div_u (local.get 0) (local.get 1))))`,
    gone: ['(i64.div_u'],
    comes: ['(call $__wasm_i64_udiv'],
  },
  'remove-relaxed-simd': {
    module: `(module (func (param v128 v128) (result v128) (i8x16.relaxed_swizzle (local.get 0) (local.get 1))))`,
    gone: ['(i8x16.relaxed_swizzle'],
    comes: ['(unreachable)'],
    features: ['RelaxedSIMD'],
  },
  'remove-unused-brs': {
    module: `(module (import "m" "f" (func $f)) (func (block $out (call $f) (br $out))))`,
    gone: ['(br $out)'],
  },
  'remove-unused-module-elements': {
    module: `(module (memory $unused_memory 1) (func $unused) (func $used (export "f")))`,
    gone: ['(func $unused', '(memory $unused_memory'],
  },
  'remove-unused-names': {
    module: `(module (import "m" "f" (func $f)) (func (block $a (call $f)) (loop $b (call $f))))`,
    gone: ['$a', '(loop $b'],
  },
  'remove-unused-nonfunction-module-elements': {
    module: `(module (memory $unused_memory 1) (global $unused_global (mut i32) (i32.const 0)) (func $unused))`,
    gone: ['(memory $unused_memory', '(global $unused_global'],
  },
  'remove-unused-types': {
    module: `(module (rec (type $used (struct (field i32))) (type $unused (struct (field f32)))) (func (local (ref null $used))))`,
    gone: ['$unused'],
  },
  'reorder-functions': {
    module: `(module (func $rare) (func $busy) (func $main (export "main") (call $busy) (call $busy)))`,
    comes: ['(export "main" (func $main))\n (func $busy'],
  },
  'reorder-functions-by-name': {
    module: `(module (func $b) (func $a))`,
    comes: ['(func $a (type $0)\n )\n (func $b'],
  },
  'reorder-globals': {
    module: `(module (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global i32 i32.const 0) (global $busy (mut i32) i32.const 0) (func (drop (global.get $busy))))`,
    comes: ['(type $0 (func))\n (global $busy'],
  },
  'reorder-locals': {
    module: `(module (func (local $unused f32) (local $rare i32) (local $busy i64) (drop (local.get $rare)) (drop (local.get $busy)) (drop (local.get $busy))))`,
    gone: ['(local $unused f32)'],
    comes: ['(local $busy i64)\n  (local $rare i32)'],
  },
  'reorder-types': {
    module: `(module (type $rare (struct (field i32))) (type $busy (struct (field i64))) (func (drop (struct.new_default $rare)) (drop (struct.new_default $busy)) (drop (struct.new_default $busy))))`,
    comes: ['(type $busy (struct (field i64)))\n  (type $rare'],
    closed: true,
  },
  rereloop: {
    module: `(module (import "m" "f" (func $f)) (import "m" "g" (func $g)) (func (param $c i32) (block $end (block $else (br_if $else (local.get $c)) (call $f) (br $end)) (call $g))))`,
    gone: ['br_if'],
    comes: ['(if\n    (local.get $c)'],
  },
  roundtrip: {
    module: `(module (func (unreachable) (nop)))`,
    gone: ['(nop)'],
  },
  rse: {
    module: `(module (func (param $x i32) (local $y i32) (local.set $y (local.get $x)) (local.set $y (local.get $x))))`,
    comes: [
      '(local.set $y\n   (local.get $x)\n  )\n  (drop\n   (local.get $x)',
    ],
  },
  'safe-heap': {
    module: `(module (memory 1) (func (param $p i32) (result i32) (i32.load (local.get $p))))`,
    comes: [
      '(call $SAFE_HEAP_LOAD_i32_4_4\n   (local.get $p)',
      '(call $segfault)',
      '(call $alignfault)',
    ],
  },
  'separate-data-segments': {
    module: `(module (memory 1) (data (i32.const 0) "hi"))`,
    refuses: 'SeparateDataSegments usage',
  },
  'set-globals': {
    module: `(module (global $g (mut i32) (i32.const 0)))`,
    refuses: 'SetGlobals usage',
  },
  'signature-pruning': {
    module: `(module (type $t (func (param i32))) (elem declare func $f) (func $f (type $t)) (func $main (export "main") (param $x i32) (param f32) (call_ref $t (local.get $x) (ref.func $f))))`,
    gone: ['(type $t (func (param i32)))', '(local.get $x)'],
    comes: ['(type $t (func))', '(call_ref $t\n   (ref.func $f)'],
    closed: true,
  },
  'signature-refining': {
    module: `(module (type $s (struct)) (type $t (func (param anyref))) (func $f (type $t)) (func $main (export "main") (call $f (struct.new $s))))`,
    gone: ['anyref'],
    comes: ['(type $t (func (param (ref (exact $s)))))'],
  },
  'signext-lowering': {
    module: `(module (func (param $x i32) (result i32) (i32.extend8_s (local.get $x))))`,
    gone: ['i32.extend8_s'],
    comes: ['(i32.shr_s\n   (i32.shl'],
  },
  'simplify-globals': {
    module: `(module (global $g i32 (i32.const 42)) (func (result i32) (global.get $g)))`,
    gone: ['(global.get $g)'],
    comes: ['(result i32)\n  (i32.const 42)'],
  },
  'simplify-globals-optimizing': {
    module: `(module (global $g i32 (i32.const 42)) (func (result i32) (i32.add (global.get $g) (i32.const 1))))`,
    gone: ['(global.get $g)', 'i32.add'],
    comes: ['i32.const 43'],
  },
  'simplify-locals': {
    module: `(module (func (param $c i32) (result i32) (local $x i32) (if (local.get $c) (then (local.set $x (i32.const 1))) (else (local.set $x (i32.const 2)))) (local.get $x)))`,
    gone: ['(local.set $x', '(local.get $x)'],
    comes: ['(if (result i32)'],
  },
  'simplify-locals-nonesting': {
    module: `(module (import "m" "f" (func $f (result i32))) (func (result i32) (local $x i32) (local $y i32) (local.set $x (call $f)) (local.set $y (local.get $x)) (i32.eqz (local.get $y))))`,
    gone: ['(local.set $x'],
    comes: ['(local.set $y\n   (call $f)\n  )\n  (i32.eqz\n   (local.get $y)'],
  },
  'simplify-locals-nostructure': {
    module: `(module (import "m" "f" (func $f (result i32))) (func (param $c i32) (result i32) (local $x i32) (local $y i32) (if (local.get $c) (then (local.set $x (i32.const 1))) (else (local.set $x (i32.const 2)))) (local.set $y (call $f)) (i32.mul (local.get $y) (local.get $x))))`,
    gone: ['(local.set $y'],
    comes: [
      '(local.set $x\n     (i32.const 2)\n    )\n   )\n  )\n  (nop)\n  (i32.mul\n   (call $f)\n   (local.get $x)',
    ],
  },
  'simplify-locals-notee': {
    module: `(module (import "m" "f" (func $f (result i32))) (func (param $c i32) (result i32) (local $x i32) (local $y i32) (if (local.get $c) (then (local.set $y (i32.const 1))) (else (local.set $y (i32.const 2)))) (local.set $x (call $f)) (i32.sub (local.get $y) (i32.mul (local.get $x) (local.get $x)))))`,
    comes: [
      '(local.set $y\n   (if (result i32)',
      '(nop)\n     (i32.const 2)\n    )\n   )\n  )\n  (local.set $x\n   (call $f)\n  )\n  (i32.sub\n   (local.get $y)\n   (i32.mul\n    (local.get $x)',
    ],
  },
  'simplify-locals-notee-nostructure': {
    module: `(module (import "m" "f" (func $f (result i32))) (func (param $c i32) (result i32) (local $x i32) (local $y i32) (local $z i32) (if (local.get $c) (then (local.set $x (i32.const 1))) (else (local.set $x (i32.const 2)))) (local.set $y (call $f)) (local.set $z (i32.mul (local.get $y) (local.get $y))) (i32.sub (local.get $z) (local.get $x))))`,
    gone: ['(local.set $z'],
    comes: [
      '(local.set $x\n     (i32.const 2)\n    )\n   )\n  )\n  (local.set $y\n   (call $f)\n  )\n  (nop)\n  (i32.sub\n   (i32.mul\n    (local.get $y)\n    (local.get $y)',
    ],
  },
  souperify: {
    module: `(module (func (param $x i32) (local $y i32) (local $z i32) (local.set $y (i32.add (local.get $x) (i32.const 1))) (local.set $z (i32.xor (local.get $y) (local.get $y)))))`,
    prints: ['%1 = add %0, 1:i32\n%2 = xor %1, %1\ninfer %2'],
  },
  'souperify-single-use': {
    module: `(module (func (param $x i32) (local $y i32) (local $z i32) (local.set $y (i32.add (local.get $x) (i32.const 1))) (local.set $z (i32.xor (local.get $y) (local.get $y)))))`,
    prints: ['%0:i32 = var\n%1 = xor %0, %0\ninfer %1'],
  },
  'spill-pointers': {
    module: `(module (memory 1) (global $__stack_pointer (mut i32) (i32.const 65536)) (func $f (param $p i32) (call $g) (drop (i32.load (local.get $p)))) (func $g))`,
    comes: [
      '(i32.store\n     (local.get $1)\n     (local.get $p)\n    )\n    (call $g)',
    ],
  },
  ssa: {
    module: `(module (func (param $c i32) (result i32) (local $x i32) (local.set $x (i32.const 1)) (drop (local.get $x)) (local.set $x (i32.const 2)) (if (local.get $c) (then (local.set $x (i32.const 3)))) (local.get $x)))`,
    gone: ['(local.set $x', '(local.get $x)'],
    comes: [
      '(local.set $2\n   (i32.const 1)',
      '(local.set $3\n   (local.tee $5',
      '(local.set $4\n     (local.tee $5',
      '(local.get $5)',
    ],
  },
  'ssa-nomerge': {
    module: `(module (func (param $c i32) (result i32) (local $x i32) (local.set $x (i32.const 1)) (drop (local.get $x)) (local.set $x (i32.const 2)) (if (local.get $c) (then (local.set $x (i32.const 3)))) (local.get $x)))`,
    gone: ['(local.set $x\n   (i32.const 1)'],
    comes: [
      '(local.set $2\n   (i32.const 1)',
      '(drop\n   (local.get $2)\n  )\n  (local.set $x\n   (i32.const 2)',
    ],
  },
  'stack-check': {
    module: `(module (global $__stack_pointer (mut i32) (i32.const 65536)) (func $f (param $x i32) (global.set $__stack_pointer (local.get $x))))`,
    comes: [
      '(global.get $__stack_limit)\n    )\n   )\n   (then\n    (unreachable)',
      '(export "__set_stack_limits"',
    ],
  },
  'string-gathering': {
    module: `(module (func (result stringref) (string.const "hi")))`,
    gone: ['\n  (string.const "hi")'],
    comes: ['(ref string) (string.const "hi"))', '(global.get $"string.const_'],
    features: ['Strings'],
  },
  'string-lifting': {
    module: `(module (import "'" "hi" (global $hi (ref extern))) (import "wasm:js-string" "length" (func $length (param externref) (result i32))) (func (result i32) (call $length (global.get $hi))))`,
    gone: ['(call $length', '(global.get $hi)'],
    comes: ['(string.measure_wtf16\n   (string.const "hi")'],
    features: ['Strings'],
  },
  'string-lowering': {
    module: `(module (func (result i32) (string.measure_wtf16 (string.const "hi"))))`,
    gone: ['string.measure_wtf16'],
    comes: [
      '(call $length',
      '(import "wasm:js-string" "length"',
      '(import "string.const" "0" (global',
      'custom section "string.consts"',
    ],
    features: ['Strings'],
  },
  'string-lowering-magic-imports': {
    module: `(module (func (result i32) (string.measure_wtf16 (string.const "hi"))))`,
    gone: ['string.measure_wtf16'],
    comes: [
      '(call $length',
      '(import "wasm:js-string" "length"',
      '"hi" (global',
    ],
    features: ['Strings'],
  },
  'string-lowering-magic-imports-assert': {
    module: `(module (func (result i32) (string.measure_wtf16 (string.const "hi"))))`,
    gone: ['string.measure_wtf16'],
    comes: [
      '(call $length',
      '(import "wasm:js-string" "length"',
      '"hi" (global',
    ],
    features: ['Strings'],
  },
  strip: {
    module: `(module (func (param $x i32)
 ;;@ main.c:1:2
 (drop (local.get $x))))`,
    gone: [';;@ main.c:1:2', '$x'],
  },
  'strip-debug': {
    module: `(module (func (param $x i32)
 ;;@ main.c:1:2
 (drop (local.get $x))))`,
    gone: [';;@ main.c:1:2', '$x'],
  },
  'strip-dwarf': {
    module: `(module (func (param $x i32)))`,
    same: true,
  },
  'strip-eh': {
    module: `(module (tag $t) (func (throw $t)) (func (block $b (try_table (catch_all $b) (nop)))))`,
    gone: ['(tag $t', 'throw', 'try_table'],
    comes: ['(unreachable)', '(block $b\n   (nop)'],
  },
  'strip-producers': {
    module: `(module)`,
    same: true,
  },
  'strip-target-features': {
    module: `(module)`,
    gone: ['features section'],
    first: ['emit-target-features'],
  },
  'strip-toolchain-annotations': {
    module: `(module (@binaryen.idempotent) (func $f (@binaryen.removable.if.unused) (call $f)))`,
    gone: ['@binaryen.idempotent', '@binaryen.removable.if.unused'],
  },
  'stub-unsupported-js': {
    module: `(module (type $t (func (result i32))) (table 1 funcref) (func (param i64) (result f32) (f32.convert_i64_u (local.get 0))) (func (param i32) (result i32) (call_indirect (type $t) (local.get 0))))`,
    gone: ['call_indirect', 'f32.convert_i64_u'],
    comes: ['(f32.const 0)', '(i32.const 0)'],
  },
  symbolmap: {
    module: `(module (func $name) (func $other))`,
    prints: ['0:name\n1:other'],
  },
  'table64-lowering': {
    module: `(module (type $t (func)) (memory i64 1) (table i64 1 funcref) (func (param $i i64) (call_indirect (type $t) (local.get $i))) (func (param $p i64) (result i32) (i32.load (local.get $p))))`,
    gone: ['(table $0 i64', '(memory $0 i64'],
    comes: [
      '(call_indirect $0 (type $t)\n   (i32.wrap_i64',
      '(i32.load\n   (i32.wrap_i64',
    ],
    features: ['Memory64'],
  },
  'trace-calls': {
    module: `(module (func $f (param i32)) (func (call $f (i32.const 7))))`,
    refuses: 'TraceCalls usage',
  },
  'translate-to-exnref': {
    module: `(module (tag $t) (func $f) (func (try (do (call $f)) (catch $t))))`,
    gone: ['(try\n'],
    comes: ['(try_table (catch $t'],
  },
  'translate-to-new-eh': {
    module: `(module (tag $t) (func $f) (func (try (do (call $f)) (catch $t))))`,
    gone: ['(try\n'],
    comes: ['(try_table (catch $t'],
  },
  'trap-mode-clamp': {
    module: `(module (func (param i32 i32) (result i32) (i32.div_s (local.get 0) (local.get 1))) (func (param f64) (result i32) (i32.trunc_f64_s (local.get 0))))`,
    gone: ['(result i32)\n  (i32.trunc_f64_s'],
    comes: [
      '(call $i32s-div',
      '(call $f64-to-int',
      '(i32.eqz\n    (local.get $1)\n   )\n   (then\n    (i32.const 0)',
      '(f64.ge',
    ],
  },
  'trap-mode-js': {
    module: `(module (func (param i32 i32) (result i32) (i32.div_s (local.get 0) (local.get 1))) (func (param f64) (result i32) (i32.trunc_f64_s (local.get 0))))`,
    gone: ['i32.trunc_f64_s'],
    comes: [
      '(call $i32s-div',
      '(import "asm2wasm" "f64-to-int"',
      '(call $f64-to-int',
    ],
  },
  'tuple-optimization': {
    module: `(module (func (result i32) (local $t (tuple i32 i64)) (local.set $t (tuple.make 2 (i32.const 1) (i64.const 2))) (tuple.extract 2 0 (local.get $t))))`,
    gone: ['tuple.make', 'tuple.extract'],
    comes: [
      '(local.set $1\n    (i32.const 1)',
      '(local.set $2\n    (i64.const 2)',
    ],
  },
  'type-finalizing': {
    module: `(module (type $a (sub (struct))) (func (local (ref null $a))))`,
    gone: ['(type $a (sub (struct)))'],
    comes: ['(type $a (struct))'],
  },
  'type-merging': {
    module: `(module (rec (type $a (sub (struct (field i32)))) (type $b (sub $a (struct (field i32))))) (func (drop (struct.new $a (i32.const 1))) (drop (struct.new $b (i32.const 2)))))`,
    gone: ['struct.new $b'],
    comes: ['(struct.new $a\n    (i32.const 2)'],
    closed: true,
  },
  'type-refining': {
    module: `(module (type $s (struct)) (type $box (struct (field anyref))) (func (drop (struct.new $box (struct.new $s)))))`,
    gone: ['anyref'],
    comes: ['(struct (field (ref $s)))'],
    closed: true,
  },
  'type-refining-gufa': {
    module: `(module (type $s (struct)) (type $box (struct (field anyref))) (func $make (result anyref) (struct.new $s)) (func (drop (struct.new $box (call $make)))))`,
    gone: ['(field anyref)'],
    comes: ['(struct (field (ref $s)))'],
    closed: true,
  },
  'type-ssa': {
    module: `(module (type $a (sub (struct (field i32)))) (func (drop (struct.new $a (i32.const 1))) (drop (struct.new $a (i32.const 2)))))`,
    gone: ['(struct.new $a\n'],
    comes: [
      '(type $a_1 (sub $a',
      '(type $a_2 (sub $a',
      '(struct.new $a_1',
      '(struct.new $a_2',
    ],
  },
  'type-unfinalizing': {
    module: `(module (type $a (struct)) (func (local (ref null $a))))`,
    gone: ['(type $a (struct))'],
    comes: ['(type $a (sub (struct)))'],
  },
  unsubtyping: {
    module: `(module (rec (type $a (sub (struct))) (type $b (sub $a (struct)))) (func (drop (struct.new $a)) (drop (struct.new $b))))`,
    gone: ['(type $b (sub $a'],
    comes: ['(type $b (sub (struct))'],
  },
  untee: {
    module: `(module (func (result i32) (local $x i32) (local.tee $x (i32.const 1))))`,
    gone: ['local.tee'],
    comes: ['(local.set $x\n   (i32.const 1)\n  )\n  (local.get $x)'],
  },
  vacuum: {
    module: `(module (func (result i32) (nop) (drop (i32.const 1)) (i32.const 2)))`,
    gone: ['nop', 'drop', '(i32.const 1)'],
  },
}
