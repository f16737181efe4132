import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ADA, anyOrder, CONTEXT, orderOf } from '../../../tests/fixtures/orders.ts'
import type { Order } from '../order/order-schema.ts'
import { orderText } from '../order/order-text.ts'
import { LONGEST_MAILTO } from './email.ts'
import { createHandOff } from './hand-off.ts'
import { HAND_OFF_KINDS, type HandOffConfig, type HandOffKind, type HandOffStep } from './types.ts'

const EMAIL = 'hello@lane-nine.example'
const FORM: HandOffConfig<'form'> = {
  by: 'form',
  endpoint: 'https://forms.example/f/1',
  encoding: 'json',
  honeypot: '_gotcha',
  confirmation: 'json',
  fields: { access_key: 'k' },
  idempotencyHeader: null,
  timeoutMs: 15_000,
}

const CONFIGS: { readonly [Kind in HandOffKind]: HandOffConfig<Kind> } = {
  email: { by: 'email' },
  form: FORM,
  paypal: { by: 'paypal', endpoint: 'https://p.example/x', account: EMAIL },
  shopify: { by: 'shopify', store: 'https://s.example' },
}

type LinkStep = Extract<HandOffStep, { kind: 'link' }>

function emailStep(order: Order, email = EMAIL): LinkStep {
  const step = createHandOff(CONFIGS.email, email).prepare(order, CONTEXT)
  if (step.kind !== 'link') throw new Error(step.kind)
  return step
}

test.each(HAND_OFF_KINDS)('%s says what it is and who gets the order', (kind) => {
  const handOff = createHandOff(CONFIGS[kind], EMAIL)
  expect(handOff.by).toBe(kind)
  expect(handOff.receiver).not.toBe('')
})

function bodyOf(url: string): string {
  return new URL(url).searchParams.get('body')!.replaceAll('\r\n', '\n')
}

describe('by e-mail', () => {
  test('the body is the order as the page shows it', () => {
    const order = orderOf()
    const { href, isShortened } = emailStep(order)
    expect(new URL(href).pathname).toBe(EMAIL)
    expect(bodyOf(href)).toBe(orderText(order, CONTEXT.t))
    expect(isShortened).toBe(false)
  })

  test('an order too long for a link goes by article numbers, still with name and address', () => {
    const note = '请'.repeat(100)
    const details = { note, contact: { ...ADA.contact, name: 'x'.repeat(100) } }
    const lines = [
      ['SW1-EMB-42', 2],
      ['SW1-EMB-41', 1],
      ['SW1-EMB-42W', 1],
    ] as const
    const { href, isShortened } = emailStep(orderOf({ details, lines }))
    const body = bodyOf(href)
    expect(isShortened).toBe(true)
    expect(body).toContain('2 × SW1-EMB-42\n')
    expect(body).not.toContain('Swift')
    expect(body).toContain(note)
  })

  test('no link is longer than programs take, and each names its order', () => {
    fc.assert(
      fc.property(anyOrder, (order) => {
        const { href } = emailStep(order)
        expect(href.length).toBeLessThanOrEqual(LONGEST_MAILTO)
        expect(bodyOf(href)).toContain(order.id)
      }),
      { numRuns: 60 },
    )
  })

  test('an address with signs that mean something in a link arrives as it is', () => {
    const { href } = emailStep(orderOf(), 'a?b&c@lane-nine.example')
    expect(decodeURIComponent(new URL(href).pathname)).toBe('a?b&c@lane-nine.example')
  })
})

describe('by a form', () => {
  test('the fields are flat, and hold text, document, number and key', () => {
    const order = orderOf()
    const step = createHandOff(FORM, EMAIL).prepare(order, CONTEXT)
    if (step.kind !== 'request') throw new Error(step.kind)
    const fields = JSON.parse(step.init.body as string) as Record<string, string>
    expect(Object.values(fields).every((value) => typeof value === 'string')).toBe(true)
    expect(fields).toMatchObject({ access_key: 'k', order_id: order.id, _gotcha: '' })
    expect(JSON.parse(fields['order']!)).toEqual(order)
    expect(step.init.redirect).toBe('manual')
  })

  test('form encoding carries the same, whatever is in it', () => {
    fc.assert(
      fc.property(anyOrder, (order) => {
        const config: HandOffConfig<'form'> = {
          ...FORM,
          encoding: 'form',
          idempotencyHeader: 'X-Key',
        }
        const step = createHandOff(config, EMAIL).prepare(order, CONTEXT)
        if (step.kind !== 'request') throw new Error(step.kind)
        const fields = new URLSearchParams(step.init.body as string)
        expect(JSON.parse(fields.get('order')!)).toEqual(order)
        expect(step.init.headers).toMatchObject({ 'X-Key': `${order.id}.1` })
      }),
      { numRuns: 30 },
    )
  })
})

describe('by PayPal', () => {
  const paypal = createHandOff(CONFIGS.paypal, '')

  test('items, shipping and the whole add up to what the page showed', () => {
    const order = orderOf()
    const step = paypal.prepare(order, CONTEXT)
    if (step.kind !== 'form') throw new Error(step.kind)
    const fields = Object.fromEntries(step.fields)
    const sum =
      2 * Number(fields['amount_1']) + Number(fields['amount_2']) + Number(fields['shipping_1'])
    expect(Math.round(sum * 100)).toBe(order.totals.totalMinor)
    expect(fields).toMatchObject({ on1_1: 'Size', os1_1: 'EU 42', invoice: order.id })
    expect(new Set(step.fields.map(([name]) => name)).size).toBe(step.fields.length)
  })

  test('writes a currency without cents without them', () => {
    const order = orderOf({ terms: { currency: 'JPY' } })
    const step = paypal.prepare(order, CONTEXT)
    expect(step.kind === 'form' && Object.fromEntries(step.fields)['amount_1']).toBe('12995')
  })

  test.each([
    ['shipping-unknown', { address: { ...ADA.address, country: 'CL' } }],
    ['note-too-long', { note: 'x'.repeat(257) }],
  ])('is not for an order with %s', (why, details) => {
    expect(paypal.prepare(orderOf({ details }), CONTEXT)).toMatchObject({ kind: 'unfit', why })
  })
})

describe('by Shopify', () => {
  const shopify = createHandOff(CONFIGS.shopify, '')

  test('the link holds variant ids and quantities, and leaves out what is empty', () => {
    const step = shopify.prepare(orderOf(), {
      ...CONTEXT,
      shopifyId: (sku) => (sku.startsWith('SW1') ? '41' : '42'),
    })
    if (step.kind !== 'link') throw new Error(step.kind)
    const url = new URL(step.href)
    expect(url.pathname).toBe('/cart/41:2,42:1')
    expect(url.searchParams.get('checkout[shipping_address][last_name]')).toBe('King Lovelace')
    expect(url.searchParams.has('checkout[shipping_address][phone]')).toBe(false)
  })

  test('what the store has no id for is named', () => {
    expect(shopify.prepare(orderOf(), CONTEXT)).toMatchObject({
      kind: 'unfit',
      skus: ['SW1-EMB-42', 'KEY-RED-ONESIZE'],
    })
  })
})
