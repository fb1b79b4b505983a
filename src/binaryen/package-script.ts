/**
 * A script of the pinned package, and edits to it. What has to change is found
 * by its shape, since names are minified, and must be there exactly once: a
 * Binaryen that is built differently stops here, and says where.
 */
import { parse, type AnyNode, type Node, type Program } from 'acorn'

/** A literal at least this long, in characters, can only be the binary. */
const BINARY_LENGTH = 1_000_000

/** Replaces the characters of one node. */
export interface Edit {
  node: Node
  text: string
}

export class PackageScript {
  readonly program: Program
  readonly #source: string
  readonly #name: string
  readonly #editedIn: string

  /**
   * @param name the file in the package, for errors
   * @param editedIn the file of ours with the edits, for errors
   */
  constructor(
    source: string,
    {
      name,
      editedIn,
      sourceType,
    }: { name: string; editedIn: string; sourceType: 'module' | 'script' },
  ) {
    this.#source = source
    this.#name = name
    this.#editedIn = editedIn
    this.program = parse(source, { ecmaVersion: 2023, sourceType })
  }

  /** Every node that `matches` tells something of, and what it tells. */
  find<T>(matches: (node: AnyNode) => T | null | undefined): T[] {
    return [...walk(this.program)].flatMap((node) => matches(node) ?? [])
  }

  /**
   * @returns the only element of `found`
   * @throws {Error} naming the edit, if there are none or several
   */
  once<T>(edit: string, found: T[]): T {
    if (found.length !== 1)
      throw this.changed(
        edit,
        `it matched ${found.length} times instead of once`,
      )
    return found[0]!
  }

  /**
   * @returns the binary, and the call that decodes it, whose only argument it is
   * @throws {Error} if there is not exactly one, or it is not WebAssembly
   */
  binary(): { node: Node; wasm: Uint8Array } {
    const { node, text } = this.once(
      'find the binary as the only argument of a call',
      this.find((call) => {
        if (call.type !== 'CallExpression' || call.arguments.length !== 1)
          return
        const literal = literalText(call.arguments[0] as AnyNode)
        if (!literal || literal.length <= BINARY_LENGTH) return
        return { node: call, text: literal }
      }),
    )
    const wasm = decode(text)
    if (!WebAssembly.validate(wasm))
      throw this.changed(
        'decode the binary',
        'what came out is not WebAssembly',
      )
    return { node, wasm }
  }

  /** @returns the source with all edits made */
  edited(edits: Edit[]): string {
    let result = ''
    let end = 0
    for (const { node, text } of edits.sort(
      (a, b) => a.node.start - b.node.start,
    )) {
      result += this.#source.slice(end, node.start) + text
      end = node.end
    }
    return result + this.#source.slice(end)
  }

  changed(edit: string, happened: string): Error {
    return new Error(
      `Cannot ${edit} while splitting ${this.#name}: ${happened}. ` +
        `Binaryen's build has probably changed. Install the version pinned in ` +
        `package.json, or adapt this edit in ${this.#editedIn}.`,
    )
  }
}

/** The characters of a string or template literal; `null` for other nodes. */
export function literalText(node: AnyNode): string | null {
  if (node.type === 'Literal' && typeof node.value === 'string')
    return node.value
  if (node.type !== 'TemplateLiteral' || node.expressions.length) return null
  return node.quasis[0]?.value.cooked ?? null
}

/** Every node below `root`, and `root` itself, in no particular order. */
export function* walk(root: Node): Generator<AnyNode> {
  const waiting: unknown[] = [root]
  while (waiting.length) {
    const value = waiting.pop()
    if (typeof value !== 'object' || value === null) continue
    if ('type' in value && 'start' in value) yield value as AnyNode
    waiting.push(...Object.values(value))
  }
}

/**
 * What Emscripten's `binaryDecode` does: one character for each byte, where
 * characters above 255 stand for the byte 0.
 */
function decode(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length)
  for (let i = 0; i < bytes.length; i++) {
    const code = text.charCodeAt(i)
    bytes[i] = (~code >> 8) & code
  }
  return bytes
}
