import * as z from 'zod/mini'
import { EMAIL } from '../lib/email-address.ts'
import { parseJson } from '../lib/json.ts'

/** Longest values; longer than anyone needs. */
export const LONGEST = {
  name: 100,
  email: 254,
  phone: 40,
  line1: 120,
  line2: 120,
  city: 80,
  region: 80,
  postal: 16,
  note: 1000,
} as const

const minor = z.int().check(z.gte(0), z.lte(1e12))
const words = (most: number): z.ZodMiniString => z.string().check(z.minLength(1), z.maxLength(most))
const optional = (most: number): z.ZodMiniString => z.string().check(z.maxLength(most))
const country = z.string().check(z.regex(/^[A-Z]{2}$/))
const currency = z.string().check(z.regex(/^[A-Z]{3}$/))

export const contactSchema = z.object({
  name: words(LONGEST.name),
  email: words(LONGEST.email).check(z.regex(EMAIL)),
  phone: optional(LONGEST.phone),
})

/** Where to ship. Parts that weren't filled in are empty. */
export const addressSchema = z.object({
  /** ISO 3166-1, two letters. */
  country,
  line1: words(LONGEST.line1),
  line2: optional(LONGEST.line2),
  city: optional(LONGEST.city),
  region: optional(LONGEST.region),
  postal: optional(LONGEST.postal),
})

/** A message from the shopper. */
export const noteSchema: z.ZodMiniString = optional(LONGEST.note)

const line = z.object({
  sku: words(80),
  name: words(200),
  options: z.array(z.object({ name: words(40), value: words(80) })).check(z.maxLength(5)),
  unitPriceMinor: minor,
  quantity: z.int().check(z.gte(1), z.lte(1000)),
  totalMinor: minor,
})

/** An order as it is handed over: see docs/selling.md. Amounts are in minor units of `currency`. */
export const orderSchema = z.object({
  schema: z.literal('cinder.order'),
  version: z.literal(1),
  /** Made in the browser, and the same however often the order is sent. */
  id: z.string().check(z.regex(/^\d{8}-[0-9A-Z]{4}-[0-9A-Z]{4}$/)),
  /** Counts up if an order that may have arrived is changed and sent again. */
  revision: z.int().check(z.gte(1), z.lte(99)),
  /** In UTC. */
  createdAt: z.iso.datetime(),
  /** The shop's time zone (IANA), in which people read `createdAt`. */
  timeZone: z._default(words(60), 'UTC'),
  locale: words(35),
  currency,
  shop: z.object({ name: words(100), email: words(LONGEST.email) }),
  lines: z.array(line).check(z.minLength(1), z.maxLength(200)),
  totals: z.object({
    subtotalMinor: minor,
    /** Null if the shop will say. The total then excludes it. */
    shippingMinor: z.nullable(minor),
    totalMinor: minor,
    tax: z.enum(['included', 'excluded', 'none']),
  }),
  /** Null if the shop has no shipping price for the country. */
  delivery: z.nullable(
    z.object({
      id: words(80),
      name: words(100),
      days: z.object({ from: z.int(), to: z.int() }),
    }),
  ),
  contact: contactSchema,
  address: addressSchema,
  note: noteSchema,
})

export type Order = z.infer<typeof orderSchema>
export type OrderLine = Order['lines'][number]
export type Contact = z.infer<typeof contactSchema>
export type Address = z.infer<typeof addressSchema>
/** Whether prices include tax. */
export type TaxMode = Order['totals']['tax']

/** What can be wrong with an order's file: keys of `order.fault`. */
export const ORDER_FAULTS = ['no-order', 'wrong-sums'] as const
export type OrderFault = (typeof ORDER_FAULTS)[number]

/** Read an order from JSON, whatever the text is. Its totals must add up. */
export function parseOrder(text: string): Order | OrderFault {
  return checkOrder(parseJson(text))
}

/** Check parsed JSON in the same way. */
export function checkOrder(data: unknown): Order | OrderFault {
  const result = orderSchema.safeParse(data)
  if (!result.success) return 'no-order'
  return addsUp(result.data) ? result.data : 'wrong-sums'
}

function addsUp({ lines, totals }: Order): boolean {
  const sum = lines.reduce((all, { totalMinor }) => all + totalMinor, 0)
  return (
    lines.every((one) => one.totalMinor === one.quantity * one.unitPriceMinor) &&
    totals.subtotalMinor === sum &&
    totals.totalMinor === sum + (totals.shippingMinor ?? 0)
  )
}
