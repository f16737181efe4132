import { chosenValues, withoutChosen, type ChosenValue } from './chosen.ts'
import { EMPTY_FILTER, type Filter } from './filter-query.ts'

/** How to go on where nothing is listed. */
export interface Advice {
  /** The words themselves find nothing, whatever the filters: other words may. */
  readonly isSearchUnknown: boolean
  /** What to take away to list something, and how much; what lists the most first. */
  readonly removals: readonly Removal[]
}

export interface Removal {
  readonly chosen: ChosenValue
  readonly count: number
}

/** More would be a list to study. */
const MOST_REMOVALS = 3

/**
 * Advise on a filter that lists nothing.
 *
 * @param count - how many products a filter lists
 */
export function adviseOn(filter: Filter, count: (filter: Filter) => number): Advice {
  const chosen = chosenValues(filter)
  const isSearchUnknown = filter.q !== '' && count({ ...EMPTY_FILTER, q: filter.q }) === 0
  // To take the only thing away is what “Clear all” does.
  const removals = (chosen.length > 1 ? chosen : [])
    .map((one) => ({ chosen: one, count: count(withoutChosen(filter, one)) }))
    .filter((one) => one.count > 0)
    .toSorted((a, b) => b.count - a.count)
  return { isSearchUnknown, removals: removals.slice(0, MOST_REMOVALS) }
}
