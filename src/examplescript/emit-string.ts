/**
 * Strings: values of JavaScript, and functions that every engine has for them
 * (https://github.com/WebAssembly/js-string-builtins). A module imports what it
 * uses, texts included.
 */
import type { ExpressionRef, Library, Module } from '../binaryen/library.ts'

export type StringFunction =
  'concat' | 'equals' | 'length' | 'charCodeAt' | 'fromCharCode' | 'log'

/** The module that engines have functions of strings in. */
export const BUILTINS = 'wasm:js-string'
/** The module whose imports are the texts of their own names. */
export const TEXTS = "'"

export class Strings {
  readonly #library: Library
  readonly #module: Module
  readonly #functions = new Set<string>()
  readonly #texts = new Map<string, string>()

  constructor(library: Library, module: Module) {
    this.#library = library
    this.#module = module
  }

  /** Whether functions are imported that give a text. */
  get areMade(): boolean {
    return ['~concat', '~fromCharCode'].some((name) =>
      this.#functions.has(name),
    )
  }

  /** Calls a function, which the module has from here on. */
  call(name: StringFunction, operands: ExpressionRef[]): ExpressionRef {
    const own = `~${name}`
    if (!this.#functions.has(own)) {
      this.#functions.add(own)
      this.#add(name, own)
    }
    return this.#module.call(own, operands, this.#resultOf(name))
  }

  #add(name: StringFunction, own: string): void {
    const { i32, none, externref } = this.#library
    if (name === 'charCodeAt') this.#addCharCodeAt(own)
    else if (name === 'log') {
      this.#module.addFunctionImport(own, 'env', 'console.log', externref, none)
    } else {
      const pair = this.#library.createType([externref, externref])
      const isPair = name === 'concat' || name === 'equals'
      const takes = isPair ? pair : name === 'length' ? externref : i32
      this.#import(own, name, takes, this.#resultOf(name))
    }
  }

  #resultOf(name: StringFunction): number {
    if (name === 'concat' || name === 'fromCharCode') return this.#text()
    return name === 'log' ? this.#library.none : this.#library.i32
  }

  #import(own: string, name: string, takes: number, gives: number): void {
    this.#module.addFunctionImport(own, BUILTINS, name, takes, gives)
  }

  /** What functions give is never null; engines insist on that type. */
  #text(): number {
    const { externref, getHeapType, getTypeFromHeapType } = this.#library
    return getTypeFromHeapType(getHeapType(externref), false)
  }

  /** The engine's own traps outside of the text; AssemblyScript gives -1. */
  #addCharCodeAt(own: string): void {
    const module = this.#module
    const { i32, externref } = this.#library
    const takes = this.#library.createType([externref, i32])
    this.#import('~codeAt', 'charCodeAt', takes, i32)
    const text = () => module.local.get(0, externref)
    const index = () => module.local.get(1, i32)
    const length = this.call('length', [text()])
    const code = module.call('~codeAt', [text(), index()], i32)
    const body = module.if(
      module.i32.lt_u(index(), length),
      code,
      module.i32.const(-1),
    )
    module.addFunction(own, takes, i32, [], body)
  }

  /** A text as a value: an import whose name it is, or several joined. */
  text(value: string): ExpressionRef {
    const pieces = value.match(PIECES) ?? ['']
    return pieces
      .map((piece) => this.#piece(piece))
      .reduce((whole, one) => this.call('concat', [whole, one]))
  }

  #piece(text: string): ExpressionRef {
    const module = this.#module
    if (/^(?:\0|\p{Cs})$/u.test(text)) {
      const unit = module.i32.const(text.charCodeAt(0))
      return this.call('fromCharCode', [unit])
    }
    const { externref } = this.#library
    const name = this.#texts.get(text) ?? `~text${this.#texts.size}`
    if (!this.#texts.has(text)) {
      this.#texts.set(text, name)
      module.addGlobalImport(name, TEXTS, text, externref, false)
    }
    return module.global.get(name, externref)
  }
}

/**
 * What a name of an import can be: half of a pair of surrogates is no text of
 * its own, Binaryen's names end at a zero, and engines take no longer ones.
 */
const PIECES = /[^\0\p{Cs}]{1,10000}|[^]/gu
