/**
 * PhotoSwipe's icons. It writes them as markup, and under Trusted Types only markup that we know
 * in full is allowed, so we draw them here. Boxes of 32 and arrows of 60, as its styles expect;
 * its style sheet mirrors "previous" to get "next".
 */
export const ZOOM_ICONS = {
  close: icon(
    32,
    '<path d="m10.4 8.3-2.1 2.1 5.6 5.6-5.6 5.6 2.1 2.1 5.6-5.6 5.6 5.6 2.1-2.1-5.6-5.6 5.6-5.6-2.1-2.1-5.6 5.6z"/>',
  ),
  zoom: icon(
    32,
    '<path fill-rule="evenodd" d="M14 7a7 7 0 1 0 4.1 12.7l4.8 4.8 1.6-1.6-4.8-4.8A7 7 0 0 0 14 7m0 2.2a4.8 4.8 0 1 1 0 9.6 4.8 4.8 0 0 1 0-9.6"/>' +
      '<path fill="currentColor" class="pswp__zoom-icn-bar-h" d="M11 15v-2h6v2z"/>' +
      '<path fill="currentColor" class="pswp__zoom-icn-bar-v" d="M13 11h2v6h-2z"/>',
  ),
  arrow: icon(60, '<path d="M34 42 22 30l12-12 2.6 2.6-9.4 9.4 9.4 9.4z"/>'),
  preloader: icon(32, '<path d="M24 16a8 8 0 1 1-8-8v2.4a5.6 5.6 0 1 0 5.6 5.6z"/>'),
} as const

function icon(size: number, inner: string): string {
  return `<svg aria-hidden="true" class="pswp__icn" viewBox="0 0 ${size} ${size}" width="${size}" height="${size}">${inner}</svg>`
}

interface Policy {
  createHTML(markup: string): string
}

interface PolicyFactory {
  createPolicy(name: string, rules: Policy): unknown
}

/**
 * Let PhotoSwipe write its icons and empty boxes, and nothing else. It passes plain strings to the
 * browser, which checks them with the policy named "default". Call it once per page.
 *
 * @param trustedTypes - the browser's, if it has them
 */
export function trustZoomIcons(
  trustedTypes = (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes,
): void {
  const known = new Set<string>(['', ...Object.values(ZOOM_ICONS)])
  trustedTypes?.createPolicy('default', {
    createHTML: (markup) => {
      if (!known.has(markup))
        throw new TypeError(`Markup that is not PhotoSwipe’s: ${markup.slice(0, 80)}`)
      return markup
    },
  })
}
