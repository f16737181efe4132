/** The calls of `Storage` that the shop uses. Any of them may throw. */
export interface KeyValueStorage extends Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> {
  /** Whether it was full, so that another storage had to take a value. */
  readonly hasFallenBack?: boolean
}

/** What can be wrong with storage. Each has a text under `script.storage` in the locale files. */
export const STORAGE_FAULTS = ['blocked', 'full', 'unreadable'] as const
export type StorageFault = (typeof STORAGE_FAULTS)[number]
