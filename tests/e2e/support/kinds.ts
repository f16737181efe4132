import type { Page } from '@playwright/test'
import { PAGE_KINDS, type PageKind } from '../../../generator/page-kinds.ts'
import { productPath, seedCart, seedStorage } from './pages.ts'
import {
  pickAccessory,
  pickModels,
  pickShoe,
  pickSoldOutModel,
  pickSoldOutSize,
  type Shop,
} from './shop.ts'
import { pickForTeam, TEAM_KEY } from './team.ts'

/** A kind of page, and how to open one. */
export interface Kind {
  readonly name: string
  readonly open: (page: Page, shop: Shop) => Promise<unknown>
}

function at(name: string, path: string): Kind {
  return { name, open: (page) => page.goto(path) }
}

/** Pages to open for each kind that has several states or one page per item of data. */
const STATES: Readonly<Record<string, readonly Kind[]>> = {
  shop: [at('shop', 'shop/'), at('filtered shop', 'shop/?size=42&event=sprint&sort=price-asc')],
  event: [at('event', 'events/high-jump/')],
  product: [
    { name: 'product', open: (page, shop) => page.goto(productPath(pickShoe(shop))) },
    {
      name: 'sold-out product',
      open: (page, shop) => page.goto(productPath(pickSoldOutModel(shop))),
    },
    { name: 'accessory', open: (page, shop) => page.goto(productPath(pickAccessory(shop))) },
  ],
  cart: [at('empty cart', 'cart/'), { name: 'filled cart', open: openFilled('cart/') }],
  team: [
    at('empty team order', 'team/'),
    { name: 'team order with problems', open: openTeamOrder },
  ],
  checkout: [
    { name: 'filled checkout', open: openFilled('checkout/') },
    at('empty checkout', 'checkout/'),
  ],
  'order-sheet': [at('empty order sheet', 'order-sheet/')],
  '404': [at('not found', '404.html')],
}

/** Every kind of page, from the files in `pages/`. */
export const KINDS: readonly Kind[] = PAGE_KINDS.flatMap(
  (kind) => STATES[kind.name] ?? [at(kind.name.replaceAll('-', ' '), plainPathOf(kind))],
)

function plainPathOf({ file, path, folder, name }: PageKind): string {
  if (folder === null) return path
  throw new Error(`${file} makes many pages: add to STATES which "${name}" page to open`)
}

function openFilled(path: string): Kind['open'] {
  return async (page, shop) => {
    const known = pickModels(shop, 2).map(({ sku }) => ({ sku, quantity: 2 }))
    await seedCart(page, [...known, { sku: 'NO-LONGER-SOLD-42', quantity: 1 }])
    await page.goto(path)
    await page.getByText('Total', { exact: true }).first().waitFor()
  }
}

async function openTeamOrder(page: Page, shop: Shop): Promise<void> {
  const rows = [
    ...pickForTeam(shop, 5).map(({ sku }, at) => ({ athlete: `Athlete ${at}`, model: sku })),
    { athlete: 'Without a size', model: pickShoe(shop).product.name },
    { athlete: 'Misspelt', model: `${pickShoe(shop).product.name}x` },
    { athlete: 'Sold out', model: pickSoldOutSize(shop).sku },
    {},
  ]
  await seedStorage(page, TEAM_KEY, JSON.stringify({ version: 1, rows }))
  await page.goto('team/')
  await page.getByText('8 rows. 3 rows need attention.').waitFor()
}
