import { z } from 'zod'
import { HAND_OFF_KINDS, type HandOffKind } from '../../src/js/hand-off/types.ts'
import { email } from './schema-parts.ts'

/** An address that a browser sends orders to: HTTPS, or this machine for testing. */
const address = z
  .string()
  .max(500)
  .regex(
    /^(https:\/\/|http:\/\/(localhost|127\.0\.0\.1)[:/])\S+$/,
    'use an address that starts with https://',
  )

const byEmail = z
  .strictObject({ by: z.literal('email') })
  .describe('The shopper sends an email to contact.email')

const form = z
  .strictObject({
    by: z.literal('form'),
    service: z
      .enum(['formspree', 'web3forms', 'netlify', 'other'])
      .describe(
        'The form service; decides how the order is sent and which replies count as "received"',
      ),
    endpoint: address
      .optional()
      .describe('Address of the form; Netlify needs none, because it hosts the shop'),
    fields: z
      .record(z.string().min(1).max(60), z.string().max(300))
      .default({})
      .describe('Extra fields sent with the order, such as { access_key: … } for Web3Forms'),
    encoding: z.enum(['json', 'form']).optional().describe('Only for `service: other`'),
    honeypot: z
      .string()
      .regex(/^[\w-]{1,40}$/, 'use letters, digits, _ and -')
      .optional()
      .describe('A field that only bots fill in, if the service uses another name for it'),
    'idempotency-header': z
      .string()
      .regex(/^[A-Za-z][A-Za-z-]{1,40}$/, 'use a header such as Idempotency-Key')
      .optional()
      .describe('Also send the order number in this header, if the endpoint allows it (CORS)'),
    'timeout-s': z.int().min(1).max(60).default(15),
  })
  .describe('The order is sent to a form service, which emails you')

const paypal = z
  .strictObject({
    by: z.literal('paypal'),
    account: email('use the email address of your PayPal account'),
    endpoint: address
      .default('https://www.paypal.com/cgi-bin/webscr')
      .describe('Use https://www.sandbox.paypal.com/cgi-bin/webscr for testing'),
  })
  .describe('The shopper pays on PayPal, which keeps the order')

const shopify = z
  .strictObject({
    by: z.literal('shopify'),
    store: address.describe('Your store, such as https://my-store.myshopify.com'),
  })
  .describe('The shopper checks out in a Shopify store')

const SCHEMAS = { email: byEmail, form, paypal, shopify } satisfies {
  [Kind in HandOffKind]: z.ZodType<{ by: Kind }>
}

type Schema = (typeof SCHEMAS)[HandOffKind]

/** Who receives orders, and how: `hand-off` of `catalog/shop.yaml`. */
export const handOff = z.discriminatedUnion(
  'by',
  HAND_OFF_KINDS.map((kind) => SCHEMAS[kind]) as [Schema, ...Schema[]],
)

export type HandOffSource = z.infer<typeof handOff>
