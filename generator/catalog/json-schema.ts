import { z } from 'zod'
import { orderSchema } from '../../src/js/order/order-schema.ts'
import { brandsSchema, productSchema } from './schema.ts'
import { shopSchema } from './shop-schema.ts'

/** One of the files by which an editor completes and checks the catalogue. */
export interface SchemaFile {
  /** Its name in `catalog/schema/`, which the first line of each YAML file gives. */
  readonly name: string
  readonly text: string
}

/** Write the schemas that the build checks the catalogue by as JSON Schema, for YAML editors. */
export function schemaFiles(): readonly SchemaFile[] {
  return [
    schemaFile('product', 'A product: catalog/products/<slug>.yaml', productSchema),
    schemaFile('brands', 'The makers: catalog/brands.yaml', brandsSchema),
    schemaFile('shop', 'The shop: catalog/shop.yaml', shopSchema),
    schemaFile('order', 'An order as it is handed over, amounts in minor units', orderSchema),
  ]
}

function schemaFile(key: string, title: string, schema: z.core.$ZodType): SchemaFile {
  // `$schema` first, then the title: what a reader looks for.
  const { $schema, ...rest } = z.toJSONSchema(schema, {
    // What an owner writes; a field with a default may be left out.
    io: 'input',
    target: 'draft-2020-12',
    override: ({ jsonSchema }) => simplify(jsonSchema),
  })
  const text = JSON.stringify({ $schema, title, ...rest }, null, 2)
  return { name: `${key}.schema.json`, text: `${text}\n` }
}

function simplify(schema: z.core.JSONSchema.BaseSchema): void {
  // Editors divide in floating point, where 179.95 is no multiple of 0.01.
  if (!Number.isInteger(schema.multipleOf ?? 1)) delete schema.multipleOf
  // The format says the same as zod's pattern, and people can read it.
  if (schema.format !== undefined) delete schema.pattern
}
