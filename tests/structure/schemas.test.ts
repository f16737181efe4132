import { expect, test } from 'vitest'
import { schemaFiles } from '../../generator/catalog/json-schema.ts'
import { readSource, sourcesIn, stemOf } from './sources.ts'

const COMMENT = '# yaml-language-server: $schema='

test.each(schemaFiles())('catalog/schema/$name is up to date', ({ name, text }) => {
  const written = readSource(`catalog/schema/${name}`).text

  expect(written, 'The schemas have changed: run `npm run schema`.').toBe(text)
})

test('each file of the catalogue names its schema for editors', () => {
  const products = sourcesIn(['catalog/products'], '.yaml').map((file) => ({
    file,
    line: `${COMMENT}../schema/product.schema.json`,
  }))
  const others = ['catalog/shop.yaml', 'catalog/brands.yaml'].map(readSource).map((file) => ({
    file,
    line: `${COMMENT}schema/${stemOf(file)}.schema.json`,
  }))
  const silent = [...products, ...others].filter(({ file, line }) => !file.text.startsWith(line))

  expect(silent.map(({ file }) => file.path)).toEqual([])
})
