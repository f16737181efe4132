import { createLoadLater, type LaterFiles, type LoadLater } from './load-later.ts'

/** Loads a part of the page's scripts; asked for again after a failure, it tries again. */
export const loadLater: LoadLater = (name, load) => {
  const data = document.getElementById('site-data')?.textContent ?? '{}'
  const { later = {} } = JSON.parse(data) as { readonly later?: LaterFiles }
  return createLoadLater(later, (url) => fetch(url))(name, load)
}
