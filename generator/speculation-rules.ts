import type { Site } from './site.ts'

/** Pages that show the cart: another tab may change it after they are prerendered. */
const NEVER_AHEAD = ['cart/', 'checkout/']

/**
 * Let browsers prerender a page when the pointer or a finger rests on its link. The text is the same on
 * all pages, so that the content security policy can allow it by its hash.
 *
 * @see https://wicg.github.io/nav-speculation/speculation-rules.html
 */
export function speculationRules({ place, catalogue }: Site): string {
  const { base } = place
  const kept = catalogue.markets.flatMap(({ prefix }) =>
    NEVER_AHEAD.map((path) => `${base}${prefix}${path}*`),
  )
  return JSON.stringify({
    prerender: [
      {
        where: {
          and: [{ href_matches: `${base}*` }, { not: { href_matches: kept } }],
        },
        eagerness: 'moderate',
      },
    ],
  })
}
