import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: import.meta.dirname,
  test: {
    environment: 'node',
    include: ['**/*.test.ts'],
    // A busy machine is slow, not wrong.
    testTimeout: 60_000,
  },
})
