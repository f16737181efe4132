/** The calls of `Storage` that the shop uses. Any of them may throw. */
export type KeyValueStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** What can be wrong with storage: keys of `storage` among the words for scripts. */
export const STORAGE_FAULTS = ['blocked', 'full', 'unreadable'] as const
export type StorageFault = (typeof STORAGE_FAULTS)[number]
