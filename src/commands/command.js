/**
 * What `npm run NAME` starts: joins `src/commands/NAME.ts` into one module and runs it.
 * Plain JavaScript, because it is what makes TypeScript runnable.
 */
import { load } from '../load.js'

const [name, ...words] = process.argv.slice(2)
try {
  const { main } = await load(`src/commands/${name}.ts`)
  process.exitCode = await main(words)
} catch (error) {
  // The innermost cause says what is wrong, and where; stacks say it no better.
  let cause = error
  while (cause.originalError ?? cause.cause) {
    cause = cause.originalError ?? cause.cause
  }
  console.error(`\n${process.env.DEBUG ? cause.stack : cause.message}`)
  process.exitCode = 1
}
