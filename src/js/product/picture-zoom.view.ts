import '../../css/picture-zoom.scss'
import PhotoSwipe, { type SlideData } from 'photoswipe'
import type { Translate } from '../lib/messages.ts'
import { trustZoomIcons, ZOOM_ICONS } from './zoom-icons.ts'
import { ZOOM_STATE } from './zoom-state.ts'

/** Duration of zooming in and out, unless the shopper prefers reduced motion. */
const ZOOM_MS = 320

trustZoomIcons()

interface ZoomOptions {
  readonly index: number
  readonly t: Translate
  /** Called with the view that came to the front, so that the page behind can follow. */
  readonly onView: (view: string) => void
}

/** Shows pictures full screen, to zoom and swipe; Esc or "back" closes them. */
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
    // During its own fade it ignores Esc, "back" and the close button, so we fade in CSS.
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
    // A valid option that PhotoSwipe's types lack.
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
  zoom.on('keydown', ({ originalEvent }) => {
    keepTabInside(zoom, originalEvent)
  })
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
    // The picture already loaded is shown until the large one arrives.
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
        // The picture has the same text as its alternative.
        element.setAttribute('aria-hidden', 'true')
        zoom.on('change', () => {
          element.textContent = text()
        })
      },
    })
  })
}

/** Goes round from the last button to the first: PhotoSwipe lets the focus onto the page between. */
function keepTabInside(zoom: PhotoSwipe, event: KeyboardEvent): void {
  if (event.key !== 'Tab') return
  const all = zoom.element?.querySelectorAll<HTMLButtonElement>('button:not([disabled])') ?? []
  const buttons = [...all].filter((button) => getComputedStyle(button).visibility === 'visible')
  // Where it opens, the focus is on the whole of it, before the first button.
  const ends = event.shiftKey ? [zoom.element, buttons[0]] : [buttons.at(-1)]
  if (!ends.some((end) => end === document.activeElement)) return
  event.preventDefault()
  buttons.at(event.shiftKey ? -1 : 0)?.focus()
}

/** Adds a history entry while it is open, because on a phone "back" closes what is on top. */
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
