/** The network and the clock, so that tests can replace them. */
export interface Connection {
  readonly fetch: (file: string) => Promise<Pick<Response, 'status' | 'blob'>>
  readonly pause: (ms: number) => Promise<unknown>
}

const FIRST_PAUSE_MS = 1000
const LONGEST_PAUSE_MS = 60_000

/**
 * Fetch files one by one until the server has answered for each. If a request fails, try again at
 * growing intervals. A 404 counts as an answer, because a newer version of the shop has other
 * files.
 */
export async function untilAnswered(
  files: readonly string[],
  { fetch, pause }: Connection,
): Promise<void> {
  for (const file of files) {
    let ms = FIRST_PAUSE_MS
    while (!(await isAnswered(file, fetch))) {
      await pause(ms)
      ms = Math.min(2 * ms, LONGEST_PAUSE_MS)
    }
  }
}

async function isAnswered(file: string, fetch: Connection['fetch']): Promise<boolean> {
  try {
    const response = await fetch(file)
    // Read the whole body, so that the browser caches it.
    await response.blob()
    return response.status < 500
  } catch {
    return false
  }
}
