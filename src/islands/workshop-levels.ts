/** The Worker's side of measuring levels: with its engine, its clock and its gzip. */
import type { Binaryen } from '../binaryen/binaryen.ts'
import { gzipSize } from '../measuring/measuring.ts'
import { levelSizes, priceLevels } from '../prices/prices.ts'
import { explainer, tracing } from '../stages/stages.ts'
import { instantiate } from './instantiate.ts'
import type { Came, Job } from './messages.ts'

/** @param tell says how far it is */
export async function measureLevels(
  { source, work }: Extract<Job, { kind: 'levels' }>,
  library: Binaryen,
  tell: (words: string) => void,
): Promise<Came['levels']> {
  const priced = tracing(() =>
    priceLevels(source, work, library, {
      instantiate,
      explain: (thrown, level) => explainer(source, library, level)(thrown),
      now: () => performance.now(),
      tell,
    }),
  )
  if ('stop' in priced) return priced
  const { modules, times, result, others, first } = priced
  const packed = await Promise.all(modules.map(({ bytes }) => gzipSize(bytes)))
  const levels = levelSizes(modules, packed).map((size, index) => ({
    ...size,
    ...times[index]!,
  }))
  return { levels, result, others, first }
}
