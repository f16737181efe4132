import type { Linter } from 'eslint'
import rules from '../eslint.config.ts'

// The root's rules, with the types of this package.
const config: Linter.Config[] = [
  ...rules,
  {
    files: ['**/*.ts'],
    languageOptions: {
      parserOptions: { project: ['./tsconfig.json'], tsconfigRootDir: import.meta.dirname },
    },
  },
]

export default config
