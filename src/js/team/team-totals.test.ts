import { describe, expect, test } from 'vitest'
import { check } from '../../../tests/fixtures/team.ts'
import { EMPTY_CART, MAX_QUANTITY } from '../cart/cart.ts'
import { MOST_LINES } from '../cart/stored-cart.ts'
import { planOrder, type OrderPlan } from './order-plan.ts'
import { sumTeam, type TeamTotals } from './team-totals.ts'

const LIST = [
  { athlete: 'Anna', model: 'Swift', colour: 'Ember', size: '42' },
  { athlete: 'Bo', model: 'Key', quantity: '25' },
  { athlete: ' anna ', model: 'Steel Pins', size: '6', quantity: '2' },
  { athlete: 'Cem', model: 'Zebra' },
  { model: 'Swift', colour: 'Slate', size: '40' },
  {},
]

function shown({ lines, waiting }: OrderPlan): string {
  const rest = waiting.map(({ variant, quantity }) => `${variant.sku}:${quantity}`)
  return `${lines.map(({ sku, quantity }) => `${sku}:${quantity}`).join(' ')} | ${rest.join(' ')}`
}

describe('a list’s sums', () => {
  const totals = sumTeam(check(LIST))

  test('are by article, as a shelf is ordered', () => {
    expect(totals.articles.map((one) => [one.variant.sku, one.quantity, one.totalMinor])).toEqual([
      ['KEY-RED-ONESIZE', 25, 25 * 12_995],
      ['PIN-STL-6MM', 2, 1590],
      ['SW1-EMB-42', 1, 12_995],
      ['SW1-SLT-40', 1, 12_995],
    ])
  })

  test('are by athlete, in the list’s order, one name once', () => {
    expect(totals.athletes.map((one) => [one.athlete, one.quantity, one.totalMinor])).toEqual([
      ['Anna', 3, 12_995 + 1590],
      ['Bo', 25, 25 * 12_995],
      ['Cem', 0, 0],
      ['', 1, 12_995],
    ])
  })

  test('agree with each other', () => {
    const byAthlete = totals.athletes.reduce((sum, { totalMinor }) => sum + totalMinor, 0)
    expect(totals.totalMinor).toBe(byAthlete)
    expect(totals.quantity).toBe(29)
  })
})

describe('the step into the cart', () => {
  const totals = sumTeam(check(LIST))

  test('takes what one order may hold; the rest waits', () => {
    const plan = planOrder(totals, [], EMPTY_CART)
    expect(shown(plan)).toBe(
      `KEY-RED-ONESIZE:${MAX_QUANTITY} PIN-STL-6MM:2 SW1-EMB-42:1 SW1-SLT-40:1 | KEY-RED-ONESIZE:15`,
    )
    expect(plan.quantity).toBe(14)
    expect(plan.waitingQuantity).toBe(15)
  })

  test('goes on where it stopped, once the cart has been ordered', () => {
    const first = planOrder(totals, [], EMPTY_CART)
    const second = planOrder(totals, first.lines, EMPTY_CART)
    expect(shown(second)).toBe('KEY-RED-ONESIZE:10 | KEY-RED-ONESIZE:5')
  })

  test('adds nothing twice', () => {
    const first = planOrder(totals, [], EMPTY_CART)
    expect(shown(planOrder(totals, first.lines, { lines: first.lines }))).toBe(
      ' | KEY-RED-ONESIZE:15',
    )
  })

  test('leaves room for what is in the cart already', () => {
    const cart = { lines: [{ sku: 'KEY-RED-ONESIZE', quantity: 8 }] }
    expect(shown(planOrder(totals, [], cart))).toContain('KEY-RED-ONESIZE:2 ')
  })

  test('never takes more of a size than there is', () => {
    const few = sumTeam(check([{ model: 'Swift', colour: 'Slate', size: '39' }]))
    const cart = { lines: [{ sku: 'SW1-SLT-39', quantity: 1 }] }
    expect(shown(planOrder(few, [], cart))).toBe(' | SW1-SLT-39:1')
  })

  test('adds no line that the cart would not read again', () => {
    const lines = Array.from({ length: MOST_LINES - 1 }, (_, at) => ({
      sku: `X${at}`,
      quantity: 1,
    }))
    const plan = planOrder(totals, [], { lines })
    expect(plan.lines).toHaveLength(1)
    expect(plan.waitingQuantity).toBe(15 + 4)
  })

  test('has nothing to do for an empty list', () => {
    const empty: TeamTotals = sumTeam(check([]))
    expect(shown(planOrder(empty, [], EMPTY_CART))).toBe(' | ')
  })
})
