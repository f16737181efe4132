import type {
  BreadcrumbList,
  Graph,
  ItemList,
  MerchantReturnPolicy,
  OfferShippingDetails,
  OnlineStore,
  Thing,
  WebSite,
} from 'schema-dts'
import { toMajor, toMinor } from '../../src/js/lib/money.ts'
import { absoluteUrl, fileUrl, pageUrl, type Site } from '../site.ts'

/** A step of a breadcrumb; its path is under the market's prefix. */
export interface Crumb {
  readonly name: string
  readonly path: string
}

/** Join the descriptions on a page; they refer to shared parts by `@id`. */
export function graph(...things: readonly Thing[]): Graph {
  return { '@context': 'https://schema.org', '@graph': things }
}

/** Describe the site, for the home page. */
export function websiteLd(site: Site): WebSite {
  return {
    '@type': 'WebSite',
    name: site.catalogue.shop.name,
    url: absoluteUrl(site, pageUrl(site, '')),
    inLanguage: site.market.tag,
  }
}

/**
 * Describe the shop, with the terms for all its products.
 *
 * @see https://developers.google.com/search/docs/appearance/structured-data/organization
 */
export function organizationLd(site: Site): OnlineStore {
  const { name, contact } = site.catalogue.shop
  return {
    '@type': 'OnlineStore',
    '@id': '#shop',
    name,
    url: absoluteUrl(site, pageUrl(site, '')),
    logo: absoluteUrl(site, fileUrl(site, 'img/icon-512.png')),
    email: contact.email,
    ...(contact.phone === undefined ? {} : { telephone: contact.phone }),
    address: contact.address,
    hasMerchantReturnPolicy: returnPolicyLd(site),
  }
}

/**
 * Describe the return policy. The cost is not in the shop's file, so it is left out.
 *
 * @see https://developers.google.com/search/docs/appearance/structured-data/return-policy
 */
export function returnPolicyLd({ catalogue, market }: Site): MerchantReturnPolicy {
  const { days } = catalogue.shop.returns
  const policy = {
    '@type': 'MerchantReturnPolicy',
    '@id': '#returns',
    applicableCountry: market.country,
  } as const
  if (days === 0) {
    return {
      ...policy,
      returnPolicyCategory: 'https://schema.org/MerchantReturnNotPermitted',
    }
  }
  return {
    ...policy,
    returnPolicyCategory: 'https://schema.org/MerchantReturnFiniteReturnWindow',
    merchantReturnDays: days,
    returnMethod: 'https://schema.org/ReturnByMail',
  }
}

/**
 * Describe the shipping cost and time for one item of a certain price.
 *
 * @param priceMinor - from the market's threshold up, shipping is free
 * @see https://developers.google.com/search/docs/appearance/structured-data/merchant-listing
 */
export function shippingLd(site: Site, priceMinor: number): OfferShippingDetails {
  const { currency, country } = site.market
  const { days } = site.catalogue.shop.shipping
  return {
    '@type': 'OfferShippingDetails',
    '@id': '#shipping',
    shippingRate: {
      '@type': 'MonetaryAmount',
      value: toMajor(shippingMinor(site, priceMinor), currency),
      currency,
    },
    shippingDestination: { '@type': 'DefinedRegion', addressCountry: country },
    deliveryTime: {
      '@type': 'ShippingDeliveryTime',
      transitTime: {
        '@type': 'QuantitativeValue',
        minValue: days.from,
        maxValue: days.to,
        unitCode: 'DAY',
      },
    },
  }
}

/** The shipping cost, in minor units, for one item of a certain price. */
export function shippingMinor({ catalogue, market }: Site, priceMinor: number): number {
  const { rate, 'free-from': freeFrom } = catalogue.shop.shipping
  const from = toMinor(freeFrom[market.currency] ?? 0, market.currency)
  return priceMinor >= from ? 0 : toMinor(rate[market.currency] ?? 0, market.currency)
}

/**
 * Describe the breadcrumb of a page; the last step is the page itself.
 *
 * @see https://developers.google.com/search/docs/appearance/structured-data/breadcrumb
 */
export function breadcrumbsLd(site: Site, crumbs: readonly Crumb[]): BreadcrumbList {
  const all = [{ name: site.words.t('site.home'), path: '' }, ...crumbs]
  return {
    '@type': 'BreadcrumbList',
    itemListElement: all.map(({ name, path }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: absoluteUrl(site, pageUrl(site, path)),
    })),
  }
}

/** Describe a list of products by the addresses of their pages. */
export function itemListLd(site: Site, slugs: readonly string[]): ItemList {
  return {
    '@type': 'ItemList',
    numberOfItems: slugs.length,
    itemListElement: slugs.map((slug, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      url: absoluteUrl(site, pageUrl(site, `products/${slug}/`)),
    })),
  }
}
