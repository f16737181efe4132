import type { KeyValueStorage } from './storage.ts'

/**
 * One text under one key. It is kept in storage if that works, or else in memory until the page is
 * closed.
 */
export class StoredText {
  /** The text if storage doesn't take it; undefined if it does. */
  #memory: string | null | undefined
  readonly #storage: KeyValueStorage | null
  readonly #key: string

  /**
   * @param storage - null if the browser gives none
   * @param key - starts with `cinder.`
   */
  constructor(storage: KeyValueStorage | null, key: string) {
    this.#storage = storage
    this.#key = key
  }

  /** The current text, including what another tab wrote; null if there is none. */
  read(): string | null {
    if (this.#memory !== undefined) return this.#memory
    try {
      return this.#storage?.getItem(this.#key) ?? null
    } catch {
      return null
    }
  }

  /** @param text - null to remove it */
  write(text: string | null): void {
    this.#memory = this.#storage === null ? text : undefined
    try {
      if (text === null) this.#storage?.removeItem(this.#key)
      else this.#storage?.setItem(this.#key, text)
    } catch {
      this.#memory = text
    }
  }
}
