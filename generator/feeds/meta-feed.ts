import type { FeedItem } from './feed-items.ts'

/** Columns in Meta's order: required ones first, then optional ones. */
const COLUMNS: Readonly<Record<string, (item: FeedItem) => string>> = {
  id: ({ id }) => id,
  title: ({ title }) => title,
  description: ({ description }) => description,
  availability: ({ isInStock }) => (isInStock ? 'in stock' : 'out of stock'),
  condition: () => 'new',
  price: ({ price }) => price,
  link: ({ link }) => link,
  image_link: ({ image }) => image,
  brand: ({ brand }) => brand,
  item_group_id: ({ groupId }) => groupId,
  sale_price: ({ salePrice }) => salePrice ?? '',
  color: ({ colour }) => colour,
  size: ({ size }) => size,
  gender: ({ shoe }) => shoe?.gender ?? '',
  age_group: ({ shoe }) => shoe?.ageGroup ?? '',
  product_type: ({ productType }) => productType,
  google_product_category: ({ shoe }) => (shoe === null ? '' : '187'),
}

/**
 * Write the CSV feed for Meta's catalogue (Facebook, Instagram).
 *
 * @see https://www.facebook.com/business/help/120325381656392
 */
export function metaFeed(items: readonly FeedItem[]): string {
  const rows = items.map((item) => Object.values(COLUMNS).map((read) => quote(read(item))))
  return [Object.keys(COLUMNS), ...rows].map((cells) => `${cells.join(',')}\r\n`).join('')
}

/** @see https://www.rfc-editor.org/rfc/rfc4180 */
function quote(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
