import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    environment: 'node',
    include: ['{src,build,studio,scripts}/**/*.test.ts', 'tests/{unit,structure}/**/*.test.ts'],
    passWithNoTests: true,
  },
})
