/**
 * Find the link that leads to a page, whatever its query or fragment.
 *
 * @param links - full addresses
 * @returns its index; -1 if there is none
 */
export function linkTo(links: readonly string[], page: string): number {
  const target = new URL(page)
  return links.findIndex((link) => {
    const { origin, pathname } = new URL(link)
    return origin === target.origin && pathname === target.pathname
  })
}
