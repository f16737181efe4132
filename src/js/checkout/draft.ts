import { DETAIL_FIELDS, emptyValues, type DetailValues } from './details.ts'

/** Where what was typed is kept until the order has arrived; dies with the tab. */
export const DRAFT_KEY = 'cinder.checkout'

/** A form half filled in, and the number its order will have. */
export interface Draft {
  readonly id: string
  readonly values: DetailValues
}

/** Write a draft for storage. */
export function writeDraft({ id, values }: Draft): string {
  return JSON.stringify({ version: 1, id, values })
}

/**
 * Read a draft from storage, whatever the text is: what can't be read is empty.
 *
 * @param text - what storage holds, or null for nothing
 * @param fresh - number and country of a new draft
 */
export function readDraft(
  text: string | null,
  fresh: { readonly id: string; readonly country: string },
): Draft {
  const empty = emptyValues(fresh.country)
  const data = parseRecord(text)
  if (data?.['version'] !== 1) return { id: fresh.id, values: empty }
  const values = toRecord(data['values']) ?? {}
  const entries = DETAIL_FIELDS.map((name) => {
    const value = values[name]
    return [name, typeof value === 'string' ? value : empty[name]]
  })
  const isNumber = typeof data['id'] === 'string' && /^\d{8}-\w{4}-\w{4}$/.test(data['id'])
  return {
    id: isNumber ? (data['id'] as string) : fresh.id,
    values: Object.fromEntries(entries) as DetailValues,
  }
}

function parseRecord(text: string | null): Record<string, unknown> | undefined {
  try {
    return toRecord(JSON.parse(text ?? ''))
  } catch {
    return undefined
  }
}

function toRecord(data: unknown): Record<string, unknown> | undefined {
  return typeof data === 'object' && data !== null ? (data as Record<string, unknown>) : undefined
}
