import type { ShippingMethod } from '../../src/js/cart/shipping.ts'
import type { CheckoutData } from '../../src/js/checkout/checkout-data.ts'
import { countriesIn, type Country } from '../../src/js/order/countries.ts'
import { createHandOff } from '../../src/js/hand-off/hand-off.ts'
import type { HandOffConfig } from '../../src/js/hand-off/types.ts'
import { pageUrl, type Site } from '../site.ts'
import { shippingMethods } from './shipping.ts'

/** The format that each form service expects. */
const SERVICES = {
  formspree: { encoding: 'json', honeypot: '_gotcha', confirmation: 'json' },
  web3forms: { encoding: 'json', honeypot: 'botcheck', confirmation: 'json' },
  // Netlify always replies with a page of the shop.
  netlify: { encoding: 'form', honeypot: 'bot-field', confirmation: 'status' },
  other: { encoding: 'json', honeypot: 'website', confirmation: 'json' },
} as const

/** What the checkout page shows before its script runs, and what the script needs. */
export interface CheckoutView {
  readonly data: CheckoutData
  /** Countries with a shipping price, and all others; sorted by name. */
  readonly countries: { readonly served: readonly Country[]; readonly other: readonly Country[] }
  /** A form from which Netlify learns the fields when it processes the built page; or null. */
  readonly netlifyForm: { readonly honeypot: string; readonly fields: readonly string[] } | null
  /** Name of the field that only bots fill in; empty if there is none. */
  readonly honeypot: string
  /** Who gets the order: a host or an email address. */
  readonly receiver: string
}

/** The name of the form on Netlify. */
const NETLIFY_FORM = 'order'

/** Prepare the checkout page. */
export function checkoutView(site: Site): CheckoutView {
  const handOff = handOffConfig(site)
  const source = site.catalogue.shop['hand-off']
  const isNetlify = source.by === 'form' && source.service === 'netlify'
  const honeypot = handOff.by === 'form' ? handOff.honeypot : ''
  const methods = shippingMethods(site).all
  return {
    countries: countriesOf(site, methods),
    data: {
      country: site.market.country,
      tax: site.market.tax,
      timeZone: site.catalogue.shop['time-zone'],
      methods,
      handOff,
    },
    honeypot,
    receiver: createHandOff(handOff, site.catalogue.shop.contact.email).receiver || 'Netlify',
    netlifyForm: isNetlify
      ? {
          honeypot,
          fields: ['subject', 'name', 'email', 'order_id', 'idempotency_key', 'message', 'order'],
        }
      : null,
  }
}

/** Names are looked up at build time, because that takes a slow phone a quarter of a second. */
function countriesOf(
  { market }: Site,
  methods: readonly ShippingMethod[],
): CheckoutView['countries'] {
  const served = new Set(methods.flatMap(({ countries }) => countries))
  const all = countriesIn(market.tag)
  return {
    served: all.filter(({ code }) => served.has(code)),
    other: all.filter(({ code }) => !served.has(code)),
  }
}

function handOffConfig(site: Site): HandOffConfig {
  const source = site.catalogue.shop['hand-off']
  switch (source.by) {
    case 'email':
      return { by: 'email' }
    case 'paypal':
      return { by: 'paypal', endpoint: source.endpoint, account: source.account }
    case 'shopify':
      return { by: 'shopify', store: source.store.replace(/\/+$/, '') }
    case 'form': {
      const service = SERVICES[source.service]
      return {
        by: 'form',
        endpoint: source.endpoint ?? pageUrl(site, 'checkout/'),
        encoding: source.encoding ?? service.encoding,
        honeypot: source.honeypot ?? service.honeypot,
        confirmation: service.confirmation,
        fields:
          source.service === 'netlify'
            ? { 'form-name': NETLIFY_FORM, ...source.fields }
            : source.fields,
        idempotencyHeader: source['idempotency-header'] ?? null,
        timeoutMs: source['timeout-s'] * 1000,
      }
    }
  }
}
