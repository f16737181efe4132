/**
 * Make a function of a site and a thing of it, such as a product, that works each answer out once.
 * Answers are forgotten with the site or the thing.
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
