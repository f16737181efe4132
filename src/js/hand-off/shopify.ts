import type { Order } from '../order/order-schema.ts'
import { hostOf } from './host-of.ts'
import type { HandOff, HandOffConfig, HandOffContext } from './types.ts'

/**
 * A permalink that fills the cart of a Shopify store. The shopper checks out there, with the
 * store's own prices, shipping and tax.
 *
 * @see https://shopify.dev/docs/apps/build/checkout/create-cart-permalinks
 */
export function byShopify(config: HandOffConfig<'shopify'>): HandOff {
  return {
    by: 'shopify',
    receiver: hostOf(config.store),
    prepare: (order, context) => {
      const { items, missing } = itemsOf(order, context)
      if (missing.length > 0) return { kind: 'unfit', why: 'no-shopify-id', skus: missing }
      const query = new URLSearchParams(checkoutFields(order))
      const href = `${config.store}/cart/${items.join(',')}?${query.toString()}`
      return { kind: 'link', href, isShortened: false }
    },
  }
}

function itemsOf(
  { lines }: Order,
  { shopifyId }: HandOffContext,
): { readonly items: readonly string[]; readonly missing: readonly string[] } {
  const known = lines.map(({ sku, quantity }) => ({ sku, quantity, id: shopifyId(sku) }))
  return {
    items: known.flatMap(({ id, quantity }) =>
      id === undefined ? [] : [`${id}:${String(quantity)}`],
    ),
    missing: known.filter(({ id }) => id === undefined).map(({ sku }) => sku),
  }
}

/** Fills in Shopify's checkout form; empty fields are left out. */
function checkoutFields({ id, note, contact, address }: Order): Record<string, string> {
  const [first = '', ...rest] = contact.name.split(' ')
  const at = (field: string): string => `checkout[shipping_address][${field}]`
  const fields: Readonly<Record<string, string>> = {
    'attributes[order]': id,
    note,
    'checkout[email]': contact.email,
    [at('first_name')]: first,
    [at('last_name')]: rest.join(' '),
    [at('address1')]: address.line1,
    [at('address2')]: address.line2,
    [at('city')]: address.city,
    [at('province')]: address.region,
    [at('zip')]: address.postal,
    [at('country')]: address.country,
    [at('phone')]: contact.phone,
  }
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''))
}
