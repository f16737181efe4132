import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    environment: 'node',
    // A machine that does other things besides is slow, not wrong.
    testTimeout: 60_000,
    // Test files of one worker share what they import: most of a run was loading the same modules
    // again. So no test may change a module's state, and none mocks a module.
    isolate: false,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: [
            '{src,generator,scripts}/**/*.test.ts',
            'tests/{unit,structure,pictures}/**/*.test.ts',
          ],
        },
      },
      {
        extends: true,
        // What reads `dist/`, and needs no browser for it: npm run build comes first.
        test: { name: 'dist', include: ['tests/dist/**/*.test.ts'] },
      },
    ],
  },
})
