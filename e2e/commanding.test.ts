/** The terminal: the package's own tools over files in the page. */
import { readFile } from 'node:fs/promises'
import { runToolHere } from '../src/binaryen/node.ts'
import { LINES, startingFiles } from '../src/terminal/lines.fixture.ts'
import { Session } from '../src/terminal/session.ts'
import {
  expect,
  headingOf,
  holdBack,
  open,
  present,
  test,
  type Locator,
  type Page,
} from './fixtures.ts'
import { writeLargeModule } from './large-module.ts'

const OPT = '/compiling/wasm-opt/'
const MERGE = '/compiling/wasm-merge-and-friends/'

/** A terminal, as a reader finds it. */
class Terminal {
  readonly group: Locator
  readonly line: Locator
  readonly log: Locator
  readonly files: Locator
  readonly stop: Locator
  readonly run: Locator

  constructor(page: Page, name: string) {
    this.group = page.getByRole('group', { name, exact: true })
    this.line = this.group.getByRole('textbox', { name: 'Command line' })
    this.log = this.group.getByRole('log', { name: 'Terminal' })
    this.files = this.group.getByRole('list', { name: 'Files' })
    this.stop = this.group.getByRole('button', { name: 'Stop', exact: true })
    this.run = this.group.getByRole('button', { name: 'Run', exact: true })
  }

  async type(line: string): Promise<void> {
    await this.line.fill(line)
    await this.line.press('Enter')
  }

  /** Runs a line, and waits for its end. */
  async does(line: string): Promise<Locator> {
    const before = await this.turns.count()
    await this.type(line)
    const turn = this.turns.nth(before)
    await expect(turn.locator('.ended')).toBeVisible()
    return turn
  }

  get turns(): Locator {
    return this.log.locator('.turn')
  }

  file(name: string): Locator {
    return this.files.getByRole('listitem').filter({
      has: this.group.page().getByText(name, { exact: true }),
    })
  }

  async add(
    files: { name: string; mimeType: string; buffer: Buffer }[],
  ): Promise<void> {
    // What a test puts into an input comes with no pointer that wakes the island.
    await this.line.focus()
    await this.group.getByLabel('Add files').setInputFiles(files)
    for (const { name } of files) {
      await expect(this.file(name)).toBeVisible()
    }
  }

  async save(name: string): Promise<Buffer> {
    const [download] = await Promise.all([
      this.group.page().waitForEvent('download'),
      this.group.getByRole('button', { name: `Save ${name}` }).click(),
    ])
    return readFile(await download.path())
  }
}

function fileOf(name: string, content: string | Uint8Array) {
  const mimeType = 'application/octet-stream'
  return { name, mimeType, buffer: Buffer.from(content) }
}

/** Addresses of tools that a page asks for, as they are asked for. */
function toolRequests(page: Page): string[] {
  const asked: string[] = []
  page.on('request', (request) => {
    const [, tool] =
      /\/(wasm[-\w]*?)-[A-Z\d]{8}\.wasm/.exec(request.url()) ?? []
    if (tool) asked.push(tool)
  })
  return asked
}

test('every line does what it does in Node, to the last byte', async ({
  page,
}) => {
  test.setTimeout(180_000)
  await open(page, OPT)
  const terminal = new Terminal(page, 'A workbench')
  await terminal.does('rm *')
  const given = await startingFiles()
  await terminal.add([...given].map(([name, bytes]) => fileOf(name, bytes)))
  const session = new Session(given, runToolHere)
  const expected = await linesIn(session)
  const before = await terminal.turns.count()
  await terminal.group.evaluate(runLines, LINES)
  const shown = await terminal.turns.evaluateAll(shownIn)
  expect(shown.slice(before)).toEqual(expected)
  const names = [...session.files.keys()].sort()
  await expect(terminal.files.locator('.file-name')).toHaveText(names)
  const there = names.map((name) =>
    fileOf(`${name}.there`, session.files.get(name)!),
  )
  await terminal.add(there)
  const turn = await terminal.does(
    names.map((name) => `cmp "${name}" "${name}.there"`).join(' && '),
  )
  await expect(turn).not.toContainText('exit status')
})

/** What each line says in Node, and its exit status. */
async function linesIn(session: Session) {
  const ran: { status: number; out: string; err: string }[] = []
  for (const line of LINES) {
    const said = { out: '', err: '' }
    const status = await session.run(line, {
      signal: new AbortController().signal,
      onOutput: (stream, bytes) => {
        said[stream] += new TextDecoder().decode(bytes)
      },
    })
    ran.push({ status, ...said })
  }
  return ran
}

/** Runs in the page: runs lines, each when the one before has ended. */
async function runLines(
  terminal: Element,
  lines: readonly string[],
): Promise<void> {
  const log = terminal.querySelector('.terminal-log')!
  for (const line of lines) {
    const before = log.querySelectorAll('.ended').length
    const ended = new Promise<void>((resolve) => {
      new MutationObserver((_, observer) => {
        if (log.querySelectorAll('.ended').length === before) return
        observer.disconnect()
        resolve()
      }).observe(log, { childList: true, subtree: true })
    })
    ;(terminal as unknown as { act(name: string): void }).act(`$ ${line}`)
    await ended
  }
}

/** Runs in the page: what turns of the log show. */
function shownIn(turns: Element[]) {
  return turns.map((turn) => {
    const of = (stream: string) =>
      [...turn.querySelectorAll(`.written .${stream}`)]
        .map(({ textContent }) => textContent)
        .join('')
    const ended = turn.querySelector('.ended')?.textContent
    const [, status = '0'] = /exit status (\d+)/.exec(ended ?? '') ?? []
    return { status: Number(status), out: of('out'), err: of('err') }
  })
}

test('a tool is loaded when it is first asked for, once', async ({ page }) => {
  const asked = toolRequests(page)
  await open(page, OPT)
  const terminal = new Terminal(page, 'The text of a module')
  await terminal.does('ls')
  expect(asked).toEqual([])
  await terminal.does('wasm-dis fib.wasm')
  await terminal.does('wasm-dis fib.wasm | wc -l')
  expect(asked).toEqual(['wasm-dis'])
  await terminal.does('wasm-opt fib.wasm -O1 -o one.wasm')
  expect(asked).toEqual(['wasm-dis', 'wasm-opt'])
})

test('Enter counts before the script is there', async ({ page }) => {
  const letCome = await holdBack(page, /tool-terminal-.*\.js/)
  await open(page, OPT)
  const terminal = new Terminal(page, 'The first command')
  await terminal.type('echo early')
  letCome()
  await expect(terminal.log).toContainText('early\n')
  await expect(terminal.line).toHaveValue('')
})

test('what became of files is said with both sizes', async ({ page }) => {
  await open(page, OPT)
  const terminal = new Terminal(page, 'Smaller, and smaller still')
  await expect(terminal.file('fast.wasm')).toContainText('671 bytes')
  const turn = await terminal.does('wasm-opt quicksort.wasm -Oz -o fast.wasm')
  await expect(turn).toContainText('fast.wasm 671 → 628 bytes')
  await expect(terminal.file('fast.wasm')).toContainText('628 bytes')
  await terminal.does('rm fast.wasm')
  await expect(terminal.file('fast.wasm')).toHaveCount(0)
})

test('goals are ticked as they are reached', async ({ page }) => {
  await open(page, MERGE)
  const terminal = new Terminal(page, 'Two become one')
  const goals = terminal.group.getByRole('list', { name: 'Goals' })
  await expect(goals.getByRole('img')).toHaveCount(2)
  await expect(goals.getByRole('img', { name: 'open' })).toHaveCount(2)
  await terminal.does('wasm-merge area.wasm area math.wasm maths -o both.wasm')
  await expect(goals.getByRole('img', { name: 'open' })).toHaveCount(2)
  await terminal.does('wasm-merge area.wasm area math.wasm math -o both.wasm')
  await expect(goals.getByRole('img', { name: 'reached' })).toHaveCount(1)
  await expect(terminal.group).toContainText('A goal is reached.')
  await terminal.group.getByText('Show a way').click()
  await terminal.group.getByRole('button', { name: 'Run it' }).last().click()
  await expect(terminal.group).toContainText('All goals are reached.')
  await terminal.group.getByRole('button', { name: 'Reset' }).click()
  await expect(goals.getByRole('img', { name: 'open' })).toHaveCount(2)
  await expect(terminal.file('both.wasm')).toHaveCount(0)
})

test.describe('by keyboard', () => {
  test('Tab completes commands, options and files', async ({ page }) => {
    await open(page, OPT)
    const terminal = new Terminal(page, 'Two passes of your choice')
    const { line, group } = terminal
    await terminal.does('echo')
    await line.focus()
    await expect(line).toBeFocused()
    await page.keyboard.type('wasm-o')
    await page.keyboard.press('Tab')
    await expect(line).toHaveValue('wasm-opt ')
    await page.keyboard.type('f')
    await page.keyboard.press('Tab')
    await expect(line).toHaveValue('wasm-opt fib.wasm ')
    await page.keyboard.type('--simplify-l')
    await page.keyboard.press('Tab')
    await expect(line).toHaveValue('wasm-opt fib.wasm --simplify-locals')
    const choice = group.getByRole('button', {
      name: '--simplify-locals-notee',
    })
    await expect(choice).toHaveCount(2)
    await choice.first().click()
    await expect(line).toHaveValue('wasm-opt fib.wasm --simplify-locals-notee ')
    await expect(choice).toHaveCount(0)
    await line.fill('wasm-opt fib.wasm --vacu')
    await page.keyboard.press('Tab')
    await expect(group.getByText(/^--vacuum [A-Z].*\.$/)).toBeVisible()
    await line.fill('nothing starts with thi')
    await page.keyboard.press('Tab')
    await expect(line).not.toBeFocused()
  })

  test('arrows bring old lines back, and the one at hand', async ({ page }) => {
    await open(page, OPT)
    const terminal = new Terminal(page, 'The first command')
    await terminal.does('echo one')
    await terminal.does('echo two')
    await terminal.line.fill('ech')
    await page.keyboard.press('ArrowUp')
    await expect(terminal.line).toHaveValue('echo two')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('ArrowUp')
    await expect(terminal.line).toHaveValue('echo one')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await expect(terminal.line).toHaveValue('ech')
    await page.keyboard.press('Control+c')
    await expect(terminal.line).toHaveValue('')
    await expect(terminal.turns.last()).toContainText('ech^C')
    await terminal.type('clear')
    await expect(terminal.turns).toHaveCount(0)
  })

  test('the focus stays where it was when files change', async ({ page }) => {
    await open(page, OPT)
    const terminal = new Terminal(page, 'The text of a module')
    const hex = terminal.group.getByRole('button', { name: 'Hex fib.wasm' })
    await hex.focus()
    await page.keyboard.press('Enter')
    await expect(terminal.turns.last()).toContainText('00000000: 0061 736d')
    await expect(hex).toBeFocused()
    await terminal.group
      .getByRole('button', { name: 'Remove fib.wasm' })
      .focus()
    await page.keyboard.press('Enter')
    await expect(terminal.file('fib.wasm')).toHaveCount(0)
    await expect(terminal.line).toBeFocused()
  })
})

test('a module of 50 MB takes part, and so does what is beside it', async ({
  page,
}, testInfo) => {
  test.slow()
  const file = writeLargeModule(testInfo.outputPath('large.wasm'))
  await open(page, OPT)
  const terminal = new Terminal(page, 'A workbench')
  await terminal.line.click()
  await terminal.group.getByLabel('Add files').setInputFiles(file)
  await expect(terminal.file('large.wasm')).toContainText(/52,428,\d+ bytes/)
  await terminal.type('wasm-opt large.wasm --vacuum -o over.wasm')
  await expect(terminal.file('over.wasm')).toContainText(/52,428,\d+ bytes/, {
    timeout: 60_000,
  })
  const turn = await terminal.does('wasm-opt hello.wat -O2 -o hello.wasm')
  await expect(turn).toContainText('hello.wasm')
})

/** A module that takes an optimizer long. */
function large(): string {
  const sums = Array.from(
    { length: 400 },
    (_, at) =>
      `(local.set 1 (i32.add (local.get 1) (i32.mul (local.get 0) (i32.const ${at}))))`,
  ).join('')
  const body = `(param i32) (result i32) (local i32) ${sums} (local.get 1)`
  const functions = Array.from(
    { length: 80 },
    (_, at) => `(func (export "f${at}") ${body})`,
  )
  return `(module ${functions.join('')})`
}

for (const way of ['Stop', 'Ctrl-C'] as const) {
  test(`${way} ends a long command at once, and loads nothing again`, async ({
    page,
  }) => {
    const asked = toolRequests(page)
    await open(page, OPT)
    const terminal = new Terminal(page, 'A workbench')
    await terminal.add([fileOf('large.wat', large())])
    await terminal.does('wasm-opt --version')
    await terminal.type('wasm-opt large.wat -O4 --converge -o l.wasm; echo no')
    await terminal.type('echo nor this')
    await expect(terminal.stop).toBeVisible()
    await expect(terminal.group).toContainText('Running …')
    if (way === 'Stop') await terminal.stop.click()
    else await terminal.line.press('Control+c')
    await expect(terminal.turns.last()).toContainText('exit status 130')
    await expect(terminal.file('l.wasm')).toHaveCount(0)
    const turn = await terminal.does('wasm-opt hello.wat -O1 -S -o - | wc -l')
    await expect(turn).not.toContainText('exit status')
    await expect(terminal.log).not.toContainText('nor this')
    expect(asked).toEqual(['wasm-opt'])
  })
}

test('two terminals take turns with a tool', async ({ page }) => {
  await open(page, OPT)
  const one = new Terminal(page, 'The text of a module')
  const other = new Terminal(page, 'Chained')
  await one.does('echo')
  await other.does('echo')
  await one.type('wasm-dis fib.wasm | wc -l')
  await other.type('wasm-as hello.wat -o - | wasm-dis - | grep export')
  await one.type('wasm-dis fib.wasm | grep "export"')
  await expect(one.turns.last()).toContainText('(export "fib"')
  await expect(one.turns.last()).not.toContainText('main')
  await expect(other.turns.last()).toContainText('(export "main"')
})

test('files come in by dropping, and go out', async ({ page }) => {
  await open(page, OPT)
  const terminal = new Terminal(page, 'A workbench')
  await terminal.line.focus()
  await expect(terminal.line).toBeFocused()
  await terminal.does('echo')
  const dropped = await page.evaluateHandle(() => {
    const data = new DataTransfer()
    data.items.add(new File(['(module (func (export "a b")))'], 'my own.wat'))
    return data
  })
  await terminal.group.dispatchEvent('drop', { dataTransfer: dropped })
  await expect(terminal.file('my own.wat')).toContainText('30 bytes')
  await terminal.group.getByRole('button', { name: 'Text my own.wat' }).click()
  await expect(terminal.turns.last()).toContainText('(export "a b")')
  await terminal.does(String.raw`wasm-as my\ own.wat -o my.wasm`)
  const bytes = await terminal.save('my.wasm')
  expect(bytes.subarray(0, 4).toString('latin1')).toBe('\0asm')
})

test('bytes that are no text are shown as such, and long output is cut', async ({
  page,
}) => {
  await open(page, OPT)
  const terminal = new Terminal(page, 'A workbench')
  const lines = 'left\n'.repeat(5000)
  await terminal.add([fileOf('long.txt', lines), fileOf('raw', '\0\u{1}asm')])
  const turn = await terminal.does('cat raw long.txt')
  await expect(turn).toContainText('��asmleft')
  await expect(turn).toContainText('… and 3,000 more lines.')
  await terminal.does('cat long.txt | wc -l > count.txt; cat count.txt')
  await expect(terminal.turns.last()).toContainText('5000')
})

test('after a reload, lines can be run again, and nothing runs by itself', async ({
  page,
}) => {
  const asked = toolRequests(page)
  await open(page, OPT)
  const terminal = new Terminal(page, 'Smaller, and smaller still')
  await terminal.does('wasm-opt quicksort.wasm -Oz -o small.wasm')
  await terminal.does('cp small.wasm other.wasm')
  await terminal.line.fill('ls -')
  await page.reload()
  await terminal.line.hover()
  await expect(terminal.line).toHaveValue('ls -')
  await expect(terminal.group).toContainText('2 lines were run here before.')
  await expect(terminal.file('other.wasm')).toHaveCount(0)
  expect(asked).toEqual(['wasm-opt'])
  await terminal.group.getByRole('button', { name: 'Run them again' }).click()
  await expect(terminal.file('other.wasm')).toContainText('628 bytes')
  await expect(terminal.group).not.toContainText('run here before')
})

test.describe('where a tool cannot be had', () => {
  test.use({ expected: /404|Failed to load/ })

  test('it is said, and another try brings it', async ({ page }) => {
    let isGone = true
    await page.route(/wasm-dis-.*\.wasm/, (route) =>
      isGone ? route.fulfill({ status: 404, body: 'gone' }) : route.continue(),
    )
    await open(page, OPT)
    const terminal = new Terminal(page, 'The text of a module')
    await terminal.type('wasm-dis fib.wasm')
    const trouble = terminal.group.getByRole('alert')
    await expect(trouble).toContainText('404 in place of wasm-dis')
    await expect(terminal.file('fib.wasm')).toBeVisible()
    isGone = false
    await trouble.getByRole('button', { name: 'Try again' }).click()
    await expect(terminal.turns.last()).toContainText('(func $fib')
    await expect(trouble).toBeHidden()
  })
})

test('a slide types and runs a command, and Back undoes it', async ({
  page,
}) => {
  await present(page, `${OPT}?present#one-file-in-one-file-out`)
  await expect(headingOf(page)).toHaveText('One file in, one file out')
  const terminal = new Terminal(page, 'Smaller, and smaller still')
  await page.keyboard.press('ArrowRight')
  await expect(terminal.file('small.wasm')).toContainText('628 bytes')
  await page.keyboard.press('ArrowLeft')
  await expect(terminal.file('small.wasm')).toHaveCount(0)
})
