import type { ProductData } from '../catalog/product-data.ts'
import type { Translate } from '../lib/messages.ts'
import { indexCatalogue, type CatalogueIndex } from './catalogue-index.ts'
import { checkTeam, type CheckedTeam } from './check-team.ts'
import type { TeamStore } from './team-store.ts'
import { sumTeam, type TeamTotals } from './team-totals.ts'
import { isBlank, type Team } from './team.ts'

/** How far today's catalogue is. */
export type DeskStatus = 'loading' | 'ready' | 'failed'

/** What all parts of the page look at: the list, and what today's catalogue makes of it. */
export class TeamDesk {
  readonly store: TeamStore
  #status: DeskStatus = 'loading'
  #index: CatalogueIndex | null = null
  #checked: { readonly of: Team; readonly team: CheckedTeam; readonly totals: TeamTotals } | null =
    null
  readonly #listeners: (() => void)[] = []
  readonly #load: () => Promise<readonly ProductData[]>
  readonly #t: Translate

  /** @param load - gives the catalogue; asked again by {@link load} after a failure */
  constructor(store: TeamStore, load: () => Promise<readonly ProductData[]>, t: Translate) {
    this.store = store
    this.#load = load
    this.#t = t
    store.subscribe(() => {
      this.#tell()
    })
  }

  get status(): DeskStatus {
    return this.#status
  }

  get products(): readonly ProductData[] {
    return this.#index?.products ?? []
  }

  /** The checked list; without a catalogue, nothing is found and nothing is wrong. */
  get checked(): CheckedTeam {
    return this.#check().team
  }

  get totals(): TeamTotals {
    return this.#check().totals
  }

  /** Call `listener` when the list changes, and when the catalogue comes or fails. */
  subscribe(listener: () => void): void {
    this.#listeners.push(listener)
  }

  /** Load the catalogue. */
  async load(): Promise<void> {
    this.#setStatus('loading')
    try {
      this.#index = indexCatalogue(await this.#load())
      this.#setStatus('ready')
    } catch {
      this.#setStatus('failed')
    }
  }

  #setStatus(status: DeskStatus): void {
    this.#status = status
    this.#checked = null
    this.#tell()
  }

  /** Once for each state of the list: five views ask. */
  #check(): { readonly team: CheckedTeam; readonly totals: TeamTotals } {
    const { team } = this.store
    if (this.#checked?.of === team) return this.#checked
    const checked =
      this.#index === null ? uncheckedTeam(team) : checkTeam(team, this.#index, this.#t)
    this.#checked = { of: team, team: checked, totals: sumTeam(checked) }
    return this.#checked
  }

  #tell(): void {
    for (const listener of this.#listeners) listener()
  }
}

function uncheckedTeam({ rows }: Team): CheckedTeam {
  return {
    rows: rows.map((row) => ({
      row,
      isBlank: isBlank(row),
      variant: undefined,
      asked: 0,
      granted: 0,
      problem: null,
      isNameless: false,
    })),
    problemCount: 0,
  }
}
