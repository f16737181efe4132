/** The calls of `Storage` that the shop uses. Any of them may throw. */
export interface KeyValueStorage extends Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> {
  /** Whether it was full, so that another storage had to take a value. */
  readonly hasFallenBack?: boolean
}

/** What can be wrong with storage: keys of `storage` among the words for scripts. */
export const STORAGE_FAULTS = ['blocked', 'full', 'unreadable'] as const
export type StorageFault = (typeof STORAGE_FAULTS)[number]
