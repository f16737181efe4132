/** What one field of a form holds, and whether it is chosen. */
export interface FieldState {
  value: string
  /** Only radio buttons and checkboxes have it. */
  checked?: boolean | undefined
}

/** Throws where the browser blocks storage. */
type GetStorage = () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/**
 * Under what the note is kept that a page is loaded once more: for its address and its version, since
 * the fields of another page are others.
 */
export function reloadKey(
  { dataset }: { readonly dataset: DOMStringMap },
  { href }: { readonly href: string },
): string {
  return `cinder.reload ${dataset['version'] ?? ''} ${href}`
}

/**
 * Note that a page is about to be loaded once more, and what its fields hold.
 *
 * @throws Error - where it can't be kept; without the note, a page could be loaded for ever
 */
export function keepFields(storage: GetStorage, key: string, fields: readonly FieldState[]): void {
  const states = fields.map(({ value, checked }) => ({ value, checked }))
  storage().setItem(key, JSON.stringify(states))
}

/**
 * Read the note and remove it.
 *
 * @returns what the fields held, or null where this page was not loaded once more
 */
export function takeFields(storage: GetStorage, key: string): readonly FieldState[] | null {
  try {
    const text = storage().getItem(key)
    storage().removeItem(key)
    return JSON.parse(text ?? 'null') as readonly FieldState[] | null
  } catch {
    return null
  }
}

/** Put back what the same fields held, in their order. */
export function restoreFields(fields: readonly FieldState[], states: readonly FieldState[]): void {
  for (const [index, field] of fields.entries()) Object.assign(field, states[index])
}
