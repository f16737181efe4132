import { z } from 'zod'
import { handOff } from './hand-off-schema.ts'
import { localisedText, prices, slug } from './schema-parts.ts'

/** A language the shop speaks and the money it takes there; one set of pages each. */
const market = z.strictObject({
  locale: z
    .string()
    .regex(/^[a-z]{2}$/, 'use a two-letter language such as en')
    .describe('Needs src/locales/<locale>.json'),
  prefix: z
    .string()
    .regex(/^([a-z]{2}\/)?$/, "use '' for the main language, or a folder such as zh/"),
  currency: z.string().regex(/^[A-Z]{3}$/, 'use a currency code such as USD'),
  country: z.string().regex(/^[A-Z]{2}$/, 'use a two-letter country code such as US'),
  'size-system': z.enum(['eu', 'us', 'uk', 'cm']).describe('What sizes are shown in at first'),
  tax: z
    .enum(['included', 'excluded', 'none'])
    .default('excluded')
    .describe('Whether prices hold the tax of this market; every sum says so'),
})

const days = z
  .strictObject({ from: z.int().min(0).max(90), to: z.int().min(0).max(90) })
  .describe('Working days after you confirm the order')

const step = z.strictObject({
  'up-to-g': z.int().min(1).max(100_000).optional().describe('Weight of the parcel, in grams'),
  'up-to': prices.optional().describe('Subtotal of the order'),
  rate: prices,
})

const steps = z
  .array(step)
  .min(1)
  .max(20)
  .describe('What lighter parcels or smaller orders cost, smallest first')

/** One more way to send, beside the standard one. */
const shippingMethod = z.strictObject({
  id: slug.describe('Stands in orders; never change it'),
  name: localisedText(60),
  countries: z
    .array(z.string().regex(/^[A-Z]{2}$/, 'use two-letter country codes such as CA'))
    .min(1)
    .max(250),
  days,
  rate: prices.optional().describe('For what no step covers; without it, you tell the price'),
  steps: steps.optional(),
  'free-from': prices.optional().describe('Subtotal from which it is free'),
})

/** `catalog/shop.yaml`: the shop itself. */
export const shopSchema = z.strictObject({
  name: z.string().min(1).max(40),
  tagline: localisedText(120),
  contact: z.strictObject({
    email: z.email('use an address such as hello@example.com'),
    phone: z.string().min(5).max(30).optional(),
    address: z.string().min(5).max(200),
  }),
  demonstration: z.boolean().describe('True: every page says that nothing is really sold'),
  markets: z.array(market).min(1).max(10),
  shipping: z
    .strictObject({
      rate: prices,
      'free-from': prices.describe('Subtotal from which shipping is free'),
      days,
      steps: steps.optional(),
      methods: z.array(shippingMethod).max(40).default([]),
    })
    .describe("The standard way, to each market's own country; `methods` are all others"),
  'hand-off': handOff.default({ by: 'email' }).describe('Who receives orders, and how'),
  returns: z.strictObject({
    days: z.int().min(0).max(365),
    condition: localisedText(200),
  }),
  'new-for-days': z
    .int()
    .min(0)
    .max(730)
    .describe('How long a model is "New", counted back from the newest release'),
})

/** The shop as its file says. */
export type ShopSource = z.infer<typeof shopSchema>
/** A way to send, as the shop's file says. */
export type ShippingMethodSource = z.infer<typeof shippingMethod>
/** A market as the shop's file says. */
export type MarketSource = z.infer<typeof market>
