import { z } from 'zod'
import { HAND_OFF_KINDS, type HandOffKind } from '../../src/js/hand-off/types.ts'

/** Where a browser sends something: HTTPS, or this machine for trying it out. */
const address = z
  .string()
  .max(500)
  .regex(
    /^(https:\/\/|http:\/\/(localhost|127\.0\.0\.1)[:/])\S+$/,
    'use an address that starts with https://',
  )

const email = z
  .strictObject({ by: z.literal('email') })
  .describe('The shopper sends an e-mail to contact.email')

const form = z
  .strictObject({
    by: z.literal('form'),
    service: z
      .enum(['formspree', 'web3forms', 'netlify', 'other'])
      .describe('Whose form it is; decides how the order is sent and what counts as "received"'),
    endpoint: address
      .optional()
      .describe('Where the form is sent to; Netlify needs none, since it hosts the shop'),
    fields: z
      .record(z.string().min(1).max(60), z.string().max(300))
      .default({})
      .describe('Sent along as they are, such as { access_key: … } for Web3Forms'),
    encoding: z.enum(['json', 'form']).optional().describe('Only for `service: other`'),
    honeypot: z
      .string()
      .regex(/^[\w-]{1,40}$/, 'use letters, digits, _ and -')
      .optional()
      .describe('A field that only robots fill in, where the service has another name for it'),
    'idempotency-header': z
      .string()
      .regex(/^[A-Za-z][A-Za-z-]{1,40}$/, 'use a header such as Idempotency-Key')
      .optional()
      .describe('Also send the order number in this header, if the endpoint allows it (CORS)'),
    'timeout-s': z.int().min(1).max(60).default(15),
  })
  .describe('The order is sent to a form service, which writes to you')

const paypal = z
  .strictObject({
    by: z.literal('paypal'),
    account: z.email('use the e-mail address of your PayPal account'),
    endpoint: address
      .default('https://www.paypal.com/cgi-bin/webscr')
      .describe('https://www.sandbox.paypal.com/cgi-bin/webscr is for trying it out'),
  })
  .describe('The shopper pays at PayPal, which holds the order')

const shopify = z
  .strictObject({
    by: z.literal('shopify'),
    store: address.describe('Your store, such as https://my-store.myshopify.com'),
  })
  .describe('The shopper checks out in a Shopify store')

const SCHEMAS = { email, form, paypal, shopify } satisfies {
  [Kind in HandOffKind]: z.ZodType<{ by: Kind }>
}

type Schema = (typeof SCHEMAS)[HandOffKind]

/** Who receives orders, and how: `hand-off` of `catalog/shop.yaml`. */
export const handOff = z.discriminatedUnion(
  'by',
  HAND_OFF_KINDS.map((kind) => SCHEMAS[kind]) as [Schema, ...Schema[]],
)

/** The hand-off as the shop's file says. */
export type HandOffSource = z.infer<typeof handOff>
