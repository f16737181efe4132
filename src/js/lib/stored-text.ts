import type { KeyValueStorage } from './storage.ts'

/**
 * One text under one key. It is kept in storage if that works, or else in memory until the page is
 * closed.
 */
export class StoredText {
  #memory: string | null = null
  #isInMemory: boolean
  readonly #storage: KeyValueStorage | null
  readonly #key: string

  /**
   * @param storage - null if the browser gives none
   * @param key - starts with `cinder.`
   */
  constructor(storage: KeyValueStorage | null, key: string) {
    this.#storage = storage
    this.#key = key
    this.#isInMemory = storage === null
  }

  /** The current text, including what another tab wrote; null if there is none. */
  read(): string | null {
    if (this.#isInMemory) return this.#memory
    try {
      return this.#storage?.getItem(this.#key) ?? null
    } catch {
      return this.#memory
    }
  }

  write(text: string): void {
    this.#memory = text
    try {
      this.#storage?.setItem(this.#key, text)
      this.#isInMemory = this.#storage === null
    } catch {
      this.#isInMemory = true
    }
  }

  clear(): void {
    this.#memory = null
    try {
      this.#storage?.removeItem(this.#key)
    } catch {
      // If nothing can be removed, nothing could be written either.
    }
  }
}
