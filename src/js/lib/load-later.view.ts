import { createLoadLater, type LaterFiles, type LoadLater } from './load-later.ts'

/** Load a chunk of the page's scripts on demand. After a failure, the next call tries again. */
export const loadLater: LoadLater = (name, load) => {
  const data = document.getElementById('site-data')?.textContent ?? '{}'
  const { later = {} } = JSON.parse(data) as { readonly later?: LaterFiles }
  return createLoadLater(later, (url) => fetch(url))(name, load)
}
