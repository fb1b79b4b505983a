/** What the page, the frame of the sandbox and its Worker say to each other. */
import type { Recorded } from '../../scripting/scripting.ts'

/** To the frame, with a port for the Worker to answer on. */
export interface FrameOrder {
  /** The Worker's script, as text: the frame can fetch nothing. */
  script: string
  order: SandboxOrder
}

/** To the Worker, by way of the frame. */
export interface SandboxOrder {
  text: string
  /** The library's binary. */
  bytes: Uint8Array<ArrayBuffer>
}

/** From the Worker. */
export type SandboxAnswer =
  /** The library is there, and the program begins. */
  | { kind: 'started' }
  | { kind: 'recorded'; recorded: Recorded }
  | { kind: 'ended' }
  | { kind: 'failed'; message: string }

/** From the frame: it is there; its Worker is lost. */
export type FrameWord = 'frame-ready' | 'worker-lost'
