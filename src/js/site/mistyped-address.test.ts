import { expect, test } from 'vitest'
import { correctPath } from './mistyped-address.ts'

test.each([
  ['/Shop/', '/', '/shop/'],
  ['/SHOP', '/', '/shop/'],
  ['/shop', '/', '/shop/'],
  ['/Spikes/Shop/', '/Spikes/', '/Spikes/shop/'],
  ['/Products/Kite-100/', '/', '/products/kite-100/'],
  ['/SITEMAP.XML', '/', '/sitemap.xml'],
  ['/shop/', '/', undefined],
  ['/', '/', undefined],
  ['/Elsewhere/', '/spikes/', undefined],
])('%s below %s means %s', (path, base, corrected) => {
  expect(correctPath(path, base)).toBe(corrected)
})
