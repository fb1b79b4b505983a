/** What the last check of each talk came to, on this device. */
import { KINDS, type Finding, type Light } from './finding.ts'

export interface Remembered {
  version: 1
  /** Milliseconds since 1970. */
  at: number
  light: Light
  /** The verdict, and what was tried. */
  verdict: string
  tried: string
  findings: Finding[]
}

const PREFIX = 'a-wasm-new-year:check:'

/** @param talk the path of the talk */
export function remember(talk: string, what: Remembered): void {
  try {
    localStorage.setItem(PREFIX + talk, JSON.stringify(what))
  } catch {
    // Without storage it is known until the page goes.
  }
}

/** @returns undefined where this device knows of no check */
export function remembered(talk: string): Remembered | undefined {
  try {
    const what = JSON.parse(localStorage.getItem(PREFIX + talk) ?? 'null')
    return isRemembered(what) ? what : undefined
  } catch {
    return undefined
  }
}

const LIGHTS = new Set<unknown>(['green', 'amber', 'red'])

/** Anybody may have written it. */
export function isRemembered(value: unknown): value is Remembered {
  const { version, at, light, verdict, tried, findings } = Object(value)
  return (
    version === 1 &&
    Number.isFinite(at) &&
    LIGHTS.has(light) &&
    typeof verdict === 'string' &&
    typeof tried === 'string' &&
    Array.isArray(findings) &&
    findings.every(isFinding)
  )
}

function isFinding(value: unknown): value is Finding {
  const { kind, chapter, slide, link, what, todo } = Object(value)
  return (
    Object.hasOwn(KINDS, kind) &&
    [chapter, slide, link, what, todo].every(
      (one) => typeof one === 'string',
    ) &&
    /^(?:https?:|$)/.test(link)
  )
}
