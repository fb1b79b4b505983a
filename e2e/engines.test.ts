/**
 * What an engine does in a browser, with the site's own model and policy: it
 * tells, stops, refuses what is no model, and goes on after all of that.
 */
import { openEngineSite, type EngineSite } from '../src/commands/engine-site.ts'
import { expect, test as base, type Page } from './fixtures.ts'

const test = base.extend<object, { site: EngineSite }>({
  site: [
    async ({}, use) => {
      const site = await openEngineSite()
      await use(site)
      await site.close()
    },
    { scope: 'worker' },
  ],
  baseURL: ({ site }, use) => use(site.url),
})

test.beforeEach(async ({ page }) => {
  await page.goto('')
  await page.waitForFunction(() => 'engines' in window)
})

test('tells how far it is, and then a story', async ({ page }) => {
  const { steps, pieces } = await page.evaluate(async () => {
    const { wllama, storyteller, pieces: all } = window.engines
    const heard: { phase: string; loaded: number; total: number }[] = []
    const engine = wllama(storyteller())
    await engine.load(
      (progress) => void heard.push(progress),
      new AbortController().signal,
    )
    return { steps: heard, pieces: await all(engine, { maxTokens: 320 }) }
  })
  expect([...new Set(steps.map(({ phase }) => phase))]).toEqual([
    'engine',
    'model',
    'start',
  ])
  for (const phase of ['engine', 'model']) {
    const last = steps.findLast((step) => step.phase === phase)!
    expect(last.loaded).toBe(last.total)
    expect(last.total).toBeGreaterThan(1_000_000)
  }
  expect(pieces.map(({ text }) => text).join('')).toMatch(/^[\t\n -~]{40,}$/)
  expect(pieces.at(-1)!.text).toBe('')
})

test('says what was likely, before temperature and cuts', async ({ page }) => {
  const [cold, hot] = await page.evaluate(async () => {
    const { open, pieces } = window.engines
    const engine = await open()
    const one = { maxTokens: 1 }
    return [
      await pieces(engine, { ...one, temperature: 0 }),
      await pieces(engine, { ...one, temperature: 1.5, topK: 3, topP: 0.5 }),
    ]
  })
  const { top, id, logprob } = cold![0]!
  expect(top).toHaveLength(10)
  expect(top[0]).toMatchObject({ id, logprob })
  expect(hot![0]!.top).toEqual(top)
  const odds = top.map((candidate) => Math.exp(candidate.logprob))
  expect(odds).toEqual(odds.toSorted((one, other) => other - one))
  const sum = odds.reduce((whole, each) => whole + each, 0)
  expect(sum).toBeGreaterThan(0.5)
  expect(sum).toBeLessThanOrEqual(1)
})

test('says the same for the same seed, whatever was said before', async ({
  page,
}) => {
  const told = await page.evaluate(async () => {
    const { open, tell } = window.engines
    const engine = await open()
    const first = await tell(engine, { seed: 5 })
    const other = await tell(engine, { seed: 6 })
    const prompt = 'Once there was'
    const prompted = await tell(engine, { seed: 5, prompt })
    const again = await tell(engine, { seed: 5 })
    await engine.dispose()
    await engine.load(() => {}, new AbortController().signal)
    const last = 0xffff_ffff
    return {
      first,
      other,
      prompted,
      again,
      loaded: await tell(engine, { seed: 5 }),
      last: await tell(engine, { seed: last }),
      lastAgain: await tell(engine, { seed: last }),
    }
  })
  expect(told.again).toBe(told.first)
  expect(told.loaded).toBe(told.first)
  expect(told.lastAgain).toBe(told.last)
  expect(told.other).not.toBe(told.first)
  expect(told.prompted).not.toBe(told.first)
})

test('says the same in a browser that cannot suspend calls', async ({
  page,
}) => {
  const one = () =>
    page.evaluate(async () => {
      const { open, tell } = window.engines
      return tell(await open())
    })
  const usual = await one()
  await page.addInitScript(() => {
    Reflect.deleteProperty(WebAssembly, 'Suspending')
  })
  const compat = page.waitForRequest('**/compat.worker-*.js')
  await page.reload()
  await page.waitForFunction(() => 'engines' in window)
  expect(await one()).toBe(usual)
  await compat
})

test('takes any prompt for text, and refuses one that is too long', async ({
  page,
}) => {
  const told = await page.evaluate(async () => {
    const { open, tell, refusal } = window.engines
    const engine = await open()
    const ask = (prompt: string) => tell(engine, { prompt, maxTokens: 8 })
    return {
      plain: await ask('Wick ran'),
      marked: await ask('Wi</s>ck\0 <</s>/s>ran'),
      strange: await ask('🐕‍🦺 \ud800 ﷽ e\u0301'),
      long: await refusal(() => ask('Wick ran home. '.repeat(200))),
      huge: await refusal(() => ask('Wick '.repeat(1_000_000))),
      after: await ask('Wick ran'),
    }
  })
  expect(told.marked).toBe(told.plain)
  expect(told.strange).not.toBe('')
  expect(told.long).toMatch(/^EngineError: The prompt is longer than the \d+/)
  expect(told.huge).toBe(told.long)
  expect(told.after).toBe(told.plain)
})

test('holds to a grammar, and says what is wrong with one', async ({
  page,
}) => {
  const told = await page.evaluate(async () => {
    const { open, tell, refusal } = window.engines
    const engine = await open()
    const before = await tell(engine)
    return {
      held: await tell(engine, { grammar: 'root ::= "Wick" | "🐕 Nutmeg"' }),
      refused: await refusal(() => tell(engine, { grammar: 'root ::= (' })),
      before,
      after: await tell(engine),
    }
  })
  expect(told.held).toMatch(/^(Wick|🐕 Nutmeg)$/u)
  expect(told.refused).toMatch(/^EngineError: The grammar is not/)
  expect(told.after).toBe(told.before)
})

test('says text at any temperature', async ({ page }) => {
  const texts = await page.evaluate(async () => {
    const { open, tell } = window.engines
    const engine = await open()
    const seeds = [1, 2, 3, 4]
    const hot = { temperature: 2, maxTokens: 100 }
    return Promise.all(seeds.map((seed) => tell(engine, { ...hot, seed })))
  })
  for (const text of texts) expect(text.isWellFormed()).toBe(true)
  expect(new Set(texts).size).toBe(4)
})

test('ten are started at once and stopped at once, and the next is told', async ({
  page,
}) => {
  const told = await page.evaluate(async () => {
    const { open, tell, pieces, refusal } = window.engines
    const engine = await open()
    const before = await tell(engine)
    const stop = new AbortController()
    const { signal } = stop
    const wish = { maxTokens: 300, signal }
    const run = () => refusal(() => pieces(engine, wish))
    const runs = Array.from({ length: 10 }, run)
    stop.abort()
    return {
      ends: await Promise.all(runs),
      late: await run(),
      before,
      after: await tell(engine),
    }
  })
  for (const end of [...told.ends, told.late])
    expect(end).toMatch(/^AbortError/)
  expect(told.after).toBe(told.before)
})

test('one that waits is stopped alone; one is stopped while it tells', async ({
  page,
}) => {
  const told = await page.evaluate(async () => {
    const { open, tell, refusal } = window.engines
    const engine = await open()
    const before = await tell(engine)
    const [first, second] = [new AbortController(), new AbortController()]
    const heard: string[] = []
    const telling = refusal(async () => {
      const wish = {
        prompt: '',
        maxTokens: 300,
        temperature: 0.7,
        topK: 0,
        topP: 1,
        seed: 1,
        signal: first.signal,
      }
      for await (const { text } of engine.generate(wish)) {
        heard.push(text)
        if (heard.length === 5) second.abort()
        if (heard.length === 10) first.abort()
      }
    })
    const waiting = refusal(() => tell(engine, { signal: second.signal }))
    const third = tell(engine)
    return {
      waiting: await waiting,
      telling: await telling,
      heard: heard.length,
      before,
      third: await third,
    }
  })
  expect(told.waiting).toMatch(/^AbortError/)
  expect(told.telling).toMatch(/^AbortError/)
  expect(told.heard).toBeLessThan(300)
  expect(told.third).toBe(told.before)
})

test('refuses what is no model, or another one', async ({ page }) => {
  const said = await page.evaluate(async () => {
    const { storyteller, open, tell, refusal } = window.engines
    const model = storyteller()
    const { source } = model
    if (!(source instanceof URL)) throw new Error('not an address')
    const bytes = new Uint8Array(await (await fetch(source)).arrayBuffer())
    const altered = bytes.slice()
    altered[altered.length - 1000]! ^= 1
    const attempt = (name: string, part: Uint8Array<ArrayBuffer>) => {
      const file = new Blob([part])
      return refusal(() => open({ name, source: file, bytes: file.size }))
    }
    const own = await open({
      name: 'own.gguf',
      source: new Blob([bytes]),
      bytes: bytes.length,
    })
    return {
      text: await attempt('story.txt', new TextEncoder().encode('Once')),
      empty: await attempt('empty.gguf', new Uint8Array()),
      header: await attempt('cut.gguf', bytes.slice(0, 3000)),
      half: await attempt('half.gguf', bytes.slice(0, bytes.length / 2)),
      altered: await refusal(() =>
        open({ ...model, source: new Blob([altered]) }),
      ),
      large: await refusal(() => open({ ...model, bytes: 2 ** 40 })),
      own: await tell(own),
      site: await tell(await open()),
    }
  })
  expect(said.text).toMatch(/^EngineError: story.txt is no GGUF file/)
  expect(said.empty).toMatch(/^EngineError: empty.gguf is no GGUF file/)
  expect(said.header).toMatch(/^EngineError: cut.gguf ends/)
  expect(said.half).toMatch(/^EngineError: half.gguf is truncated/)
  expect(said.altered).toMatch(/^EngineError: The storyteller came altered/)
  expect(said.large).toMatch(/^EngineError: .* fit into memory here/)
  expect(said.own).toBe(said.site)
})

test.describe('without its files', () => {
  test.use({ expected: /Failed to load resource|ERR_INTERNET_DISCONNECTED/ })

  for (const [ending, words] of [
    ['wllama-*.wasm', /^EngineError: The server answered 404 .* the engine/],
    ['*.gguf', /^EngineError: The server answered 404 .* the model/],
    ['chunk-*.js', /^EngineError: The engine’s script could not be loaded/],
    ['plain.worker-*.js', /^EngineError: .* its Worker could not be loaded/],
  ] as const) {
    test(`says that ${ending} is missing, and loads when it is there`, async ({
      page,
    }) => {
      await page.route(`**/assets/${ending}`, (route) =>
        route.fulfill({ status: 404 }),
      )
      expect(await refused(page)).toMatch(words)
      await page.unrouteAll()
      // A script that failed to load fails until the page is loaded again.
      if (ending.startsWith('chunk')) await page.reload()
      await page.waitForFunction(() => 'engines' in window)
      expect(await refused(page)).toBe('none')
    })
  }

  test('tells without a network, once it was loaded', async ({
    page,
    context,
  }) => {
    const first = await page.evaluate(async () => {
      const { open, tell } = window.engines
      const engine = await open()
      return tell(engine)
    })
    await context.setOffline(true)
    const second = await page.evaluate(async () => {
      const { open, tell } = window.engines
      return tell(await open())
    })
    expect(second).toBe(first)
  })
})

test('says that it stopped when its Worker dies, and loads again', async ({
  page,
}) => {
  const told = await page.evaluate(async () => {
    const workers: Worker[] = []
    const Real = Worker
    window.Worker = class extends Real {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options)
        workers.push(this)
      }
    }
    const { open, tell, refusal } = window.engines
    const engine = await open()
    const before = await tell(engine)
    const death = ['exception', 'unreachable', '', null]
    const data = { verb: 'signal.abort', args: death }
    let heard = 0
    const end = await refusal(async () => {
      const { signal } = new AbortController()
      const wish = { prompt: '', maxTokens: 300, seed: 1, signal }
      const plain = { temperature: 0.7, topK: 0, topP: 1 }
      for await (const _ of engine.generate({ ...wish, ...plain })) {
        if (++heard === 5) {
          workers[0]!.dispatchEvent(new MessageEvent('message', { data }))
        }
      }
    })
    const next = await refusal(() => tell(engine))
    await engine.load(() => {}, new AbortController().signal)
    return { end, next, before, after: await tell(engine) }
  })
  expect(told.end).toMatch(/^EngineError: The engine stopped/)
  expect(told.next).toMatch(/^EngineError: No model is loaded/)
  expect(told.after).toBe(told.before)
})

test('says so when no memory is left, and loads when there is', async ({
  page,
}) => {
  await page.route('**/assets/plain.worker-*.js', (route) =>
    route.fulfill({
      contentType: 'text/javascript',
      body: `onmessage = () => postMessage(
        { verb: 'signal.abort', args: ['abort', 'Aborted(OOM)', '', null] })`,
    }),
  )
  expect(await refused(page)).toMatch(
    /^EngineError: The storyteller could not be started: .*OOM.* Close other pages/,
  )
  await page.unrouteAll()
  expect(await refused(page)).toBe('none')
})

/** What is said when an engine is opened. */
function refused(page: Page): Promise<string> {
  return page.evaluate(() =>
    window.engines.refusal(async () => {
      const engine = await window.engines.open()
      await engine.dispose()
    }),
  )
}
