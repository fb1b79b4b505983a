/** `npm run bench -- NAME`: measures, and prints what it measured. */
import { main as deck } from './bench-deck.ts'
import { main as engine } from './bench-engine.ts'
import { main as examplescript } from './bench-examplescript.ts'
import { main as followers } from './bench-followers.ts'
import { main as optimizer } from './bench-optimizer.ts'
import { main as pages } from './bench-pages.ts'
import { main as serving } from './bench-serving.ts'
import { main as stages } from './bench-stages.ts'
import { main as webllm } from './bench-webllm.ts'

const benches: Record<string, () => Promise<number>> = {
  pages,
  deck,
  serving,
  examplescript,
  stages,
  optimizer,
  engine,
  webllm,
  followers,
}

export async function main([name = '']: string[]): Promise<number> {
  const bench = benches[name]
  if (bench) return bench()
  process.stderr.write(
    `Say what to measure: ${Object.keys(benches).join(', ')}.\n`,
  )
  return 2
}
