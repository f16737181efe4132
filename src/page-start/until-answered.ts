/** The connection to the shop's server. */
export interface Connection {
  readonly fetch: (file: string) => Promise<Pick<Response, 'status' | 'blob'>>
  readonly pause: (ms: number) => Promise<unknown>
}

const FIRST_PAUSE_MS = 1000
const LONGEST_PAUSE_MS = 60_000

/**
 * Fetch files one after the other until the server has answered for each. A file that does not come
 * is asked for again, at growing intervals. That a file is gone is an answer too: a newer shop has
 * others.
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
    // To the end, so that the browser keeps it.
    await response.blob()
    return response.status < 500
  } catch {
    return false
  }
}
