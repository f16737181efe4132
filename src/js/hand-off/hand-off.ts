import type { Translate } from '../lib/messages.ts'
import { byEmail } from './email.ts'
import { byForm } from './form.ts'
import { byPaypal } from './paypal.ts'
import { byShopify } from './shopify.ts'
import type { Order } from '../order/order-schema.ts'

/** How the shop takes orders, as `hand-off` of `catalog/shop.yaml` says. */
export type HandOffConfig = { readonly by: 'email' } | FormConfig | PaypalConfig | ShopifyConfig

/** A form service, or an endpoint of the shop's own. */
export interface FormConfig {
  readonly by: 'form'
  readonly endpoint: string
  readonly encoding: 'json' | 'form'
  /** Field that only robots fill in. */
  readonly honeypot: string
  /** What counts as received: JSON that does not say no, or any answer of 200 to 299. */
  readonly confirmation: 'json' | 'status'
  /** Sent along as they are. */
  readonly fields: Readonly<Record<string, string>>
  readonly idempotencyHeader: string | null
  readonly timeoutMs: number
}

/** PayPal's cart upload. */
export interface PaypalConfig {
  readonly by: 'paypal'
  readonly endpoint: string
  /** E-mail address of the shop's account. */
  readonly account: string
}

/** A Shopify store's cart permalink. */
export interface ShopifyConfig {
  readonly by: 'shopify'
  /** Address without a slash at the end. */
  readonly store: string
}

/** What a hand-off needs beside the order. */
export interface HandOffContext {
  readonly t: Translate
  /** Where a shopper comes back to from another site: the checkout page, in full. */
  readonly returnUrl: string
  /** What stands in the honeypot; nothing, but for robots. */
  readonly honeypot: string
  /** Shopify's id of a variant; undefined for none. */
  readonly shopifyId: (sku: string) => string | undefined
}

/** Why an order can't go this way: a key of `checkout.unfit`. */
export type Unfit = 'shipping-unknown' | 'note-too-long' | 'no-shopify-id'

/** A request, and how its answer is to be taken. */
export interface HandOffRequest {
  readonly kind: 'request'
  readonly url: string
  readonly init: RequestInit
  readonly timeoutMs: number
  readonly confirmation: FormConfig['confirmation']
}

/** The next step of a hand-off. */
export type HandOffStep =
  /** Sent by script; the answer tells whether it arrived. */
  | HandOffRequest
  /** Opened by the browser: another program, or another site. */
  | { readonly kind: 'link'; readonly href: string }
  /** A form that the browser sends to another site, leaving this one. */
  | {
      readonly kind: 'form'
      readonly action: string
      readonly fields: readonly (readonly [name: string, value: string])[]
    }
  | { readonly kind: 'unfit'; readonly why: Unfit; readonly skus: readonly string[] }

/** One way to hand an order to whoever fills it. */
export interface HandOff {
  readonly by: HandOffConfig['by']
  /** Whose the order becomes: a mailbox, or the host it is sent to. */
  readonly receiver: string
  prepare(order: Order, context: HandOffContext): HandOffStep
}

/**
 * Make the hand-off that the shop has chosen.
 *
 * @param email - the shop's mailbox
 */
export function createHandOff(config: HandOffConfig, email: string): HandOff {
  switch (config.by) {
    case 'email':
      return byEmail(email)
    case 'form':
      return byForm(config)
    case 'paypal':
      return byPaypal(config)
    case 'shopify':
      return byShopify(config)
  }
}
