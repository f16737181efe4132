import type { Product } from './catalog/catalogue.ts'
import type { Route } from './routes.ts'
import type { Site } from './site.ts'
import { keyFactsView } from './view-models/key-facts.ts'
import { cardView, type ProductCardView } from './view-models/product-card.ts'

/**
 * The page that shows every component with its states. It is only for developers, so its text is in the
 * template and it only exists in dev.
 */
export function styleguideRoute(site: Site): Route {
  const shoe = site.catalogue.products.find(({ kind }) => kind === 'shoe')
  return {
    path: 'styleguide/',
    template: 'src/templates/styleguide/index.liquid',
    script: 'content',
    styles: 'product',
    allows: undefined,
    words: [],
    title: 'Style guide',
    description: 'Every component with its states.',
    view: () => ({
      guide: { cards: oneOfEachState(site), facts: shoe ? keyFactsView(site, shoe) : [] },
    }),
    isIndexed: false,
  }
}

/** A card for each combination of badges, and one with a very long name. */
function oneOfEachState(site: Site): readonly ProductCardView[] {
  const cards = site.catalogue.products.map((product: Product) => cardView(site, product))
  const byState = new Map(
    cards.map((card): [string, ProductCardView] => [
      card.badges.map(({ kind }) => kind).join(' '),
      card,
    ]),
  )
  const [first] = cards
  const long = first && { ...first, name: 'Long name, as an owner may well write it, '.repeat(4) }
  return [...byState.values(), ...(long ? [long] : [])]
}
