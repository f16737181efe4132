import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    environment: 'node',
    include: [
      '{src,generator,scripts}/**/*.test.ts',
      'tests/{unit,structure,pictures}/**/*.test.ts',
    ],
    passWithNoTests: true,
    // A machine that does other things besides is slow, not wrong.
    testTimeout: 60_000,
  },
})
