/** Makes a new value from the current one. */
export type Operation<Value> = (value: Value) => Value

/** A write to storage: the text it started from, and the text it left. */
export interface StoredWrite {
  readonly from: string | null
  readonly to: string | null
}

interface Step<Value> extends StoredWrite {
  /** Changes that this tab added; none if another tab wrote. */
  readonly changes: readonly Operation<Value>[]
  readonly atMs: number
}

/** How long another tab may take to notice our writes. Browsers need a few milliseconds. */
const LAG_MS = 2000

/**
 * The recent writes of this tab and of others. Browsers tell tabs about each other's writes with a
 * short delay, so a tab may write over a change it hasn't seen yet. Each tab therefore says which
 * text its write started from, which shows what it knew. (The `oldValue` of a `storage` event does
 * not: it is what was in storage when the write arrived, not when it was made.)
 */
export class TabHistory<Value> {
  #steps: readonly Step<Value>[] = []
  readonly #nowMs: () => number

  /** @param nowMs - a clock */
  constructor(nowMs: () => number) {
    this.#nowMs = nowMs
  }

  /** Record a write of this tab and the changes it added, each as a distinct function. */
  addOwn(write: StoredWrite, changes: readonly Operation<Value>[]): void {
    this.#steps = [...this.#recent(), { ...write, changes, atMs: this.#nowMs() }]
  }

  /** Record a write of another tab. */
  addOther({ from, to }: StoredWrite): void {
    const steps = this.#recent()
    // Its text may reach storage before the event does, so we may have built on it already.
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
   * Find the changes of this tab that a stored text lacks, in the order they were made. A text we
   * know nothing about counts as having them all: whoever wrote it must have read ours long ago.
   */
  missingIn(text: string | null): readonly Operation<Value>[] {
    const known = new Map<string | null, ReadonlySet<Operation<Value>>>()
    const all = new Set<Operation<Value>>()
    for (const { from, to, changes } of this.#recent()) {
      const base = known.get(from) ?? new Set(all)
      known.set(from, base)
      known.set(to, new Set([...base, ...changes]))
      for (const change of changes) all.add(change)
    }
    const present = known.get(text) ?? all
    return [...all].filter((change) => !present.has(change))
  }

  #recent(): readonly Step<Value>[] {
    const since = this.#nowMs() - LAG_MS
    return this.#steps.filter(({ atMs }) => atMs > since)
  }
}
