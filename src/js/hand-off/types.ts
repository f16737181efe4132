import type { Translate } from '../lib/messages.ts'
import type { Order } from '../order/order-schema.ts'

/** The ways to hand over an order. Everything that differs by kind is checked against this list. */
export const HAND_OFF_KINDS = ['email', 'form', 'paypal', 'shopify'] as const
export type HandOffKind = (typeof HAND_OFF_KINDS)[number]

/** What the shop's owner sets for each kind, after defaults have been filled in. */
interface Settings {
  readonly email: unknown
  /** A form service, or an endpoint of the shop's own. */
  readonly form: {
    readonly endpoint: string
    readonly encoding: 'json' | 'form'
    /** Name of a field that people don't see; only robots fill it in. */
    readonly honeypot: string
    /** What counts as received: JSON that doesn't report an error, or any status from 200 to 299. */
    readonly confirmation: 'json' | 'status'
    /** Extra fields to send unchanged. */
    readonly fields: Readonly<Record<string, string>>
    readonly idempotencyHeader: string | null
    readonly timeoutMs: number
  }
  readonly paypal: {
    readonly endpoint: string
    /** E-mail address of the shop's PayPal account. */
    readonly account: string
  }
  readonly shopify: {
    /** Address of the store, without a slash at the end. */
    readonly store: string
  }
}

/** How the shop takes orders: `hand-off` in `shop.yaml`. */
export type HandOffConfig<Kind extends HandOffKind = HandOffKind> = {
  [Each in Kind]: { readonly by: Each } & Settings[Each]
}[Kind]

/** What a hand-off needs besides the order. */
export interface HandOffContext {
  readonly t: Translate
  /** Full address of the checkout page, where other sites send the shopper back to. */
  readonly returnUrl: string
  /** Value of the honeypot field; empty unless a robot filled it in. */
  readonly honeypot: string
  /** Shopify's id for a variant; undefined if it has none. */
  readonly shopifyId: (sku: string) => string | undefined
}

/** Why an order can't go a certain way: keys of `checkout.unfit`. */
export const UNFIT_REASONS = ['shipping-unknown', 'note-too-long', 'no-shopify-id'] as const
export type UnfitReason = (typeof UNFIT_REASONS)[number]

export interface HandOffRequest {
  readonly kind: 'request'
  readonly url: string
  readonly init: RequestInit
  readonly timeoutMs: number
  readonly confirmation: HandOffConfig<'form'>['confirmation']
}

/** The next step of a hand-off. */
export type HandOffStep =
  /** Sent by our script; the response tells whether the order arrived. */
  | HandOffRequest
  /** Opened by the browser, in another program or on another site. */
  | {
      readonly kind: 'link'
      readonly href: string
      /** True if the order was too long for the link, so the shopper has to paste the rest. */
      readonly isShortened: boolean
    }
  /** A form that the browser submits to another site, leaving this one. */
  | {
      readonly kind: 'form'
      readonly action: string
      readonly fields: readonly (readonly [name: string, value: string])[]
    }
  | { readonly kind: 'unfit'; readonly why: UnfitReason; readonly skus: readonly string[] }

/** One way to hand an order to whoever fills it. */
export interface HandOff {
  readonly by: HandOffKind
  /** Who gets the order: an e-mail address, or the host it is sent to. */
  readonly receiver: string
  prepare(order: Order, context: HandOffContext): HandOffStep
}

/**
 * Makes a hand-off of one kind.
 *
 * @param email - the shop's e-mail address
 */
export type HandOffFactory<Kind extends HandOffKind> = (
  config: HandOffConfig<Kind>,
  email: string,
) => HandOff
