import type { KeyValueStorage } from './storage.ts'

/** One text under one key. */
export interface StoredText {
  /** The current text, including what another tab wrote; null if there is none. */
  read(): string | null
  /** @param text - null to remove it */
  write(text: string | null): void
}

/**
 * Open a text that is kept in storage if that works, or else in memory until the page is closed.
 *
 * @param storage - null if the browser gives none
 * @param key - starts with `cinder.`
 */
export function openStoredText(storage: KeyValueStorage | null, key: string): StoredText {
  // What storage didn't take; undefined if it took everything.
  let memory: string | null | undefined
  return {
    read() {
      if (memory !== undefined) return memory
      try {
        return storage?.getItem(key) ?? null
      } catch {
        return null
      }
    },
    write(text) {
      memory = storage === null ? text : undefined
      try {
        if (text === null) storage?.removeItem(key)
        else storage?.setItem(key, text)
      } catch {
        memory = text
      }
    },
  }
}
