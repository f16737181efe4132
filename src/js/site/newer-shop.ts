type NoteStorage = Pick<Storage, 'getItem' | 'setItem'>

const KEY = 'cinder.newer'

/**
 * Decide whether a page that met a newer shop may load itself again. Once for each newer version, so
 * that an old page from some cache on the way does not reload for ever; and only where the cart
 * survives it.
 *
 * @param version - of the catalogue that the page could not read
 * @param storage - throws where the browser blocks it
 */
export function mayReload(
  version: number,
  isCartKept: boolean,
  storage: () => NoteStorage,
): boolean {
  if (!isCartKept) return false
  try {
    if (storage().getItem(KEY) === String(version)) return false
    storage().setItem(KEY, String(version))
    return true
  } catch {
    return false
  }
}
