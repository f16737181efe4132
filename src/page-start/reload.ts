/** The state of one form field. */
export interface FieldState {
  value: string
  /** Only radio buttons and checkboxes have it. */
  checked?: boolean | undefined
}

/** Throws if the browser blocks storage. */
type GetStorage = () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/**
 * The storage key for the fields of a page that is about to reload. It has the page's version and
 * address, because other pages have other fields.
 */
export function reloadKey(
  { dataset }: { readonly dataset: DOMStringMap },
  { href }: { readonly href: string },
): string {
  return `cinder.reload ${dataset['version'] ?? ''} ${href}`
}

/**
 * Save the form fields before a reload. That they are saved also marks the page as reloaded.
 *
 * @throws Error - if storage fails; without this mark, the page could reload forever
 */
export function keepFields(storage: GetStorage, key: string, fields: readonly FieldState[]): void {
  const states = fields.map(({ value, checked }) => ({ value, checked }))
  storage().setItem(key, JSON.stringify(states))
}

/**
 * Read the saved fields and remove them.
 *
 * @returns null if this page was not reloaded
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

/** Restore the fields, which are in the same order as when they were saved. */
export function restoreFields(fields: readonly FieldState[], states: readonly FieldState[]): void {
  for (const [index, field] of fields.entries()) Object.assign(field, states[index])
}
