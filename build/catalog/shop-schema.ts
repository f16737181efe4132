import { z } from 'zod'
import { localisedText, prices } from './schema-parts.ts'

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
  shipping: z.strictObject({
    rate: prices,
    'free-from': prices.describe('Subtotal from which shipping is free'),
    days: z.strictObject({ from: z.int().min(0).max(90), to: z.int().min(0).max(90) }),
  }),
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
/** A market as the shop's file says. */
export type MarketSource = z.infer<typeof market>
