import type { SizeSystem } from '../catalog/sizes.ts'
import { readStoredTeam, TEAM_KEY, UNREADABLE_TEAM_KEY, writeStoredTeam } from './stored-team.ts'
import { undoOf, type Team, type TeamOperation } from './team.ts'

/** The calls of `Storage` that the list needs; any may throw. */
export type TeamStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** What is wrong with storage, for the one line a coach gets. */
export type TeamFault = 'blocked' | 'full' | 'unreadable'

/**
 * The page's one list, kept in storage at every keystroke. Each change re-reads storage first, so
 * that two tabs lose nothing of each other's; where storage fails, the list lives on in memory.
 */
export class TeamStore {
  #team: Team
  #fault: TeamFault | null = null
  #isKept = true
  #undo: TeamOperation | null = null
  readonly #listeners: (() => void)[] = []
  readonly #storage: TeamStorage | null
  readonly #system: SizeSystem

  /**
   * @param storage - null where the browser gives none
   * @param system - the size system of a new list
   */
  constructor(storage: TeamStorage | null, system: SizeSystem) {
    this.#storage = storage
    this.#system = system
    this.#team = readStoredTeam(null, system).team
    if (storage === null) this.#fail('blocked')
    this.#read()
  }

  get team(): Team {
    return this.#team
  }

  /** What is wrong with storage, or null. */
  get fault(): TeamFault | null {
    return this.#fault
  }

  /** Whether the list outlives this page. */
  get isKept(): boolean {
    return this.#isKept
  }

  /** Whether the last large change can be taken back. */
  get canUndo(): boolean {
    return this.#undo !== null
  }

  /** Call `listener` after each change. It is not called for the present state. */
  subscribe(listener: () => void): void {
    this.#listeners.push(listener)
  }

  /** Change the list. */
  change(operation: TeamOperation): void {
    this.#read()
    this.#team = operation(this.#team)
    this.#write()
    this.#tell()
  }

  /** Change the list, in a way that {@link undo} takes back. */
  changeUndoably(operation: TeamOperation): void {
    this.#read()
    const before = this.#team
    this.#undo = undoOf(before, operation(before))
    this.change(operation)
  }

  /** Take back the last change made with {@link changeUndoably}; once. */
  undo(): void {
    if (this.#undo === null) return
    const operation = this.#undo
    this.#undo = null
    this.change(operation)
  }

  /** Read storage again: another tab has written, or the page came back from the history. */
  refresh(): void {
    const before = writeStoredTeam(this.#team)
    this.#read()
    if (writeStoredTeam(this.#team) !== before) this.#tell()
  }

  /** Take the list from storage, unless storage has failed: then memory is all there is. */
  #read(): void {
    if (this.#storage === null || !this.#isKept) return
    try {
      const text = this.#storage.getItem(TEAM_KEY)
      const { team, isWhole } = readStoredTeam(text, this.#team.system)
      this.#team = text === null ? { ...team, system: this.#system } : team
      if (!isWhole && text !== null) this.#keepAside(this.#storage, text)
    } catch {
      this.#fail('blocked')
    }
  }

  /** Move what can't be read out of the way; where there is no room, leave it and stop writing. */
  #keepAside(storage: TeamStorage, text: string): void {
    this.#fault = 'unreadable'
    let isRemoved = false
    try {
      // Removed first: megabytes of noise would not fit into the quota twice.
      storage.removeItem(TEAM_KEY)
      isRemoved = true
      storage.setItem(UNREADABLE_TEAM_KEY, text)
    } catch {
      if (isRemoved) storage.setItem(TEAM_KEY, text)
      this.#fail('full')
      return
    }
    this.#write()
  }

  #write(): void {
    if (this.#storage === null) return
    try {
      this.#storage.setItem(TEAM_KEY, writeStoredTeam(this.#team))
      // There was no room a moment ago, and now there is.
      if (!this.#isKept) this.#fault = null
      this.#isKept = true
    } catch {
      this.#fail(this.#fault === 'blocked' ? 'blocked' : 'full')
    }
  }

  #fail(fault: TeamFault): void {
    this.#fault = fault
    this.#isKept = false
  }

  #tell(): void {
    for (const listener of this.#listeners) listener()
  }
}
