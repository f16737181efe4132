import { isRecord, parseJson } from './json.ts'
import { moveAside } from './move-aside.ts'
import type { StoredFormat } from './stored-format.ts'
import type { KeyValueStorage, StorageFault } from './storage.ts'
import { TabHistory, type Operation, type StoredWrite } from './tab-history.ts'

/** How to undo a change. */
export interface Undo<Value, News> {
  readonly operation: Operation<Value>
  readonly news?: News
}

/** Called after each change with the value as it is now, and with what happened to it. */
export type StoreListener<Value, News> = (value: Value, news: News) => void

interface StoreOptions<News> {
  /** The news of a change by another tab, or before the page left the back/forward cache. */
  readonly elsewhere: News
  /** A clock, for tests. */
  readonly nowMs?: () => number
}

/**
 * A value that is kept in storage. Every change first reads storage again, so that tabs don't lose
 * each other's changes. If storage fails, the value lives on in memory and each later change tries
 * storage again. A write only ever follows a successful read, and text that can't be read is first
 * copied to another key, so nothing that was in storage is lost.
 */
export class PersistedStore<Value, News = undefined> {
  #value: Value
  #fault: StorageFault | null = null
  #isKept = true
  /** The stored text of `#value` without the pending changes; undefined if unknown. */
  #seen: string | null | undefined
  /** Changes that are in memory but not yet in storage. */
  #pending: readonly Operation<Value>[] = []
  #undo: Undo<Value, News> | null = null
  readonly #listeners: StoreListener<Value, News>[] = []
  readonly #storage: KeyValueStorage | null
  readonly #format: StoredFormat<Value>
  readonly #elsewhere: News
  readonly #history: TabHistory<Value>

  /** @param storage - null if the browser gives none */
  constructor(
    storage: KeyValueStorage | null,
    format: StoredFormat<Value>,
    { elsewhere, nowMs = Date.now }: StoreOptions<News>,
  ) {
    this.#storage = storage
    this.#format = format
    this.#elsewhere = elsewhere
    this.#history = new TabHistory(nowMs)
    this.#value = format.parse(null).value
    this.#read()
  }

  get value(): Value {
    return this.#value
  }

  /** What is wrong with storage, or null. */
  get fault(): StorageFault | null {
    return this.#storage?.hasFallenBack === true ? 'full' : this.#fault
  }

  /** Whether the value outlives this page. */
  get isKept(): boolean {
    return this.#isKept
  }

  /**
   * Check whether storage accepts the value, by writing it. If none was stored, remove it again.
   */
  checkKept(): boolean {
    const isReadable = this.#read()
    const isNew = this.#seen === null && this.#pending.length === 0
    if (isReadable && this.#write() && isNew) {
      this.#storage?.removeItem(this.#format.key)
      this.#seen = null
    }
    return this.#isKept
  }

  /** Call `listener` after each change, but not for the current value. */
  subscribe(listener: StoreListener<Value, News>): void {
    this.#listeners.push(listener)
  }

  /**
   * Change the value.
   *
   * @param operation - called again whenever another tab's change has to come first, so it must
   *   only depend on the value it is given
   * @param undoOf - makes what {@link undo} does; without it, undo still takes back the last change
   *   that had one
   */
  change(
    operation: Operation<Value>,
    news?: News,
    undoOf?: (before: Value, after: Value) => Undo<Value, News>,
  ): void {
    const isReadable = this.#read()
    const before = this.#value
    this.#value = operation(before)
    if (undoOf !== undefined) this.#undo = undoOf(before, this.#value)
    // Wrap it in a new function, so that the same operation can be pending twice.
    this.#pending = [...this.#pending, (current) => operation(current)]
    if (isReadable) this.#write()
    this.#notify(news)
  }

  /**
   * Undo the last change that can be undone, once. Returns its news; undefined if there is none.
   */
  undo(): News | undefined {
    const undo = this.#undo
    if (undo === null) return undefined
    this.#undo = null
    this.change(undo.operation, undo.news)
    return undo.news
  }

  /** Read storage again, for example after the page was restored. Returns whether it changed. */
  refresh(): boolean {
    const before = this.#format.serialize(this.#value)
    this.#read()
    const isChanged = this.#format.serialize(this.#value) !== before
    if (isChanged) this.#notify()
    return isChanged
  }

  /** Read what another tab wrote. If it overwrote changes of this tab, make them again. */
  handleStorageEvent({ key, newValue }: Pick<StorageEvent, 'key' | 'newValue'>): void {
    const write = key === this.#writingKey ? parseJson(newValue ?? '') : null
    // If its fields aren't texts, that does no harm: they won't equal any text.
    if (isRecord(write)) this.#history.addOther(write as unknown as StoredWrite)
    if (key !== this.#format.key && key !== null) return
    const text = this.#getItem()
    const isCleared = key === null || text === undefined
    const missing = isCleared ? [] : this.#history.missingIn(text)
    if (missing.length === 0) {
      this.refresh()
      return
    }
    this.#pending = [...this.#pending, ...missing]
    this.#seen = undefined
    if (this.#read()) this.#write()
    this.#notify()
  }

  /** Bring the value up to date with storage. Returns whether storage may be written to. */
  #read(): boolean {
    const text = this.#getItem()
    if (text === undefined) return false
    if (text === this.#seen) return true
    const { value, isWhole } = this.#format.parse(text)
    this.#value = this.#pending.reduce((sum, operation) => operation(sum), value)
    this.#seen = text
    return isWhole || text === null || this.#keepAside(text)
  }

  #getItem(): string | null | undefined {
    try {
      if (this.#storage !== null) return this.#storage.getItem(this.#format.key)
    } catch {
      // Storage is blocked. A missing storage means the same.
    }
    this.#fail('blocked')
    return undefined
  }

  /** Move unreadable text out of the way. If there is no room for it, leave it and don't write. */
  #keepAside(text: string): boolean {
    if (this.#storage === null || !moveAside(this.#storage, this.#format.key, text)) {
      this.#seen = undefined
      this.#fail('full')
      return false
    }
    this.#seen = null
    this.#fault = 'unreadable'
    return this.#write()
  }

  #write(): boolean {
    const { key } = this.#format
    const from = this.#seen ?? null
    const to = this.#format.serialize(this.#value)
    try {
      if (this.#pending.length > 0) this.#announce({ from, to })
      if (to === null) this.#storage?.removeItem(key)
      else this.#setItem(to)
    } catch {
      this.#fail('full')
      return false
    }
    if (this.#pending.length > 0) this.#history.addOwn({ from, to }, this.#pending)
    this.#seen = to
    this.#pending = []
    if (!this.#isKept) this.#fault = null
    this.#isKept = true
    return true
  }

  /** Write the text. If there is no room for it and for the announcement, drop the latter. */
  #setItem(text: string): void {
    const { key } = this.#format
    try {
      this.#storage?.setItem(key, text)
    } catch {
      this.#storage?.removeItem(this.#writingKey)
      this.#storage?.setItem(key, text)
    }
  }

  /** Tell other tabs which text the write that follows started from. It helps, but may fail. */
  #announce(write: StoredWrite): void {
    if (!this.#format.isShared) return
    try {
      this.#storage?.setItem(this.#writingKey, JSON.stringify(write))
    } catch {
      // There may still be room for the value itself.
    }
  }

  get #writingKey(): string {
    return `${this.#format.key}.writing`
  }

  #fail(fault: StorageFault): void {
    this.#fault = fault
    this.#isKept = false
  }

  #notify(news = this.#elsewhere): void {
    for (const listener of this.#listeners) listener(this.#value, news)
  }
}
