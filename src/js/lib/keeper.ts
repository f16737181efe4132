/** The calls of `Storage` that are needed; any may throw. */
export type KeeperStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/**
 * One text kept under one key, in storage where that works and in memory where it does not. What
 * is in memory is lost with the page, which is all a browser without storage can offer.
 */
export class Keeper {
  #memory: string | null = null
  #isInMemory = false
  readonly #storage: KeeperStorage | null
  readonly key: string

  /**
   * @param storage - null where the browser gives none
   * @param key - starts with `cinder.`
   */
  constructor(storage: KeeperStorage | null, key: string) {
    this.#storage = storage
    this.key = key
    if (storage === null) this.#isInMemory = true
  }

  /** The text as it stands now, another tab's included; null for none. */
  read(): string | null {
    if (this.#isInMemory) return this.#memory
    try {
      return this.#storage?.getItem(this.key) ?? null
    } catch {
      return this.#memory
    }
  }

  /** Keep a text in place of the one before. */
  write(text: string): void {
    this.#memory = text
    try {
      this.#storage?.setItem(this.key, text)
      this.#isInMemory = this.#storage === null
    } catch {
      this.#isInMemory = true
    }
  }

  /** Keep nothing any more. */
  clear(): void {
    this.#memory = null
    try {
      this.#storage?.removeItem(this.key)
    } catch {
      // Where nothing can be removed nothing could be written.
    }
  }
}
