import type { ProductData } from '../catalog/product-data.ts'
import type { Translate } from '../lib/messages.ts'
import { indexCatalogue, type CatalogueIndex } from './catalogue-index.ts'
import { checkTeam, type CheckedTeam } from './check-team.ts'
import { sumTeam, type TeamTotals } from './team-totals.ts'
import { isBlank, type Team } from './team.ts'

export type CatalogueStatus = 'loading' | 'ready' | 'failed'

/** What the team page shows: the list, and what today's catalog makes of it. Never changed. */
export interface TeamState {
  readonly team: Team
  readonly status: CatalogueStatus
  /** Null until the catalog is loaded. */
  readonly index: CatalogueIndex | null
  /** The checked list. Without a catalog nothing is found, and nothing is wrong. */
  readonly checked: CheckedTeam
  readonly totals: TeamTotals
}

export type TeamEvent =
  | { readonly type: 'list-changed'; readonly team: Team }
  | { readonly type: 'catalogue-requested' | 'catalogue-failed' }
  | { readonly type: 'catalogue-loaded'; readonly products: readonly ProductData[] }

/** The state before the catalog is loaded. */
export function initialTeamState(team: Team, t: Translate): TeamState {
  return check({ team, status: 'loading', index: null }, t)
}

/** Work out the state after an event. */
export function nextTeamState(state: TeamState, event: TeamEvent, t: Translate): TeamState {
  switch (event.type) {
    case 'list-changed':
      return check({ ...state, team: event.team }, t)
    case 'catalogue-requested':
      return { ...state, status: 'loading' }
    case 'catalogue-failed':
      return { ...state, status: 'failed' }
    case 'catalogue-loaded':
      return check({ ...state, status: 'ready', index: indexCatalogue(event.products) }, t)
  }
}

function check(state: Pick<TeamState, 'team' | 'status' | 'index'>, t: Translate): TeamState {
  const { team, index } = state
  const checked = index === null ? uncheckedTeam(team) : checkTeam(team, index, t)
  return { ...state, checked, totals: sumTeam(checked) }
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
