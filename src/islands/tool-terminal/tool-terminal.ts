/**
 * <tool-terminal>: a shell over a tray of files, with the package's own tools.
 * What is kept of it are the lines that were run: all else follows from them.
 */
import {
  endedMarkup,
  trayMarkup,
  type FileChange,
} from '../../figures/terminal.ts'
import {
  changesBetween,
  isName,
  isTool,
  Session,
  trayOf,
} from '../../terminal/terminal.ts'
import { download } from '../download.ts'
import { LiveIsland, type Acts, type State } from '../island.ts'
import { showLoading } from '../loading.ts'
import { showTrouble, WorkFailure } from '../trouble.ts'
import { CommandLine } from './command-line.ts'
import { Goals } from './goals-list.ts'
import { Log, SOON } from './log.ts'
import { openToolbox } from './toolbox.ts'

interface TerminalState extends State {
  /** What stands in the command line. */
  text: string
  /** The lines that were run, from the untouched files on. */
  lines: string[]
}

/** Bytes of a file that can be added: the tools copy it several times. */
const MOST_BYTES = 256 * 2 ** 20

class ToolTerminal extends LiveIsland<TerminalState> {
  readonly untouched: TerminalState = { version: 1, text: '', lines: [] }
  #log!: Log
  #line!: CommandLine
  #goals!: Goals
  #session!: Session
  /** Each line that was run, or waits for its turn; an object, to tell twins apart. */
  #lines: { text: string }[] = []
  /** Lines that were run on another visit: they can be run again. */
  #kept: string[] = []
  /** However fast lines come, one is run after the other. */
  #queue: Promise<void> = Promise.resolve()
  #working: { line: { text: string }; stop: AbortController } | undefined
  readonly #toolbox = openToolbox(
    (tool, loaded, total) =>
      showLoading(this.piece('.bar-status'), tool, loaded, total),
    () => this.#status('Running …'),
  )

  protected get acts(): Acts {
    return {
      run: () => this.#enter(this.#line.take()),
      stop: () => this.#stop(),
      reset: () => this.#reset(),
      'run-kept': () => this.#runKept(),
    }
  }

  /** `$ LINE` runs a line, `save NAME` hands out a file. */
  override act(name: string): void {
    if (name.startsWith('$ ')) this.#enter(name.slice(2))
    else if (name.startsWith('save ')) this.#save(name.slice(5))
    else super.act(name)
  }

  protected mount(): void {
    this.#log = new Log(this.piece('.terminal-log'))
    this.#goals = new Goals(this)
    this.#line = new CommandLine(this, {
      files: () => this.#session.files.keys(),
      changed: () => this.changed(),
      interrupted: (line) => this.#interrupt(line),
    })
    this.#open()
    const input = this.piece<HTMLInputElement>('input[type="file"]')
    input.addEventListener('change', () => void this.#add([...input.files!]))
    this.addEventListener('dragover', (event) => event.preventDefault())
    this.addEventListener('drop', (event) => {
      event.preventDefault()
      void this.#add([...event.dataTransfer!.files])
    })
    // Something may have been chosen before this script was here.
    if (input.files!.length > 0) void this.#add([...input.files!])
  }

  get state(): TerminalState {
    const lines = this.#lines.map(({ text }) => text)
    return { version: 1, text: this.#line.text, lines }
  }

  /** The tools that a line names. */
  override prepare(
    acts: readonly string[],
    { text = '' }: { text?: string },
  ): void {
    if (!acts.includes('run')) return
    for (const word of text.split(/\s+/)) {
      if (isTool(word)) this.#toolbox.prepare(word)
    }
  }

  restore({ text, lines }: TerminalState): void {
    if (!this.#hasRun(lines)) {
      this.#startAgain()
      this.#line.remember(lines)
      this.#offer(lines)
    }
    this.#line.text = text
  }

  /** Runs what was run, or what of it was not run here yet. */
  override replay({ text, lines }: TerminalState): void {
    const own = this.#lines.length
    if (!this.#hasRun(lines.slice(0, own))) this.#startAgain()
    for (const line of lines.slice(this.#lines.length)) this.#run(line)
    this.#line.text = text
  }

  #hasRun(lines: readonly string[]): boolean {
    return JSON.stringify(lines) === JSON.stringify(this.state.lines)
  }

  /** The files as the build made them. */
  #open(): void {
    const given = JSON.parse(this.dataset['files']!) as Record<string, string>
    const files = Object.entries(given).map(
      ([name, base64]) => [name, bytesOf(base64)] as const,
    )
    this.#session = new Session(new Map(files), this.#toolbox.run)
  }

  #startAgain(): void {
    this.#lines = []
    this.#working?.stop.abort()
    this.#open()
    this.#log.showBaked()
    this.#enable()
    this.#goals.forget()
    this.#drawTray([])
    this.#offer([])
    this.#status('')
    this.#trouble('')
  }

  #enter(text: string): void {
    if (text.trim() === 'clear') this.#log.clear()
    else this.#run(text)
    this.changed()
  }

  #run(text: string): void {
    if (!text.trim()) return
    this.#offer([])
    this.#line.remember([text])
    const line = { text }
    this.#lines.push(line)
    this.#queue = this.#queue.then(() => this.#runNow(line))
  }

  async #runNow(line: { text: string }): Promise<void> {
    // While it waited for its turn, it may have been given up.
    if (!this.#lines.includes(line)) return
    const stop = new AbortController()
    this.#working = { line, stop }
    const timer = setTimeout(() => this.#namePrimary('stop', 'Stop'), SOON)
    this.#trouble('')
    const turn = this.#log.open(line.text)
    const session = this.#session
    const before = new Map(session.files)
    const started = performance.now()
    try {
      const status = await session.run(line.text, {
        signal: stop.signal,
        onOutput: (stream, bytes) => turn.write(stream, bytes),
      })
      if (session !== this.#session) return turn.remove()
      const took = performance.now() - started
      const changes = changesBetween(before, session.files)
      turn.end(endedMarkup({ status, changes, took }))
      this.#drawTray(changes)
      this.#goals.look({ files: session.files, said: turn.text })
      this.#status(stop.signal.aborted ? 'Stopped.' : '')
    } catch (error) {
      turn.remove()
      this.#forget(line)
      this.#status('')
      const retry = !(error instanceof WorkFailure) || error.retry
      this.#trouble((error as Error).message, retry ? `$ ${line.text}` : '')
    } finally {
      clearTimeout(timer)
      this.#working = undefined
      this.#namePrimary('run', 'Run')
    }
  }

  /** A line that did not come to its end is none that can be run again. */
  #forget(line: { text: string }): void {
    this.#lines = this.#lines.filter((other) => other !== line)
    this.changed()
  }

  /** Ends what is at work, and gives up what waits for its turn. */
  #stop(): void {
    if (!this.#working) return
    const { line, stop } = this.#working
    this.#lines = this.#lines.slice(0, this.#lines.indexOf(line))
    stop.abort()
    this.changed()
  }

  #interrupt(line: string): void {
    if (this.#working) this.#stop()
    else this.#log.open(`${line}^C`)
  }

  #reset(): void {
    const wasUntouched = this.isUntouched
    this.#startAgain()
    this.#line.text = ''
    if (wasUntouched) this.#status('All is as it was.')
    this.changed()
  }

  /** Says that lines were run before; none takes it back. */
  #offer(lines: readonly string[]): void {
    this.#kept = [...lines]
    const place = this.piece('.kept')
    place.hidden = lines.length === 0
    place.firstChild!.textContent = keptWords(lines.length)
  }

  #runKept(): void {
    for (const line of this.#kept) this.#run(line)
    this.changed()
  }

  async #add(added: readonly File[]): Promise<void> {
    const before = new Map(this.#session.files)
    this.#trouble('')
    const names: string[] = []
    for (const file of added) {
      if (file.size > MOST_BYTES || !isName(file.name)) {
        const size = file.size.toLocaleString('en')
        const most = MOST_BYTES.toLocaleString('en')
        this.#trouble(
          `${file.name} has ${size} bytes, and a file here may have ${most}.`,
        )
        continue
      }
      const bytes = new Uint8Array(await file.arrayBuffer())
      this.#session.files.set(file.name, bytes)
      names.push(file.name)
    }
    this.#drawTray(changesBetween(before, this.#session.files))
    if (names.length > 0) this.#status(`Added ${names.join(', ')}.`)
  }

  #save(name: string): void {
    const bytes = this.#session.files.get(name)
    if (bytes) download(name, new Uint8Array(bytes))
  }

  /** The focus stays on its button, where that is still there. */
  #drawTray(changes: readonly FileChange[]): void {
    const tray = this.piece('.tray ul')
    const { activeElement } = document
    const act = tray.contains(activeElement)
      ? (activeElement as HTMLElement).dataset['act']!
      : undefined
    tray.innerHTML = trayMarkup(trayOf(this.#session.files, changes))
    this.#enable()
    if (act === undefined) return
    const same = tray.querySelector<HTMLElement>(
      `[data-act="${CSS.escape(act)}"]`,
    )
    ;(same ?? this.piece('.terminal-line input')).focus()
  }

  #enable(): void {
    for (const button of this.querySelectorAll<HTMLButtonElement>(':disabled'))
      button.disabled = false
  }

  #namePrimary(act: string, word: string): void {
    const button = this.piece('.primary')
    button.textContent = word
    button.dataset['act'] = act
  }

  #status(words: string): void {
    this.piece('.bar-status').textContent = words
  }

  #trouble(words: string, retry = ''): void {
    showTrouble(this.piece('.trouble'), words, retry)
  }
}

function keptWords(count: number): string {
  if (count === 0) return ''
  const lines = count === 1 ? 'A line was' : `${count} lines were`
  return `${lines} run here before. `
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
}

customElements.define('tool-terminal', ToolTerminal)
