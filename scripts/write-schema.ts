// `npm run schema`: write catalog/schema/ anew after a change of the schemas in generator/catalog/.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { schemaFiles } from '../generator/catalog/json-schema.ts'

const folder = join(import.meta.dirname, '../catalog/schema')

mkdirSync(folder, { recursive: true })
for (const { name, text } of schemaFiles()) {
  writeFileSync(join(folder, name), text)
  console.log(`catalog/schema/${name}`)
}
