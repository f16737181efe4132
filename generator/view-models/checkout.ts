import type { ShippingMethod } from '../../src/js/cart/shipping.ts'
import type { CheckoutData } from '../../src/js/checkout/checkout-data.ts'
import { countriesIn, type Country } from '../../src/js/order/countries.ts'
import { createHandOff } from '../../src/js/hand-off/hand-off.ts'
import type { HandOffConfig } from '../../src/js/hand-off/types.ts'
import { pageUrl, type Site } from '../site.ts'
import { shippingMethods } from './shipping.ts'

/** What the form services take, each in its own manner. */
const SERVICES = {
  formspree: { encoding: 'json', honeypot: '_gotcha', confirmation: 'json' },
  web3forms: { encoding: 'json', honeypot: 'botcheck', confirmation: 'json' },
  // Netlify answers with a page of the shop, whatever it is sent.
  netlify: { encoding: 'form', honeypot: 'bot-field', confirmation: 'status' },
  other: { encoding: 'json', honeypot: 'website', confirmation: 'json' },
} as const

/** What the checkout page shows before any script has run, and what its script needs. */
export interface CheckoutView {
  readonly data: CheckoutData
  /** Where the shop says what sending costs, and everywhere else; by name. */
  readonly countries: { readonly served: readonly Country[]; readonly other: readonly Country[] }
  /** A form that Netlify finds in the built page, by which it learns the fields; or null. */
  readonly netlifyForm: { readonly honeypot: string; readonly fields: readonly string[] } | null
  /** Name of the field that only robots fill in; empty where there is none. */
  readonly honeypot: string
  /** Who gets the order, as a host or an address. */
  readonly receiver: string
}

/** The name by which Netlify knows the form. */
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

/** Named at build: a browser takes a slow phone's quarter of a second to name them all. */
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
