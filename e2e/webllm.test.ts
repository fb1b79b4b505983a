/**
 * WebLLM itself, from other hosts to the card, with a model of a few bytes. Its
 * library has nothing in it: so its way ends there, and a script plays the Worker
 * where something is told.
 */
import { expect, OFTEN, playWebllm, promised, type Page } from './fixtures.ts'
import { Hub, PART_BYTES, PARTS, TALE } from './made-up-model.ts'
import { END, load, open, test } from './webllm-fixtures.ts'

test.beforeEach(({ page }) => open(page))

test('importing it loads nothing of it, and knows all models', async ({
  page,
}) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await open(page)
  expect(await page.evaluate(() => window.door.gpuModels.length)).toBe(165)
  expect(asked.filter((url) => !/\/(?:|assets\/[^/]+)$/.test(url))).toEqual([])
})

test('loads a model in steps, and asks no host for anything a second time', async ({
  page,
}) => {
  const hub = await Hub.open(page)
  const first = await load(page)
  expect(first.says).toMatch(END)
  expect(hub.asked.toSorted()).toEqual([
    'mlc-chat-config.json',
    ...PARTS,
    'tale.wasm',
    'tensor-cache.json',
    'tokenizer.json',
  ])
  expect(phasesOf(first)).toEqual(['engine', 'model', 'memory'])
  for (const phase of ['model', 'memory']) {
    const steps = first.steps.filter((step) => step.phase === phase)
    expect(steps.at(-1)).toEqual({
      phase,
      loaded: 5 * PART_BYTES,
      total: 5 * PART_BYTES,
    })
    const loaded = steps.map((step) => step.loaded)
    expect(loaded).toEqual(loaded.toSorted((one, other) => one - other))
    expect(new Set(loaded).size).toBeGreaterThanOrEqual(5)
  }
  hub.asked = []
  await open(page)
  const second = await load(page)
  expect(second.says).toMatch(END)
  expect(phasesOf(second)).toEqual(['engine', 'model', 'memory'])
  expect(hub.asked).toEqual([])
})

test('is stopped while it downloads, and goes on with what is missing', async ({
  page,
}) => {
  const never = promised()
  const hub = await Hub.open(page, { 'part_3.bin': () => never.promise })
  const loading = load(page)
  await expect.poll(() => storedParts(page), OFTEN).toBe(3)
  await page.evaluate(() => window.door.stop.abort())
  expect((await loading).says).toMatch(/^AbortError/)
  never.keep()
  hub.asked = []
  hub.answer('part_3.bin', { body: Buffer.alloc(PART_BYTES) })
  await page.evaluate(() => (window.door.stop = new AbortController()))
  expect((await load(page)).says).toMatch(END)
  expect(hub.asked).toEqual(['part_3.bin', 'part_4.bin'])
})

/** A Worker that says a word for each `tell` and comes to its end when it is told to go on, or to stop. */
const TELLER = `
  let end
  addEventListener('message', ({ data }) => {
    if (data.kind === 'load') return postMessage({ kind: 'loaded' })
    if (data.kind === 'stop') return setTimeout(() => end?.(false), 500)
    if (data.wish.prompt === 'lose') return postMessage({ kind: 'lost', reason: 'unknown', message: '' })
    postMessage({ kind: 'piece', text: data.wish.prompt })
    end = (isWhole) => {
      end = undefined
      postMessage({ kind: 'piece', text: ' late' })
      postMessage({ kind: 'told', isWhole })
    }
    if (data.wish.prompt !== 'wait') end(true)
  })`

test('a wish that is stopped ends at once, and the next waits for the card', async ({
  page,
}) => {
  await playWebllm(page, TELLER)
  const told = await page.evaluate(async (tale) => {
    const { door } = window
    const engine = door.webllm(door.model(tale))
    const before = await door.tell(engine)
    const loaded = await door.load(engine)
    const stop = new AbortController()
    const wish = door.wish({ prompt: 'wait', signal: stop.signal })
    const first = engine.generate(wish)[Symbol.asyncIterator]()
    const { value } = await first.next()
    const waiting = new AbortController()
    const second = door.tell(engine, { signal: waiting.signal })
    const third = door.tell(engine, { prompt: 'third' })
    waiting.abort()
    const ends: unknown[] = [await second]
    stop.abort()
    ends.push(await first.next().catch(String))
    return { before, loaded, ends, value, third: await third }
  }, TALE)
  expect(told.loaded.says).toBe('')
  expect(told.before).toMatch(/No model is loaded/)
  expect(told.ends[0]).toMatch(/^AbortError/)
  expect(told.ends[1]).toMatch(/^AbortError/)
  expect(told.value.text).toBe('wait')
  expect(told.third).toBe('third| late||')
})

test('a card that is lost between two wishes is told of, and loading helps', async ({
  page,
}) => {
  await playWebllm(page, TELLER)
  const told = await page.evaluate(async (tale) => {
    const { door } = window
    const engine = door.webllm(door.model(tale))
    await door.load(engine)
    const during = await door.tell(engine, { prompt: 'lose' })
    const after = await door.tell(engine)
    await door.load(engine)
    const again = await door.tell(engine, { prompt: 'again' })
    await engine.dispose()
    return { during, after, again, disposed: await door.tell(engine) }
  }, TALE)
  expect(told.during).toMatch(/graphics card stopped working/)
  expect(told.after).toBe(told.during)
  expect(told.again).toBe('again| late||')
  expect(told.disposed).toMatch(/was put away/)
})

/** How many parts of weights are stored. */
function storedParts(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const stored = await (await caches.open('webllm/model')).keys()
    return stored.filter(({ url }) => url.endsWith('.bin')).length
  })
}

function phasesOf({ steps }: { steps: { phase: string }[] }): string[] {
  return [...new Set(steps.map(({ phase }) => phase))]
}
