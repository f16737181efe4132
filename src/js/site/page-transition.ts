/**
 * The link, if any, that leads to a page: its own address, whatever is chosen on it.
 *
 * @param links - addresses in full
 * @returns its place in the list; -1 for none
 */
export function linkTo(links: readonly string[], page: string): number {
  const target = new URL(page)
  return links.findIndex((link) => {
    const { origin, pathname } = new URL(link)
    return origin === target.origin && pathname === target.pathname
  })
}
