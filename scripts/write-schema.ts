// `npm run schema`: write catalog/schema/ again after the schemas in generator/catalog/ change.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { schemaFiles } from '../generator/catalog/json-schema.ts'

const folder = join(import.meta.dirname, '../catalog/schema')

mkdirSync(folder, { recursive: true })
for (const { name, text } of schemaFiles()) {
  writeFileSync(join(folder, name), text)
  console.log(`catalog/schema/${name}`)
}
