/**
 * What each of Binaryen's passes does, in one sentence. `pass-examples.fixture.ts`
 * has a small module for each, and a test that holds the sentence against it.
 */
export const PASSES: Readonly<Record<string, string>> = {
  'abstract-type-refining':
    'Rewrites uses of a struct type to the type of null if neither it nor a subtype is ever created.',
  'alignment-lowering':
    'Splits loads and stores that promise too little alignment into smaller, aligned ones.',
  asyncify:
    'Rewrites functions so that they can pause during an import call and resume there later.',
  'avoid-reinterprets':
    'Loads a value a second time as the other type instead of reinterpreting its bits.',
  cfp: 'Replaces reads of a struct field that always holds the same constant with that constant.',
  'cfp-reftest':
    'Replaces reads of a field that holds one of two constants with a type test choosing between them.',
  'coalesce-locals':
    'Lets locals share a slot when they are never needed at the same time.',
  'coalesce-locals-learning':
    'Makes locals share slots, searching with a genetic algorithm for the best assignment.',
  'code-folding':
    'Merges the same code at the ends of several branches into one copy after them.',
  'code-pushing':
    'Moves an assignment down past an early exit, so that it does not run when it is not needed.',
  'const-hoisting':
    'Puts a large constant that a function repeats into a local, so that each use takes fewer bytes.',
  'constraint-analysis':
    'Decides comparisons whose result follows from earlier checks on the same locals.',
  dae: 'Removes parameters never used or always the same constant, and results that no caller uses.',
  'dae-optimizing':
    'Removes unneeded parameters and results, then optimizes the functions that changed.',
  dae2: 'Removes parameters that are never really used, even when functions only pass them round in circles.',
  dce: 'Removes code that can never run, such as what follows a return.',
  dealign:
    'Declares every load and store as possibly unaligned, that is, as aligned to one byte only.',
  denan:
    'Adds calls that turn every NaN computed, loaded or passed in into 0 while the program runs.',
  dfo: "Follows values through a function's locals and fills in a constant where it can compute one.",
  directize:
    'Turns an indirect call through a table into a direct call when the table entry is known.',
  'discard-global-effects':
    'Changes no code, but forgets what generate-global-effects noted, as it may be outdated.',
  'duplicate-function-elimination':
    'Keeps one of several functions with the same code and points all calls to it.',
  'duplicate-import-elimination':
    'Merges function imports that name the same module, field and type.',
  dwarfdump:
    'Prints the DWARF debug information of a binary, but this build has no support for DWARF and only warns.',
  'emit-target-features':
    'Makes the binary list its enabled WebAssembly features in a custom section, for other tools.',
  'enclose-world':
    "Wraps exports so that only externref, not the module's own types, crosses the border.",
  'extract-function':
    'Keeps one function that its argument names, turning the others into imports.',
  'extract-function-index':
    'Keeps one function that its argument gives by index, turning the others into imports.',
  flatten:
    'Unnests expressions, so that every operand is a local or a constant, as some passes require.',
  'fpcast-emu':
    'Gives all functions in tables one common type, so that calls with the wrong type work anyway.',
  'func-metrics':
    'Prints how large each function is and how many of each kind of instruction it has.',
  'generate-dyncalls':
    'Adds exported dynCall functions with which JavaScript can call what is in the table.',
  'generate-global-effects':
    'Changes no code, but notes for each function what effects a call to it can have, for later passes.',
  'generate-i64-dyncalls':
    'Adds exported dynCall functions only for table entries with a 64-bit integer in their type.',
  'global-refining':
    'Gives globals a more specific type when all values written to them allow it.',
  gsi: 'Replaces a read of a field when globals hold all structs of its type, with at most two values in it.',
  'gsi-desc-cast':
    'Does what gsi does, and casts by descriptor where only one descriptor global is possible.',
  gto: 'Removes struct fields that are never read, and makes those never written again immutable.',
  gufa: 'Works out which values can reach each place in the whole program and fills in the only possible one.',
  'gufa-cast-all':
    'Does what gufa does, and adds a cast wherever it finds a more specific type.',
  'gufa-optimizing':
    'Does what gufa does, then removes code that this left dead or useless in the functions it changed.',
  'heap-store-optimization':
    'Moves a value stored right after a struct is made into the making of the struct.',
  heap2local:
    'Keeps the fields of a struct in locals when it never leaves the function, so nothing is allocated.',
  'i64-to-i32-lowering':
    'Replaces 64-bit integers with pairs of 32-bit ones, for targets that have no others.',
  'inline-main':
    "Inlines __original_main, as Clang names the program's own main, into the main that wraps it.",
  inlining:
    'Replaces calls to small functions, or functions called once, with their code.',
  'inlining-optimizing':
    'Replaces calls with the code of the function called, then optimizes the functions that grew.',
  'instrument-branch-hints':
    'Adds calls that log whether each branch with a hint went the way the hint said.',
  'instrument-locals':
    'Adds a call to an import around every read and write of a local, to log or change the value.',
  'instrument-memory':
    'Adds calls to imports around every load and store, to log or change addresses and values.',
  'intrinsic-lowering':
    "Replaces calls to Binaryen's special imports, such as call.without.effects, with ordinary code.",
  'legalize-and-prune-js-interface':
    'Splits 64-bit integers at the JavaScript border and drops imports and exports JavaScript cannot use.',
  'legalize-js-interface':
    'Wraps imports and exports with 64-bit integers so that JavaScript sees pairs of 32-bit ones.',
  licm: 'Moves code whose result is the same in every round of a loop out in front of the loop.',
  'limit-segments':
    'Merges data segments past the 100000 that engines allow, but does nothing while bulk memory is enabled.',
  'llvm-memory-copy-fill-lowering':
    'Replaces memory.copy and memory.fill with calls to added functions that loop over the bytes.',
  'llvm-nontrapping-fptoint-lowering':
    'Replaces float-to-int conversions that never trap with checks around ones that can.',
  'local-cse':
    'Computes an expression that repeats in straight-line code once and keeps the result in a local.',
  'local-subtyping':
    'Gives locals a more specific type when all values assigned to them allow it.',
  'log-execution':
    'Adds calls to a logging import at the start of functions and loops, and before returns.',
  'make-shared-objects':
    'Makes structs and arrays shared between threads, and functions unshared.',
  'mark-js-called':
    'Annotates functions that become methods of JavaScript objects (by configureAll) as called from JavaScript.',
  'memory-packing':
    'Splits data segments around long runs of zeros, so the zeros need not be stored.',
  'memory64-lowering':
    'Turns 64-bit memories and tables into 32-bit ones, keeping the lower half of every address.',
  'merge-blocks':
    'Moves the contents of inner blocks that nothing branches to into the block around them.',
  'merge-j2cl-itables':
    "Moves each Java class's interface table into its method table, for modules J2CL made from Java.",
  'merge-locals':
    'Reads one of two locals that hold the same value in place of the other, so they can share a slot later.',
  'merge-similar-functions':
    'Merges functions that differ only in constants into one that takes those constants as parameters.',
  metrics:
    'Prints how many functions, imports, exports and instructions of each kind the module has.',
  'minify-imports':
    'Renames imports from env and WASI to the shortest names, and prints which name became which.',
  'minify-imports-and-exports':
    'Renames exports, and imports from env and WASI, to short names, and prints the list of old and new.',
  'minify-imports-and-exports-and-modules':
    'Shortens all import and export names, lists old and new, and makes every import come from module a.',
  'minimize-rec-groups':
    'Splits groups of type definitions so that only types that refer to each other stay together.',
  monomorphize:
    'Copies a function for a call with known arguments and builds them in, where that makes it cheaper.',
  'monomorphize-always':
    'Copies a function for a call with known arguments and builds them in, even where that gains nothing.',
  'multi-memory-lowering':
    'Puts all memories one after another into a single one, and adds offsets to reach each of them.',
  'multi-memory-lowering-with-bounds-checks':
    'Combines all memories into one, and traps where an access would leave the memory it was meant for.',
  'name-types':
    'Names types that have no name, and gives a short new name to those with a very long one.',
  nm: 'Prints the name of every function the module defines and its size in instructions.',
  'no-full-inline':
    'Keeps functions whose names match a given pattern from being inlined whole, though parts may be.',
  'no-inline':
    'Keeps functions whose names match a given pattern from being inlined by later passes.',
  'no-partial-inline':
    'Keeps functions whose names match a given pattern from being split so that a part can be inlined.',
  'once-reduction':
    'Removes calls of a function that works only the first time, where it has surely been called before.',
  'optimize-added-constants':
    'Moves a small constant added to an address into the load or store, given that low memory is unused.',
  'optimize-added-constants-propagate':
    'Moves added constants into loads and stores, through locals too, given that low memory is unused.',
  'optimize-casts':
    'Keeps the result of a cast in a local, so that later uses of the value are known to have that type.',
  'optimize-for-js':
    'Tests that exactly one bit is set without counting bits, for code that will become JavaScript.',
  'optimize-instructions':
    'Replaces combinations of instructions with cheaper ones, such as a shift for a multiplication by eight.',
  'optimize-j2cl':
    'Moves constants from Java class initializers into global variables, for modules J2CL made from Java.',
  'pick-load-signs':
    'Makes small loads signed or unsigned, whichever suits how their values are used.',
  poppify:
    'Rewrites nested code as a flat list of instructions that take their operands from the stack.',
  'post-emscripten':
    'Drops data only Emscripten needed, and calls functions that cannot throw without going through JavaScript.',
  precompute:
    'Works out expressions whose operands are all known and puts in their results.',
  'precompute-propagate':
    'Works out expressions whose values are known, also when the values reach them through locals.',
  print: 'Prints the module as text.',
  'print-boundary':
    "Prints the module's imports and exports, with their types, as JSON.",
  'print-call-graph':
    'Prints which function calls which, as a graph that Graphviz can draw.',
  'print-features':
    "Prints the WebAssembly features enabled for the module, as options for Binaryen's tools.",
  'print-full':
    'Prints the module as text with nothing left out, and notes the type of every expression.',
  'print-function-map':
    'Prints the index and the name of every function, a help in reading stack traces without names.',
  'print-minified':
    'Prints the module as text with as few spaces and line breaks as possible.',
  'propagate-debug-locs':
    'Gives instructions without a source location the one of the instruction around or before them.',
  'propagate-globals-globally':
    "Puts a constant global's value in the initial values of other globals that refer to it.",
  'remove-exports': 'Removes the exports whose names match a given pattern.',
  'remove-imports':
    'Removes imported functions, and puts a nop or a zero where they were called.',
  'remove-memory': 'Does what remove-memory-init does, under its old name.',
  'remove-memory-init':
    'Removes all data segments and the start function, leaving memory to begin as zeros.',
  'remove-non-js-ops':
    'Replaces operations that JavaScript lacks, such as 64-bit division, with calls to code it adds.',
  'remove-relaxed-simd':
    'Replaces relaxed SIMD instructions, whose results may differ between machines, with traps.',
  'remove-unused-brs':
    'Removes branches and returns that lead where execution would have gone anyway, and simplifies others.',
  'remove-unused-module-elements':
    'Removes functions, globals, memories and the like that nothing exported can reach.',
  'remove-unused-names':
    'Removes the labels of blocks and loops that nothing branches to.',
  'remove-unused-nonfunction-module-elements':
    'Removes unused globals, memories, tables and the like, but keeps every function.',
  'remove-unused-types':
    'Removes type definitions that nothing in the module uses.',
  'reorder-functions':
    'Sorts functions by how often they are called, so that the busiest get the shortest indices.',
  'reorder-functions-by-name':
    'Sorts the functions by their names, which makes two builds easier to compare.',
  'reorder-globals':
    'Sorts globals by how often they are used, once there are too many for one-byte indices.',
  'reorder-locals':
    "Sorts a function's locals by how often they are used, and drops those never used.",
  'reorder-types':
    'Sorts private types by how often they are used, so that the busiest get short indices.',
  rereloop:
    'Takes a flat function apart into basic blocks, and rebuilds its ifs and loops from how they jump.',
  roundtrip:
    'Writes the module as a binary and reads it back; what a binary leaves out, such as dead code, is lost.',
  rse: 'Removes a write to a local that already holds the very value being written.',
  'safe-heap':
    'Replaces each load and store by a call that first checks the address for bounds and alignment.',
  'separate-data-segments':
    "Moves the memory's initial data out of the module into a file whose name it needs as an argument.",
  'set-globals':
    'Gives globals new initial values; it needs their names and values as an argument.',
  'signature-pruning':
    'Removes a parameter from a function type, and from all calls, if no function of that type uses it.',
  'signature-refining':
    'Narrows the parameters and results of a function type to the types their values really have.',
  'signext-lowering':
    'Replaces each sign-extending instruction by two shifts, for engines that lack it.',
  'simplify-globals':
    'Puts the value of a global that never changes in place of each read of it.',
  'simplify-globals-optimizing':
    'Does what simplify-globals does, then optimizes the functions in which it put a constant.',
  'simplify-locals':
    'Moves a value from its local to the place that reads it, even out of the arms of an if.',
  'simplify-locals-nonesting':
    'Does what simplify-locals does, but moves values between locals only, so that flat code stays flat.',
  'simplify-locals-nostructure':
    'Does what simplify-locals does, but gives no block, if or loop a result.',
  'simplify-locals-notee':
    'Does what simplify-locals does, but never makes a local.tee.',
  'simplify-locals-notee-nostructure':
    'Does what simplify-locals does, but makes no local.tee and gives no block, if or loop a result.',
  souperify:
    'Prints the integer arithmetic of a flat function as input for Souper, which searches for shortcuts.',
  'souperify-single-use':
    'Does what souperify does, but leaves out steps whose value is used more than once.',
  'spill-pointers':
    'Before each call, copies the pointers needed after it to the C stack, where a collector finds them.',
  ssa: 'Gives each write to a local a new local, and one more to reads that can see several writes.',
  'ssa-nomerge':
    'Gives each write to a local a new local, unless a read of it can also see another write.',
  'stack-check':
    'Guards each change of the stack pointer, so that the module traps when the C stack overflows.',
  'string-gathering':
    'Puts each string constant into a global of its own, and reads that where the string stood.',
  'string-lifting':
    "Turns imported strings and calls of JavaScript's string functions back into string instructions.",
  'string-lowering':
    'Replaces string instructions by calls of JavaScript functions, and constants by imported globals.',
  'string-lowering-magic-imports':
    'Does what string-lowering does, but imports each constant under its own text as the name.',
  'string-lowering-magic-imports-assert':
    'Does string-lowering-magic-imports, but stops if a constant is not well-formed Unicode.',
  strip: 'Does what strip-debug does, under its old name.',
  'strip-debug':
    'Removes debug info, such as source positions, the names of locals, and DWARF sections.',
  'strip-dwarf':
    'Removes the DWARF debug sections, which a module keeps beside its code; text never holds them.',
  'strip-eh':
    'Removes exception handling: a throw becomes a trap, and of a try only the body remains.',
  'strip-producers':
    'Removes the section that names the tools that made the module; text never holds it.',
  'strip-target-features':
    'Removes the section that lists the WebAssembly features the module uses.',
  'strip-toolchain-annotations':
    'Removes the notes in the code that only tools such as Binaryen understand.',
  'stub-unsupported-js':
    'Replaces what wasm2js cannot express, such as indirect calls or u64-to-f32 conversions, by a zero.',
  symbolmap: 'Does what print-function-map does, under another name.',
  'table64-lowering': 'Does what memory64-lowering does, under another name.',
  'trace-calls':
    'Adds a call of a tracer after each call of the functions that its argument must name.',
  'translate-to-exnref':
    'Turns the old try and catch instructions into try_table, which has replaced them.',
  'translate-to-new-eh':
    'Does what translate-to-exnref does, under its old name.',
  'trap-mode-clamp':
    'Replaces divisions and conversions that may trap by functions that return a fixed value instead.',
  'trap-mode-js':
    'Replaces divisions and conversions that may trap by ones that act as JavaScript does.',
  'tuple-optimization':
    "Splits a local that holds a tuple into one local for each of the tuple's parts.",
  'type-finalizing':
    'Marks each type that has no subtypes as final, so that nothing can extend it.',
  'type-merging':
    'Replaces a type by its supertype, or by one of the same shape, if nothing tells them apart.',
  'type-refining':
    "Narrows a struct field's type to that of the values that are written to it.",
  'type-refining-gufa':
    'Does what type-refining does, but follows values through the whole module to learn their types.',
  'type-ssa':
    'Gives each place that creates a struct or array a new subtype, so that passes can tell them apart.',
  'type-unfinalizing':
    'Marks each type as open to subtypes, so that passes are free to add some.',
  unsubtyping:
    'Makes a type no longer a subtype of another where nothing in the module relies on it.',
  untee: 'Splits each local.tee into a local.set and a local.get.',
  vacuum:
    'Removes code that plainly does nothing, such as a nop or a constant that is dropped.',
}

/** What levels from -O3, -Os and -Oz have done behind all passes; no pass itself. */
export const WRITER = 'optimize-stack-ir'
export const WRITER_SAYS =
  'Not a pass, but the writer: while it writes the module, it leaves a value on the stack where a local would only carry it.'

/** The names of passes in a list as people write it: with commas, `--` or neither. */
export function passesIn(list: string): string[] {
  return list.split(/[\s,]+/).flatMap((word) => word.replace(/^--/, '') || [])
}
