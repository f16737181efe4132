/** URLs of the files of each chunk that a page loads on demand, by the chunk's name. */
export type LaterFiles = Readonly<Record<string, readonly string[]>>

/** Load a chunk of the page's scripts on demand. */
export type LoadLater = <Module>(name: string, load: () => Promise<Module>) => Promise<Module>

/**
 * Make a function that loads chunks on demand. While a page is open, browsers remember a module
 * that failed to load, and importing it again fails at once. So we fetch its files first, which can
 * be retried, and the import finds them in the browser's cache.
 *
 * @param files - empty in dev, where Vite serves the modules
 * @param fetchFile - the browser's `fetch`
 */
export function createLoadLater(
  files: LaterFiles,
  fetchFile: (url: string) => Promise<Pick<Response, 'ok' | 'status' | 'blob'>>,
): LoadLater {
  return async (name, load) => {
    await Promise.all(
      (files[name] ?? []).map(async (url) => {
        const response = await fetchFile(url)
        // Read the whole body, so that the browser caches it.
        await response.blob()
        if (!response.ok) throw new Error(`${url}: ${String(response.status)}`)
      }),
    )
    return load()
  }
}
