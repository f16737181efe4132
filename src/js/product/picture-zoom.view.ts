import '../../css/picture-zoom.scss'
import PhotoSwipe, { type SlideData } from 'photoswipe'
import type { Translate } from '../lib/messages.ts'
import { trustZoomIcons, ZOOM_ICONS } from './zoom-icons.ts'
import { ZOOM_STATE } from './zoom-state.ts'

/** Milliseconds of zooming in and out; none at all for those who asked for less motion. */
const ZOOM_MS = 320

trustZoomIcons()

interface ZoomOptions {
  readonly index: number
  readonly t: Translate
  /** Called with the view that came to the front, so that the page behind keeps pace. */
  readonly onView: (view: string) => void
}

/** Pictures full screen: to zoom into, to swipe, to leave by Esc or by "back". */
export function openPictureZoom(
  links: readonly HTMLAnchorElement[],
  { index, t, onView }: ZoomOptions,
): void {
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches
  const zoom = new PhotoSwipe({
    dataSource: links.map(toSlide),
    index,
    mainClass: 'picture-zoom',
    bgOpacity: 1,
    // Its own fade makes it deaf to Esc, "back" and its cross until it ends; ours is in the styles.
    showHideAnimationType: 'none',
    zoomAnimationDuration: isCalm ? false : ZOOM_MS,
    wheelToZoom: true,
    returnFocus: false,
    loop: false,
    paddingFn: ({ x }) => ({
      top: 56,
      bottom: 72,
      left: x < 600 ? 0 : 72,
      right: x < 600 ? 0 : 72,
    }),
    // Read like the others, but missing in PhotoSwipe's types.
    ...{ preloaderSVG: ZOOM_ICONS.preloader },
    closeSVG: ZOOM_ICONS.close,
    zoomSVG: ZOOM_ICONS.zoom,
    arrowPrevSVG: ZOOM_ICONS.arrow,
    arrowNextSVG: ZOOM_ICONS.arrow,
    closeTitle: t('zoom.close'),
    zoomTitle: t('zoom.zoom'),
    arrowPrevTitle: t('zoom.previous'),
    arrowNextTitle: t('zoom.next'),
    errorMsg: t('zoom.failed'),
  })
  const current = (): HTMLAnchorElement | undefined => links[zoom.currIndex]
  addCaption(zoom, () => altOf(current()))
  zoom.on('firstUpdate', () => {
    zoom.element?.setAttribute('aria-modal', 'true')
    zoom.element?.setAttribute('aria-label', t('zoom.label'))
  })
  zoom.on('change', () => {
    onView(current()?.closest<HTMLElement>('[data-part="slide"]')?.dataset['view'] ?? '')
  })
  zoom.on('destroy', () => current()?.focus())
  closeByHistory(zoom)
  zoom.init()
}

function toSlide(link: HTMLAnchorElement): SlideData {
  const img = link.querySelector('img')
  const source = link.querySelector('source')
  return {
    src: link.href,
    ...(source === null ? {} : { srcset: source.srcset }),
    width: Number(link.dataset['width']),
    height: Number(link.dataset['height']),
    alt: altOf(link),
    // What the page has loaded already stands there until the large one has come.
    ...(img === null ? {} : { msrc: img.currentSrc }),
  }
}

function altOf(link: HTMLAnchorElement | undefined): string {
  return link?.querySelector('img')?.alt ?? ''
}

function addCaption(zoom: PhotoSwipe, text: () => string): void {
  zoom.on('uiRegister', () => {
    zoom.ui?.registerElement({
      name: 'caption',
      appendTo: 'root',
      onInit(element) {
        // The picture has the same words as its alternative text.
        element.setAttribute('aria-hidden', 'true')
        zoom.on('change', () => {
          element.textContent = text()
        })
      },
    })
  })
}

/** A step in the history while it is open: on a phone, "back" is how one closes what is on top. */
function closeByHistory(zoom: PhotoSwipe): void {
  let isLeft = false
  const leave = (): void => {
    isLeft = true
    zoom.close()
  }
  history.pushState(ZOOM_STATE, '')
  window.addEventListener('popstate', leave, { once: true })
  zoom.on('close', () => {
    window.removeEventListener('popstate', leave)
    if (!isLeft) history.back()
  })
}
