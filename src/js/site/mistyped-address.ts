/**
 * Work out what was meant by an address that leads nowhere: capitals where there are none, or the
 * slash at its end forgotten by a host that adds none. Undefined where there is nothing to mend.
 *
 * @param path - as asked for
 * @param base - of the site, with slashes at both ends; it is the host's, and left as it is
 */
export function correctPath(path: string, base: string): string | undefined {
  if (!path.startsWith(base)) return undefined
  const inside = path.slice(base.length).toLowerCase()
  const isFile = /\.\w+$/.test(inside)
  const corrected = base + inside + (inside === '' || inside.endsWith('/') || isFile ? '' : '/')
  return corrected === path ? undefined : corrected
}
