/**
 * Correct an address that doesn't exist: lower its capitals, and add the final slash if the host
 * doesn't. Undefined if there is nothing to correct.
 *
 * @param path - as requested
 * @param base - path of the site, with slashes at both ends; left as it is
 */
export function correctPath(path: string, base: string): string | undefined {
  if (!path.startsWith(base)) return undefined
  const inside = path.slice(base.length).toLowerCase()
  const isFile = /\.\w+$/.test(inside)
  const corrected = base + inside + (inside === '' || inside.endsWith('/') || isFile ? '' : '/')
  return corrected === path ? undefined : corrected
}
