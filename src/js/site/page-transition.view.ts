import $ from 'jquery/slim'
import type { PageModule } from '../lib/mount.ts'
import { linkTo } from './page-transition.ts'

/** The name of the product page's own picture, from src/css/base/_transition.scss. */
const PICTURE = 'product-picture'

/** Lets a card's picture grow into the product's and shrink back, in browsers that can. */
export const pageTransition: PageModule<unknown> = {
  name: 'page-transition',
  mount() {
    window.addEventListener('pageswap', ({ activation }) => {
      mark(activation?.entry.url)
    })
    window.addEventListener('pagereveal', () => {
      mark('navigation' in window ? window.navigation.activation?.from?.url : null)
    })
  },
}

/** Only one element may have the name, or else there is no transition. */
function mark(page: string | null | undefined): void {
  const $links = $<HTMLAnchorElement>('.product-card__link')
  $('.product-card .picture').css('view-transition-name', '')
  if (!page) return
  const links = $links.get()
  const link =
    links[
      linkTo(
        links.map(({ href }) => href),
        page,
      )
    ]
  if (link === undefined) return
  $('.gallery .picture').css('view-transition-name', 'none')
  $(link).closest('.product-card').find('.picture').first().css('view-transition-name', PICTURE)
}
