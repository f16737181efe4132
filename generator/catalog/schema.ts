import { z } from 'zod'
import {
  COLOUR_FAMILIES,
  EVENTS,
  GENDERS,
  LEVELS,
  STIFFNESSES,
  SURFACES,
  WIDTHS,
} from '../../src/js/catalog/vocabulary.ts'
import { hexColour, lengthMm, localisedText, prices, slug, stockCount } from './schema-parts.ts'

const pinShape = z.enum(['pyramid', 'needle', 'christmas-tree', 'tartan', 'blank'])

const palette = z
  .strictObject({
    upper: hexColour,
    overlay: hexColour,
    midsole: hexColour,
    plate: hexColour,
    laces: hexColour,
  })
  .describe('Colors of the parts, used to draw the pictures')

const sku = {
  code: z
    .string()
    .regex(/^[A-Z0-9]{2,6}$/, 'use 2 to 6 capital letters or digits, such as EMB')
    .describe('Part of the SKU. Do not change it once it is on sale: saved carts use it'),
  name: localisedText(40).describe('The name shoppers see, such as "Ember"'),
  families: z
    .array(z.enum(COLOUR_FAMILIES))
    .min(1)
    .max(3)
    .describe('The colors the filter lists it under'),
}

/** EU sizes as printed on the box: only whole and half sizes. */
const sizeRun = z
  .record(z.string().regex(/^\d{2}(\.5)?$/, 'use an EU size such as 42 or 42.5'), stockCount)
  .describe('EU size: pairs in stock. A size with 0 is shown as sold out')

const shoeColour = z.strictObject({
  ...sku,
  palette,
  stock: z.partialRecord(z.enum(WIDTHS), sizeRun).describe('Pairs in stock, by width and EU size'),
})

const accessoryColour = z.strictObject({
  ...sku,
  palette: z.strictObject({ main: hexColour, accent: hexColour }),
  stock: z
    .record(z.string().min(1).max(20), stockCount)
    .describe('Option (a length, a volume, or "one-size"): items in stock'),
})

const common = {
  name: z.string().min(1).max(200),
  brand: slug.describe('A key in catalog/brands.yaml'),
  'style-code': z
    .string()
    .regex(/^[A-Z][A-Z0-9]{1,11}$/, 'use 2 to 12 capital letters or digits, such as KT100')
    .describe("The maker's code; every SKU of the model starts with it"),
  status: z.enum(['active', 'discontinued']).default('active'),
  released: z.iso.date('use a date such as 2026-03-01'),
  summary: localisedText(160).describe('One sentence for lists and search engines'),
  description: localisedText(1200).describe('Three or four specific sentences'),
  price: prices,
  'sale-price': prices
    .optional()
    .describe('Price during a sale; `price` is then shown crossed out'),
  'shipping-g': z
    .int()
    .min(1)
    .max(30_000)
    .optional()
    .describe(
      'Packed weight of one, in grams; if left out, a shoe counts as twice its weight plus 300 g for the box, and anything else as 150 g',
    ),
  shopify: z
    .record(z.string(), z.int().min(1))
    .optional()
    .describe("Shopify's variant id by SKU, for orders that go to a Shopify store"),
  featured: z.int().min(0).max(100).default(0).describe('A higher number comes first in the shop'),
}

/** A spiked or throwing shoe: one model, its specs, its colourways and their stock. */
export const shoeSchema = z.strictObject({
  kind: z.literal('shoe'),
  ...common,
  events: z.array(z.enum(EVENTS)).min(1).describe('The first one is what it is built for'),
  distance: z
    .strictObject({ from: z.int().min(50).max(50000), to: z.int().min(50).max(50000) })
    .optional()
    .describe('Race distances in meters'),
  level: z.enum(LEVELS),
  gender: z.enum(GENDERS),
  surfaces: z.array(z.enum(SURFACES)).min(1),
  plate: z.strictObject({
    material: z.enum(['nylon', 'tpu', 'pebax', 'carbon', 'glass-fibre', 'none']),
    length: z.enum(['forefoot', 'three-quarter', 'full', 'none']),
    stiffness: z
      .int()
      .min(0)
      .max(STIFFNESSES.length - 1)
      .describe('0 for no plate, 1 bends easily, 5 hardly bends'),
  }),
  pins: z.strictObject({
    forefoot: z.int().min(0).max(11),
    heel: z.int().min(0).max(4).default(0),
    fixing: z.enum(['removable', 'fixed', 'none']),
    supplied: z.strictObject({ shape: pinShape, 'length-mm': lengthMm(3, 15) }).optional(),
    'longest-mm': lengthMm(3, 15).optional().describe("The maker's limit for this plate"),
  }),
  midsole: z.enum(['none', 'eva', 'peba', 'tpee', 'rubber']),
  'stack-height': z
    .strictObject({ 'heel-mm': lengthMm(3, 40), 'forefoot-mm': lengthMm(3, 40) })
    .describe('Sole thickness; the drop is calculated from it'),
  weight: z
    .strictObject({ grams: z.int().min(60).max(600), 'eu-size': z.number().min(20).max(52) })
    .describe('Weight of one shoe in this EU size'),
  upper: z.enum(['mesh', 'knit', 'film', 'synthetic-leather']),
  closure: z.enum(['laces', 'laces-strap', 'strap', 'zip', 'dial', 'slip-on']),
  cut: z.enum(['low', 'mid']).default('low'),
  'takeoff-foot': z.enum(['both', 'left', 'right']).default('both'),
  fit: z.strictObject({
    length: z.enum(['small', 'true-to-size', 'large']),
    width: z.enum(WIDTHS),
    note: localisedText(200).optional(),
  }),
  picture: z
    .strictObject({
      silhouette: z.enum([
        'sprint',
        'hurdles',
        'middle',
        'long',
        'cross-country',
        'jump',
        'high-jump',
        'javelin',
        'throws',
        'youth',
      ]),
      overlay: z.enum(['bands', 'blade', 'chevron', 'lane', 'saddle', 'wave']),
    })
    .describe('Shape and overlay pattern used to draw its pictures'),
  colours: z.array(shoeColour).min(1).max(8),
})

/** Something to use with spikes: pins, a key or a bag. */
export const accessorySchema = z.strictObject({
  kind: z.literal('accessory'),
  ...common,
  category: z.enum(['pins', 'key', 'bag']),
  pins: z
    .strictObject({
      shape: pinShape,
      count: z.int().min(1).max(100),
      material: z.enum(['steel', 'aluminium', 'ceramic']),
    })
    .optional(),
  colours: z.array(accessoryColour).min(1).max(8),
})

/** `catalog/products/<slug>.yaml`; `kind` says which of the two it is. */
export const productSchema = z.discriminatedUnion('kind', [shoeSchema, accessorySchema])

/** `catalog/brands.yaml`: one entry per brand. */
export const brandsSchema = z.record(
  slug,
  z.strictObject({
    name: z.string().min(1).max(60),
    country: z.string().regex(/^[A-Z]{2}$/, 'use a two-letter country code such as JP'),
    founded: z.int().min(1850).max(2100),
    about: localisedText(400),
  }),
)

/** A shoe as its file describes it, with defaults filled in. */
export type ShoeSource = z.infer<typeof shoeSchema>
/** An accessory as its file describes it, with defaults filled in. */
export type AccessorySource = z.infer<typeof accessorySchema>
export type ProductSource = z.infer<typeof productSchema>
export type BrandsSource = z.infer<typeof brandsSchema>
