import type { LaterFiles } from '../../src/js/lib/load-later.ts'
import type { SiteData } from '../../src/js/site/site-data.ts'
import { wordsOf } from '../locale.ts'
import { fileUrl, pageUrl, type Site } from '../site.ts'
import { ruleOf, shippingMethods } from './shipping.ts'

const made = new WeakMap<Site, Map<string, SiteData>>()

/**
 * Prepare what a page's scripts need. Pages with the same words share one object, so that its JSON
 * is made once: see generator/render-tag.ts.
 *
 * @param words - groups of script words beside those of every page
 * @param later - files of scripts that come when they are wanted
 */
export function siteData(site: Site, words: readonly string[], later: LaterFiles): SiteData {
  const known = made.get(site) ?? new Map<string, SiteData>()
  made.set(site, known)
  const key = [...words, ...Object.values(later).flat()].join(' ')
  const data = known.get(key) ?? { ...makeData(site, words), later }
  known.set(key, data)
  return data
}

function makeData(site: Site, words: readonly string[]): Omit<SiteData, 'later'> {
  const { catalogue, market } = site
  const { name, contact } = catalogue.shop
  return {
    tag: market.tag,
    currency: market.currency,
    shop: { name, email: contact.email },
    shipping: ruleOf(shippingMethods(site).standard),
    urls: {
      files: fileUrl(site, ''),
      cart: pageUrl(site, 'cart/'),
      products: pageUrl(site, 'products/'),
      catalogue: fileUrl(site, `data/catalogue.${market.locale}.json`),
    },
    messages: wordsOf(site.words, words),
  }
}
