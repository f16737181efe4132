import type { Cart } from './cart.ts'

/** A change of ours, to be made again where another tab wrote over it. */
export interface Change {
  readonly operation: (cart: Cart) => Cart
}

/** Texts that stood in storage, one made from the other; by us where it adds changes of ours. */
interface Step {
  readonly from: string | null
  readonly to: string | null
  readonly changes: readonly Change[]
  readonly atMs: number
}

/** How long another tab may lag behind this one's writes: browsers need a few milliseconds. */
const LAG_MS = 2000

/**
 * What this tab did to the stored cart of late, and what it heard others do. Browsers tell tabs of
 * each other's writes a moment late, so one may write over a change it has not seen. A tab that
 * says which text it started from gives away which of our changes it knew. (The `oldValue` of a
 * `storage` event does not: it is what stood there when the write arrived, not when it was made.)
 */
export class TabHistory {
  #steps: readonly Step[] = []
  readonly #nowMs: () => number

  /** @param nowMs - a clock */
  constructor(nowMs: () => number) {
    this.#nowMs = nowMs
  }

  /**
   * Note a write of ours.
   *
   * @param step - `from` is the text it started from, as read just before
   */
  wrote(step: Omit<Step, 'atMs'>): void {
    this.#steps = [...this.#recent(), { ...step, atMs: this.#nowMs() }]
  }

  /** Note a write of another tab, and the text it started from. */
  heard(from: string | null, to: string): void {
    const steps = this.#recent()
    // The text can be in storage before the event is told; then we have built on it already.
    const built = steps.findIndex((step) => step.changes.length > 0 && step.from === to)
    const earlier = steps.slice(0, Math.max(built, 0))
    const isOverdue =
      earlier.some((step) => step.from === from || step.to === from) &&
      !earlier.some((step) => step.to === to)
    const index = isOverdue ? built : steps.length
    const step = { from, to, changes: [], atMs: this.#nowMs() }
    this.#steps = [...steps.slice(0, index), step, ...steps.slice(index)]
  }

  /**
   * Find our changes that a stored text lacks, in the order they were made. A text we know nothing
   * of is taken to have them all: whoever wrote it has read ours long since.
   */
  missingIn(text: string | null): readonly Change[] {
    const known = new Map<string | null, ReadonlySet<Change>>()
    const all = new Set<Change>()
    for (const { from, to, changes } of this.#recent()) {
      const base = known.get(from) ?? new Set(all)
      known.set(from, base)
      known.set(to, new Set([...base, ...changes]))
      for (const change of changes) all.add(change)
    }
    const present = known.get(text) ?? all
    return [...all].filter((change) => !present.has(change))
  }

  #recent(): readonly Step[] {
    const since = this.#nowMs() - LAG_MS
    return this.#steps.filter(({ atMs }) => atMs > since)
  }
}
