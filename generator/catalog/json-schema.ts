import { z } from 'zod'
import { orderSchema } from '../../src/js/order/order-schema.ts'
import { brandsSchema, productSchema } from './schema.ts'
import { shopSchema } from './shop-schema.ts'

/** A schema that lets an editor complete and check the catalogue. */
export interface SchemaFile {
  /** Its name in `catalog/schema/`; the first line of each YAML file refers to it. */
  readonly name: string
  readonly text: string
}

/** Convert the build's own schemas to JSON Schema, for YAML editors. */
export function schemaFiles(): readonly SchemaFile[] {
  return [
    schemaFile('product', 'A product: catalog/products/<slug>.yaml', productSchema),
    schemaFile('brands', 'The brands: catalog/brands.yaml', brandsSchema),
    schemaFile('shop', 'The shop: catalog/shop.yaml', shopSchema),
    schemaFile('order', 'An order as it is sent, with amounts in minor units', orderSchema),
  ]
}

function schemaFile(key: string, title: string, schema: z.core.$ZodType): SchemaFile {
  // `$schema` first, then the title, because readers look for them at the top.
  const { $schema, ...rest } = z.toJSONSchema(schema, {
    // The form an owner writes: fields with a default can be left out.
    io: 'input',
    target: 'draft-2020-12',
    override: ({ jsonSchema }) => simplify(jsonSchema),
  })
  const text = JSON.stringify({ $schema, title, ...rest }, null, 2)
  return { name: `${key}.schema.json`, text: `${text}\n` }
}

function simplify(schema: z.core.JSONSchema.BaseSchema): void {
  // Editors divide in floating point, where 179.95 is not a multiple of 0.01.
  if (!Number.isInteger(schema.multipleOf ?? 1)) delete schema.multipleOf
  // The format says the same as zod's pattern and is easier to read.
  if (schema.format !== undefined) delete schema.pattern
}
