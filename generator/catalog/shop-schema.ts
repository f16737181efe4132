import { z } from 'zod'
import { handOff } from './hand-off-schema.ts'
import { email, localisedText, prices, slug, timeZone } from './schema-parts.ts'

/** A language and a currency the shop sells in; each market has its own set of pages. */
const market = z.strictObject({
  locale: z
    .string()
    .regex(/^[a-z]{2}$/, 'use a two-letter language code such as en')
    .describe('Needs src/locales/<locale>.json'),
  prefix: z
    .string()
    .regex(/^([a-z]{2}\/)?$/, "use '' for the main language, or a folder such as zh/"),
  currency: z.string().regex(/^[A-Z]{3}$/, 'use a currency code such as USD'),
  country: z.string().regex(/^[A-Z]{2}$/, 'use a two-letter country code such as US'),
  'size-system': z.enum(['eu', 'us', 'uk', 'cm']).describe('The size system shown at first'),
  tax: z
    .enum(['included', 'excluded', 'none'])
    .default('excluded')
    .describe("Whether prices include this market's tax; shown with every total"),
})

const days = z
  .strictObject({ from: z.int().min(0).max(90), to: z.int().min(0).max(90) })
  .describe('Business days after you confirm the order')

const step = z.strictObject({
  'up-to-g': z.int().min(1).max(100_000).optional().describe('Weight of the package, in grams'),
  'up-to': prices.optional().describe('Subtotal of the order'),
  rate: prices,
})

const steps = z
  .array(step)
  .min(1)
  .max(20)
  .describe('Prices for lighter packages or smaller orders, smallest first')

/** A shipping method besides the standard one. */
const shippingMethod = z.strictObject({
  id: slug.describe('Saved in orders; do not change it'),
  name: localisedText(60),
  countries: z
    .array(z.string().regex(/^[A-Z]{2}$/, 'use two-letter country codes such as CA'))
    .min(1)
    .max(250),
  days,
  rate: prices
    .optional()
    .describe('The price when no step applies; without it, you quote the price yourself'),
  steps: steps.optional(),
  'free-from': prices.optional().describe('Free from this subtotal'),
})

/** `catalog/shop.yaml`. */
export const shopSchema = z.strictObject({
  name: z.string().min(1).max(40),
  tagline: localisedText(120),
  contact: z.strictObject({
    email: email('use an address such as hello@example.com'),
    phone: z.string().min(5).max(30).optional(),
    address: z.string().min(5).max(200),
  }),
  demonstration: z.boolean().describe('If true, every page says that nothing is actually for sale'),
  'time-zone': timeZone
    .default('UTC')
    .describe(
      'The time zone of order numbers and times, such as America/New_York; UTC if left out',
    ),
  markets: z.array(market).min(1).max(10),
  shipping: z
    .strictObject({
      rate: prices,
      'free-from': prices.describe('Shipping is free from this subtotal'),
      days,
      steps: steps.optional(),
      methods: z.array(shippingMethod).max(40).default([]),
    })
    .describe("Standard shipping to each market's own country; `methods` lists the others"),
  'hand-off': handOff.default({ by: 'email' }).describe('Who receives orders, and how'),
  returns: z.strictObject({
    days: z.int().min(0).max(365),
    condition: localisedText(200),
  }),
  'new-for-days': z
    .int()
    .min(0)
    .max(730)
    .describe('How many days a model is "New", counted back from the newest release'),
})

export type ShopSource = z.infer<typeof shopSchema>
export type ShippingMethodSource = z.infer<typeof shippingMethod>
export type MarketSource = z.infer<typeof market>
