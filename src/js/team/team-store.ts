import type { SizeSystem } from '../catalog/sizes.ts'
import { PersistedStore } from '../lib/persisted-store.ts'
import type { KeyValueStorage } from '../lib/storage.ts'
import { teamFormat } from './stored-team.ts'
import { undoOf, type Team, type TeamOperation } from './team.ts'

/** The coach's list, stored at every keystroke: one per page. */
export class TeamStore extends PersistedStore<Team> {
  /** @param system - the size system of a new list */
  constructor(storage: KeyValueStorage | null, system: SizeSystem) {
    super(storage, teamFormat(system), { elsewhere: undefined })
  }

  get team(): Team {
    return this.value
  }

  /** Change the list in a way that {@link undo} can take back. */
  changeUndoably(operation: TeamOperation): void {
    this.change(operation, undefined, (before, after) => ({ operation: undoOf(before, after) }))
  }
}
