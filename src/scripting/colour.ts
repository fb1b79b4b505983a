/**
 * JavaScript cut into tokens for its colours: by shape alone, as the program
 * is half written most of the time. What stands between two tokens and is no
 * space is a comment.
 */

export interface ScriptToken {
  kind: string
  category: string
  from: number
  to: number
}

const PART =
  /(?<comment>\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$))|(?<string>"(?:\\.|[^"\\\n])*"?|'(?:\\.|[^'\\\n])*'?|`(?:\\[\s\S]|[^`\\])*`?)|(?<constant>\b(?:0[xXbBoO][\da-fA-F_]+|\d[\d_.]*(?:[eE][+-]?\d+)?)n?\b|\b(?:true|false|null|undefined|NaN|Infinity)\b)|(?<keyword>\b(?:as|async|await|break|case|catch|class|const|continue|debugger|default|delete|do|else|export|extends|finally|for|from|function|if|import|in|instanceof|let|new|of|return|static|super|switch|this|throw|try|typeof|var|void|while|yield)\b)|(?<function>[\p{L}_$][\p{L}\d_$]*(?=\s*\())|(?<name>[\p{L}_$#][\p{L}\d_$]*)|(?<punctuation>\S)/gu

/** @returns the tokens, without comments */
export function scriptTokens(text: string): ScriptToken[] {
  return [...text.matchAll(PART)].flatMap((match) => {
    const [kind] = Object.entries(match.groups!).find(([, part]) => part)!
    if (kind === 'comment') return []
    const category = kind === 'name' ? 'parameter' : kind
    const from = match.index
    return [{ kind, category, from, to: from + match[0].length }]
  })
}
