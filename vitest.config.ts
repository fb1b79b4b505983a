import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Each file starts Binaryen and its tools anew, which V8 would compile whole,
    // and then optimise in the background for longer than most tests take.
    execArgv: ['--liftoff-only', '--wasm-lazy-compilation'],
    // Vitest leaves a core to itself, which is half of a small machine.
    maxWorkers: '100%',
  },
})
