import $ from 'jquery/slim'
import type { ProductData } from '../catalog/product-data.ts'
import { loadLater } from '../lib/load-later.view.ts'
import type { PageModule } from '../lib/mount.ts'
import { part, parts } from '../lib/parts.ts'
import { readJson, type Services } from '../site/services.ts'
import { readChoice } from './choice-fields.view.ts'
import { isZoomState } from './zoom-state.ts'

/** Data key for the index of the picture that a strip is scrolling to. */
const HEADING = 'heading'

/** Shows the chosen color's pictures: thumbnails, swiping, and full screen. */
export const gallery: PageModule<Services> = {
  name: 'gallery',
  mount($root, services) {
    const product = readJson(part($root, 'product').get(0)) as ProductData
    const $form = part($root, 'form')
    const render = (): void => {
      showColour($root, readChoice($form, product).colour)
    }
    for (const set of parts($root, 'set')) listenToSwipes($(set))
    $form.on('change', 'input[name="colour"]', render)
    // When the page is restored from history, the form gets its choice back only now.
    window.addEventListener('pageshow', render)
    $root.on('click', '[data-action="show-view"]', (event) => {
      event.preventDefault()
      showView(shownSet($root), $(event.currentTarget).attr('data-view') ?? '')
    })
    $root.on('click', '[data-action="zoom"]', (event) => {
      // These keys open the picture in another tab or window.
      if (event.ctrlKey || event.metaKey || event.shiftKey) return
      event.preventDefault()
      void zoom($root, event.currentTarget as HTMLAnchorElement, services)
    })
    render()
    // After a reload no picture is open, so drop its history entry, or "back" would do nothing.
    if (isZoomState(history.state)) history.back()
  },
}

function shownSet($root: JQuery): JQuery {
  return parts($root, 'set').not('[hidden]')
}

function viewOf($set: JQuery): string {
  return $set.find('[data-part="thumb"][aria-current]').attr('data-view') ?? ''
}

/** Swaps the set of pictures and keeps the view. */
function showColour($root: JQuery, code: string): void {
  const $before = shownSet($root)
  const $sets = parts($root, 'set')
  const $after = $sets.filter((_, set) => $(set).attr('data-colour') === code)
  if ($after.length === 0 || $after.is($before)) return
  const view = viewOf($before)
  $sets.prop('hidden', true)
  $after.prop('hidden', false)
  showView($after, view, 'instant')
}

/** Brings a view to the front; if the set lacks it, the first one. */
function showView($set: JQuery, view: string, behavior: ScrollBehavior = 'auto'): void {
  const slides = $set.find('[data-part="slide"]').get()
  const slide = slides.find((one) => one.dataset['view'] === view) ?? slides[0]
  const strip = slide?.parentElement
  if (slide === undefined || !strip) return
  const index = slides.indexOf(slide)
  $(strip).data(HEADING, index)
  strip.scrollTo({ left: slide.offsetLeft - strip.offsetLeft, behavior })
  markView($set, index)
}

function listenToSwipes($set: JQuery): void {
  const strip = $set.find('[data-part="strip"]').get(0)
  if (strip === undefined) return
  const $strip = $(strip)
  const mark = (): void => {
    if (strip.clientWidth === 0) return
    const index = Math.round(strip.scrollLeft / strip.clientWidth)
    const heading: unknown = $strip.data(HEADING)
    // While it scrolls to a picture, the ones it passes don't count.
    if (typeof heading === 'number' && heading !== index) return
    $strip.removeData(HEADING)
    markView($set, index)
  }
  strip.addEventListener('scroll', mark, { passive: true })
  // If the shopper takes over the scrolling, the target no longer counts.
  $strip.on('pointerdown wheel', () => void $strip.removeData(HEADING))
  $strip.on('scrollend', () => {
    $strip.removeData(HEADING)
    mark()
  })
  markView($set, 0)
}

/** Marks the picture in front, and takes the others out of the tab order. */
function markView($set: JQuery, index: number): void {
  for (const [at, thumb] of $set.find('[data-part="thumb"]').get().entries()) {
    if (at === index) thumb.setAttribute('aria-current', 'true')
    else thumb.removeAttribute('aria-current')
  }
  for (const [at, link] of $set.find('[data-part="picture-link"]').get().entries()) {
    link.tabIndex = at === index ? 0 : -1
  }
}

async function zoom($root: JQuery, link: HTMLAnchorElement, { t }: Services): Promise<void> {
  const $set = shownSet($root)
  const links = $set.find<HTMLAnchorElement>('[data-part="picture-link"]').get()
  try {
    const { openPictureZoom } = await loadLater(
      'picture-zoom',
      () => import('./picture-zoom.view.ts'),
    )
    openPictureZoom(links, {
      index: links.indexOf(link),
      t,
      onView: (view) => showView($set, view, 'instant'),
    })
  } catch {
    // The script could not be loaded, so follow the plain link.
    location.assign(link.href)
  }
}
