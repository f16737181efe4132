import type { Site } from '../site.ts'
import { absoluteUrl, pageUrl } from '../site.ts'
import type { FeedItem } from './feed-items.ts'
import { escapeXml } from './xml.ts'

type Field = readonly [name: string, value: string | readonly Field[] | null]

/** "Apparel & Accessories > Shoes" in Google's taxonomy. */
const SHOES = '187'

/**
 * Write Google Merchant Center's feed, an RSS 2.0 file.
 *
 * @see https://support.google.com/merchants/answer/7052112
 */
export function googleFeed(site: Site, items: readonly FeedItem[]): string {
  const { name } = site.catalogue.shop
  const head = `<title>${escapeXml(name)}</title>
<link>${escapeXml(absoluteUrl(site, pageUrl(site, '')))}</link>
<description>${escapeXml(name)}</description>`
  const entries = items.map((item) => `<item>\n${writeFields(fieldsOf(item))}</item>\n`)
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:g="http://base.google.com/ns/1.0">
<channel>
${head}
${entries.join('')}</channel>
</rss>
`
}

function fieldsOf(item: FeedItem): readonly Field[] {
  return [
    ['id', item.id],
    ['item_group_id', item.groupId],
    ['title', item.title],
    ['description', item.description],
    ['link', item.link],
    ['image_link', item.image],
    ['availability', item.isInStock ? 'in_stock' : 'out_of_stock'],
    ['price', item.price],
    ['sale_price', item.salePrice],
    ['condition', 'new'],
    ['brand', item.brand],
    ['mpn', item.mpn],
    ['color', item.colour],
    ['product_type', item.productType],
    ...shoeFields(item),
    [
      'shipping',
      [
        ['country', item.shipping.country],
        ['price', item.shipping.price],
      ],
    ],
  ]
}

function shoeFields({ shoe, size, colour }: FeedItem): readonly Field[] {
  if (shoe === null) return size === '' ? [] : [['size', size]]
  const fields: readonly Field[] = [
    ['google_product_category', SHOES],
    ['gender', shoe.gender],
    ['age_group', shoe.ageGroup],
    ['size', size],
    ['size_system', 'EU'],
  ]
  if (shoe.width === null) return fields
  // Google has no field for width, so it is an option. All items of a group must name the same options.
  const options = { Color: colour, Size: size, 'Shoe width': shoe.width }
  return [
    ...fields,
    ...Object.entries(options).map(([name, value]): Field => [
      'variant_option',
      [
        ['name', name],
        ['value', value],
      ],
    ]),
  ]
}

function writeFields(fields: readonly Field[]): string {
  return fields
    .map(([name, value]) => {
      if (value === null) return ''
      const content = typeof value === 'string' ? escapeXml(value) : `\n${writeFields(value)}`
      return `<g:${name}>${content}</g:${name}>\n`
    })
    .join('')
}
