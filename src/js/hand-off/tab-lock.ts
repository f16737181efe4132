/** The one call of the Web Locks API we need. */
export interface Locks {
  request<Result>(
    name: string,
    options: { readonly ifAvailable: true },
    callback: (lock: unknown) => Promise<Result>,
  ): Promise<Result>
}

/** What a claim needs where there are no locks: on plain HTTP, or in an old browser. */
export interface ClaimStorage {
  getItem(key: string): string | null
  setItem(key: string, value: string): void
  removeItem(key: string): void
}

/** What a claim is made with; passed in, since tests have no browser. */
export interface ClaimTools {
  readonly locks: Locks | undefined
  readonly storage: ClaimStorage | null
  readonly nowMs: () => number
  readonly wait: (ms: number) => Promise<void>
  /** Differs for each page. */
  readonly token: string
}

/** A claim of a page that died is believed no longer than this: longer than any request lasts. */
const STALE_MS = 90_000
/** How long another tab may take to have written its own claim over ours. */
const SETTLE_MS = 60

/**
 * Do something that only one tab of the browser may do at a time, and only once at a time in this
 * one.
 *
 * @returns what it returned, or undefined where another is at it
 */
export async function claim<Result>(
  name: string,
  tools: ClaimTools,
  work: () => Promise<Result>,
): Promise<Result | undefined> {
  if (tools.locks !== undefined) {
    return tools.locks.request(name, { ifAvailable: true }, async (lock) =>
      lock === null ? undefined : work(),
    )
  }
  return claimInStorage(name, tools, work)
}

/** Names at work in this page, for storage that is blocked and can't tell. */
const atWork = new Set<string>()

async function claimInStorage<Result>(
  name: string,
  { storage, nowMs, wait, token }: ClaimTools,
  work: () => Promise<Result>,
): Promise<Result | undefined> {
  const key = `${name}.claim`
  if (atWork.has(name) || isHeld(storage, key, nowMs())) return undefined
  atWork.add(name)
  try {
    const mine = JSON.stringify({ token, untilMs: nowMs() + STALE_MS })
    write(storage, key, mine)
    // Two tabs may write at the same time; the later stands, and both see which that is.
    await wait(SETTLE_MS)
    const standing = read(storage, key)
    if (standing !== null && standing !== mine) return undefined
    try {
      return await work()
    } finally {
      remove(storage, key)
    }
  } finally {
    atWork.delete(name)
  }
}

function isHeld(storage: ClaimStorage | null, key: string, nowMs: number): boolean {
  try {
    const claimed = JSON.parse(read(storage, key) ?? 'null') as { untilMs?: unknown } | null
    return typeof claimed?.untilMs === 'number' && claimed.untilMs > nowMs
  } catch {
    return false
  }
}

function read(storage: ClaimStorage | null, key: string): string | null {
  try {
    return storage?.getItem(key) ?? null
  } catch {
    return null
  }
}

function write(storage: ClaimStorage | null, key: string, value: string): void {
  try {
    storage?.setItem(key, value)
  } catch {
    // Full or blocked: this page alone decides, as it did before there were tabs.
  }
}

function remove(storage: ClaimStorage | null, key: string): void {
  try {
    storage?.removeItem(key)
  } catch {
    // Nothing was written either.
  }
}
