import type { Site } from './site.ts'

/** Pages that show the cart, which another tab may change between the making and the showing. */
const NEVER_AHEAD = ['cart/', 'checkout/']

/**
 * Have browsers make a page ready when a finger or pointer rests on its link. The same text on all
 * pages, so that the content security policy can name it by its hash.
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
