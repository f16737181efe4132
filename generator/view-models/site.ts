import { formatMoney } from '../../src/js/lib/money.ts'
import { textFor } from '../catalog/catalogue.ts'
import type { Site } from '../site.ts'
import { eventLinks, type EventLinkView } from './home-page.ts'
import { shippingMethods } from './shipping.ts'

/** What every template of a market can use, as `site`. */
export interface SiteView {
  readonly name: string
  readonly tagline: string
  readonly email: string
  readonly phone: string | null
  readonly address: string
  readonly isDemonstration: boolean
  /** Stands inside each page. */
  readonly startScript: string
  readonly locale: string
  readonly tag: string
  readonly currency: string
  readonly events: readonly EventLinkView[]
  readonly languages: readonly {
    readonly locale: string
    readonly name: string
    readonly prefix: string
    readonly isCurrent: boolean
  }[]
  /** Shipping and returns, as words of this market. */
  readonly terms: {
    readonly rate: string
    readonly free: string
    readonly from: number
    readonly to: number
    readonly returnDays: number
    readonly condition: string
    readonly country: string
    /** Whether prices hold tax: a key of `cart.tax`. */
    readonly tax: 'included' | 'excluded' | 'none'
  }
}

/** Prepare what every page of a market shares. */
export function siteView(site: Site): SiteView {
  const { catalogue, market } = site
  const { shop, markets } = catalogue
  const { standard } = shippingMethods(site)
  const write = (minor: number | null): string =>
    formatMoney(minor ?? 0, market.currency, market.tag)
  return {
    name: shop.name,
    tagline: textFor(shop.tagline, market.locale),
    email: shop.contact.email,
    phone: shop.contact.phone ?? null,
    address: shop.contact.address,
    isDemonstration: shop.demonstration,
    startScript: site.startScript,
    locale: market.locale,
    tag: market.tag,
    currency: market.currency,
    events: eventLinks(site),
    languages: markets.map(({ locale, prefix }) => ({
      locale,
      // Each in its own language: who looks for it may read no other.
      name: nameOf('language', locale, locale),
      prefix,
      isCurrent: locale === market.locale,
    })),
    terms: {
      rate: write(standard.rateMinor),
      free: write(standard.freeFromMinor),
      from: shop.shipping.days.from,
      to: shop.shipping.days.to,
      returnDays: shop.returns.days,
      condition: textFor(shop.returns.condition, market.locale),
      country: nameOf('region', market.country, market.tag),
      tax: market.tax,
    },
  }
}

/** The name of a country or a language. */
function nameOf(type: 'region' | 'language', code: string, tag: string): string {
  return new Intl.DisplayNames(tag, { type }).of(code) ?? code
}
