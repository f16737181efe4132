import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { CatalogueError, explainIssue } from './problems.ts'
import { localisedText, prices, stockCount } from './schema-parts.ts'

/** The first problem with a value, as an owner reads it. */
function explain(schema: z.ZodType, value: unknown): string {
  const result = schema.safeParse(value, { reportInput: true })
  const { problem, fix } = explainIssue(result.error!.issues[0]!)
  return `${problem} → ${fix}`
}

const kinds = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('shoe') }),
  z.object({ kind: z.literal('accessory') }),
])

describe('an owner reads', () => {
  test.each([
    [z.string(), undefined, 'is missing → add text'],
    [z.number(), undefined, 'is missing → add a number'],
    [z.enum(['entry', 'club']), undefined, 'is missing → use one of: entry, club'],
    [
      z.enum(['entry', 'club']),
      'pro',
      'is "pro", which is not an option → use one of: entry, club',
    ],
    [
      z.number(),
      '129.95',
      'is "129.95", not a number → write a number without quotes and without a unit, such as 129.95',
    ],
    [z.string(), 100, 'is 100, not text → write text here'],
    [z.array(z.string()), 'sprint', 'is "sprint", not a list → write a list here'],
    [z.boolean(), 'yes', 'is "yes", not true or false → write true or false here'],
    [stockCount, -1, '-1 is below the minimum → use at least 0'],
    [stockCount, 10_000, '10000 is over the limit → use at most 9999'],
    [stockCount, 1.5, 'is 1.5, not a whole number → write a whole number here'],
    [z.string().max(3), 'abcd', '"abcd" is over the limit → use at most 3 characters'],
    [z.array(z.string()).max(1), ['a', 'b'], '["a","b"] is over the limit → use at most 1 item'],
    [
      z.number().multipleOf(0.1),
      0.25,
      '0.25 has too many decimal places → round it to the nearest 0.1',
    ],
    [prices, { usd: 1 }, 'is not a valid name → use a currency code such as USD'],
    [
      z.strictObject({}),
      { color: 1 },
      'is not a known field → check the spelling or remove it; docs/selling.md lists the fields',
    ],
    [
      localisedText(9),
      7,
      'is 7, not text → write text, or one text per language such as { en: … }',
    ],
    [localisedText(9), 'ten or more', '"ten or more" is over the limit → use at most 9 characters'],
    [
      kinds,
      { kind: 'sho' },
      'does not say what kind of product it is → add `kind: shoe` or `kind: accessory`',
    ],
    [kinds, {}, 'does not say what kind of product it is → add `kind: shoe` or `kind: accessory`'],
    [z.string().regex(/^[A-Z]$/, 'use a capital'), 'a', '"a" is not valid → use a capital'],
  ] as [z.ZodType, unknown, string][])(
    'what is wrong and what to do, case %#',
    (schema, value, expected) => {
      expect(explain(schema, value)).toBe(expected)
    },
  )

  test('no more of a long value than fits on a line', () => {
    const text = explain(z.number(), 'x'.repeat(1000))
    expect(text).toContain('xxx…')
    expect(text.length).toBeLessThan(170)
  })
})

describe('the error', () => {
  const one = {
    where: 'catalog/shop.yaml:12',
    field: 'contact.email',
    problem: 'is bad',
    fix: 'repair it',
  }

  test('names file, line, field, problem and fix of a single mistake', () => {
    expect(new CatalogueError([one]).message).toBe(
      'Your catalog has one mistake:\n\n' +
        '  catalog/shop.yaml:12\n    contact.email: is bad\n    Fix: repair it\n',
    )
  })

  test('counts and lists all of several, those of a whole file without a field', () => {
    const whole = { where: 'catalog/brands.yaml', field: '', problem: 'file not found', fix: 'add' }
    const { message } = new CatalogueError([one, whole])
    expect(message).toContain('has 2 mistakes')
    expect(message).toContain('contact.email: is bad')
    expect(message).toContain('  catalog/brands.yaml\n    file not found\n    Fix: add')
  })

  test('shows no stack trace into our own code', () => {
    const error = new CatalogueError([one])
    expect(error.stack).toBe(error.message)
  })
})
