import { expect, test } from 'vitest'
import type { ProductData } from '../catalog/product-data.ts'
import { savedProducts } from './saved-products.ts'

const model = (slug: string, name: string): ProductData => ({
  slug,
  name,
  brand: 'Kestrel',
  styleCode: slug.toUpperCase(),
  gender: null,
  priceMinor: 100,
  wasMinor: null,
  shippingGrams: 0,
  colours: [],
})

test('models that were opened are listed, the last one first, and nothing else', () => {
  const catalogue = [model('swift', 'Swift'), model('kite', 'Kite 100'), model('furze', 'Furze')]
  const paths = ['/s/about/', '/s/products/kite/', '/s/products/gone/', '/s/products/swift/']
  expect(savedProducts(catalogue, paths, '/s/products/')).toEqual([
    { name: 'Swift', path: '/s/products/swift/' },
    { name: 'Kite 100', path: '/s/products/kite/' },
  ])
})
