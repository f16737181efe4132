/** The files of each part of a page's scripts that comes later, as addresses, by the part's name. */
export type LaterFiles = Readonly<Record<string, readonly string[]>>

/** Loads a part of the page's scripts when it is wanted. */
export type LoadLater = <Module>(name: string, load: () => Promise<Module>) => Promise<Module>

/**
 * Make what loads the later parts of a page's scripts. Browsers remember a module that did not come
 * for as long as the page is open, and a second import fails at once. So its files are fetched first,
 * which can be tried again, and the import finds them in the browser's cache.
 *
 * @param files - none in dev, where Vite's own server is asked
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
        // To the end, so that the browser keeps it.
        await response.blob()
        if (!response.ok) throw new Error(`${url}: ${String(response.status)}`)
      }),
    )
    return load()
  }
}
