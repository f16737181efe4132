import { isRecord, parseJson } from '../lib/json.ts'
import type { KeyValueStorage } from '../lib/storage.ts'

/** The one call of the Web Locks API that we need. */
export interface Locks {
  request<Result>(
    name: string,
    options: { readonly ifAvailable: true },
    callback: (lock: unknown) => Promise<Result>,
  ): Promise<Result>
}

/** What a lock is taken with. Passed in, because tests have no browser. */
export interface TabLockTools {
  /** Undefined on plain HTTP and in old browsers, where storage is used instead. */
  readonly locks: Locks | undefined
  readonly storage: KeyValueStorage | null
  readonly nowMs: () => number
  readonly wait: (ms: number) => Promise<void>
  /** Different for each page. */
  readonly token: string
}

/** How long a lock in storage is valid if its page died: longer than any request takes. */
const STALE_MS = 90_000
/** How long another tab may take to write its own lock over ours. */
const SETTLE_MS = 60

/**
 * Do something that only one tab at a time may do, and that this tab may do only once at a time.
 *
 * @returns what `work` returned, or undefined if the lock is taken
 */
export async function withTabLock<Result>(
  name: string,
  tools: TabLockTools,
  work: () => Promise<Result>,
): Promise<Result | undefined> {
  if (tools.locks !== undefined) {
    return tools.locks.request(name, { ifAvailable: true }, async (lock) =>
      lock === null ? undefined : work(),
    )
  }
  return withStorageLock(name, tools, work)
}

/** Locks held by this page, in case storage is blocked. */
const held = new Set<string>()

async function withStorageLock<Result>(
  name: string,
  { storage, nowMs, wait, token }: TabLockTools,
  work: () => Promise<Result>,
): Promise<Result | undefined> {
  const key = `${name}.claim`
  if (held.has(name) || isTaken(storage, key, nowMs())) return undefined
  held.add(name)
  try {
    const own = JSON.stringify({ token, untilMs: nowMs() + STALE_MS })
    write(storage, key, own)
    // If two tabs write at the same time, the later one wins. After a moment, both see which.
    await wait(SETTLE_MS)
    const current = read(storage, key)
    if (current !== null && current !== own) return undefined
    try {
      return await work()
    } finally {
      remove(storage, key)
    }
  } finally {
    held.delete(name)
  }
}

function isTaken(storage: KeyValueStorage | null, key: string, nowMs: number): boolean {
  const lock = parseJson(read(storage, key) ?? '')
  return isRecord(lock) && typeof lock['untilMs'] === 'number' && lock['untilMs'] > nowMs
}

function read(storage: KeyValueStorage | null, key: string): string | null {
  try {
    return storage?.getItem(key) ?? null
  } catch {
    return null
  }
}

function write(storage: KeyValueStorage | null, key: string, value: string): void {
  try {
    storage?.setItem(key, value)
  } catch {
    // Full or blocked: then only this page is protected from sending twice.
  }
}

function remove(storage: KeyValueStorage | null, key: string): void {
  try {
    storage?.removeItem(key)
  } catch {
    // Then nothing was written either.
  }
}
