/**
 * Hears what an instance of Binaryen says: everything it would write to the
 * console ends here, and is handed out where it is of use.
 */

/** What Emscripten's factory tells an instance's listener. */
export interface Hooks {
  /** A line on standard output. */
  print(line: string): void
  printErr(line: string): void
  /** A byte on standard error, negative above 127; null at its end. */
  stderr(byte: number | null): void
  onAbort(reason: unknown): void
}

/** The hooks, and what they have heard. */
export interface Listener {
  readonly hooks: Hooks
  /** What comes on standard output while `act` runs; otherwise it is dropped. */
  record(act: () => void): string
  /** What came on standard error since the last call. */
  takeComplaints(): string
  /** Why the instance was aborted; `null` while it was not. */
  abortReason(): string | null
}

/** A listener for one instance. */
export function listen(): Listener {
  let printed: string[] | null = null
  // Complaints come byte by byte. The hook for whole lines would keep back a
  // last line without an end, which is how errors in binaries arrive.
  const complaints: number[] = []
  let reason: string | null = null
  return {
    hooks: {
      print: (line) => void printed?.push(`${line}\n`),
      // Only "Aborted(…)" comes here, and onAbort hears that, too.
      printErr: () => {},
      stderr: (byte) => void (byte === null || complaints.push(byte)),
      onAbort: (why) => void (reason = String(why)),
    },
    record(act) {
      const lines: string[] = (printed = [])
      try {
        act()
      } finally {
        printed = null
      }
      return lines.join('')
    },
    takeComplaints: () => decode(complaints.splice(0)),
    abortReason: () => reason,
  }
}

/** Bytes above 127 come as negative numbers. */
function decode(bytes: number[]): string {
  return new TextDecoder().decode(Uint8Array.from(bytes))
}
