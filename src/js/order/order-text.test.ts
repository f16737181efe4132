import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ADA, anyOrder, CONTEXT, orderOf } from '../../../tests/fixtures/orders.ts'
import { orderText } from './order-text.ts'

const { t } = CONTEXT

describe('an order as a person reads it', () => {
  test('says what, how much, where to and how', () => {
    const details = { note: 'Ring twice.', contact: { ...ADA.contact, phone: '+1 555 0100' } }
    const text = orderText(orderOf({ details }), t)
    expect(text.replace(/\u202f/g, ' ')).toContain(
      [
        'Order 20261125-7F3K-9Q2M',
        'Nov 25, 2026, 2:00 AM PST',
        '',
        '2 × Swift (SW1-EMB-42)',
        '   Color Ember, Size EU 42; $129.95 each, $259.90',
        '1 × Key (KEY-RED-ONESIZE)',
        '   Color RED; $129.95 each, $129.95',
        '',
        'Subtotal: $389.85',
        'Shipping: $7.50',
        'Total: $397.35',
        'Prices don’t include sales tax.',
        '',
        'Ship to:',
        'Ada King Lovelace',
        '12 Home Straight',
        'Eugene, OR 97403',
        'United States',
        '',
        'Email: ada@example.org',
        'Phone: +1 555 0100',
        'Delivery: Standard, 3 to 5 business days',
        '',
        'Note:',
        'Ring twice.',
      ].join('\n'),
    )
  })

  test('says that shipping comes on top where nobody knows it yet', () => {
    const address = { ...ADA.address, country: 'CL' }
    const text = orderText(orderOf({ details: { address } }), t)
    expect(text).toContain('Shipping: To be confirmed\nTotal: $389.85 plus shipping')
  })

  test('says that it was changed after it may have arrived', () => {
    expect(orderText(orderOf({ revision: 2 }), t)).toMatch(/^Order \S+, changed, version 2\n/)
  })

  test('holds every article number, and no line break but plain ones', () => {
    fc.assert(
      fc.property(anyOrder, (order) => {
        const text = orderText(order, t)
        for (const { sku } of order.lines) expect(text).toContain(sku)
        expect(text).not.toMatch(/\r/)
      }),
      { numRuns: 30 },
    )
  })
})
