import { describe, expect, test } from 'vitest'
import type { ShopSource } from '../catalog/shop-schema.ts'
import { CHINA, makeSite } from '../../tests/fixtures/site.ts'
import type { Site } from '../site.ts'
import { checkoutView } from './checkout.ts'

function siteWith(handOff: ShopSource['hand-off']): Site {
  const site = makeSite()
  const shop = { ...site.catalogue.shop, 'hand-off': handOff }
  return { ...site, catalogue: { ...site.catalogue, shop } }
}

const FORM = { by: 'form', fields: {}, 'timeout-s': 15 } as const

describe('the checkout page', () => {
  test('takes orders by email by default', () => {
    const { data, receiver, netlifyForm } = checkoutView(makeSite())
    expect(data.handOff).toEqual({ by: 'email' })
    expect(receiver).toBe('hello@lane-nine.example')
    expect(netlifyForm).toBeNull()
  })

  test.each([
    ['formspree', 'json', '_gotcha', 'json'],
    ['web3forms', 'json', 'botcheck', 'json'],
    ['netlify', 'form', 'bot-field', 'status'],
    ['other', 'json', 'website', 'json'],
  ] as const)('sends to %s as %s', (service, encoding, honeypot, confirmation) => {
    const endpoint = 'https://forms.example/f'
    const { data, receiver } = checkoutView(siteWith({ ...FORM, service, endpoint }))
    expect(data.handOff).toMatchObject({ encoding, honeypot, confirmation, timeoutMs: 15_000 })
    expect(receiver).toBe('forms.example')
  })

  test('has a form for Netlify with every field that is sent', () => {
    const { data, netlifyForm, receiver } = checkoutView(siteWith({ ...FORM, service: 'netlify' }))
    expect(data.handOff).toMatchObject({ endpoint: '/checkout/', fields: { 'form-name': 'order' } })
    expect(netlifyForm?.fields).toContain('order')
    expect(receiver).toBe('Netlify')
  })

  test('has the shipping methods in the market’s currency, standard to its own country', () => {
    const { data } = checkoutView(makeSite({ market: CHINA }))
    expect(data.tax).toBe('included')
    expect(data.methods).toMatchObject([
      { id: 'standard', countries: ['CN'], rateMinor: 2000, freeFromMinor: 80_000 },
    ])
  })
})
