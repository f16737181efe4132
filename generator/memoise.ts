/**
 * Cache the results of a function of a site and an object in it, such as a product. Results are
 * dropped together with the site or the object.
 */
export function memoise<Site extends object, Thing extends object, Answer extends object>(
  make: (site: Site, thing: Thing) => Answer,
): (site: Site, thing: Thing) => Answer {
  const sites = new WeakMap<Site, WeakMap<Thing, Answer>>()
  return (site, thing) => {
    const known = sites.get(site) ?? new WeakMap<Thing, Answer>()
    sites.set(site, known)
    const answer = known.get(thing) ?? make(site, thing)
    known.set(thing, answer)
    return answer
  }
}
