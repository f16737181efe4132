import { isRecord, parseJson } from '../lib/json.ts'
import type { Parsed, StoredFormat } from '../lib/stored-format.ts'
import { DETAIL_FIELDS, emptyValues, type DetailValues } from './details.ts'

/** Session storage key of the checkout form, until its order has arrived. */
export const DRAFT_KEY = 'cinder.checkout'

/** The checkout form as typed so far, and the number its order will have. */
export interface Draft {
  readonly id: string
  readonly values: DetailValues
}

/** Id and country of a new draft. */
export interface NewDraft {
  readonly id: string
  readonly country: string
}

/** Make an empty draft. */
export function newDraft({ id, country }: NewDraft): Draft {
  return { id, values: emptyValues(country) }
}

/**
 * How a draft is stored.
 *
 * @param fresh - gives id and country where none are stored
 */
export function draftFormat(fresh: () => NewDraft): StoredFormat<Draft> {
  return {
    key: DRAFT_KEY,
    isShared: false,
    parse: (text) => parseDraft(text, newDraft(fresh())),
    serialize: ({ id, values }) => JSON.stringify({ version: 1, id, values }),
  }
}

function parseDraft(text: string | null, empty: Draft): Parsed<Draft> {
  const data = parseJson(text ?? '')
  if (!isRecord(data) || data['version'] !== 1) return { value: empty, isWhole: text === null }
  const { id, values } = data
  const typed = isRecord(values) ? values : {}
  const isText = (field: string): boolean => typeof (typed[field] ?? '') === 'string'
  const entries = DETAIL_FIELDS.map((field) => [
    field,
    isText(field) ? (typed[field] ?? empty.values[field]) : empty.values[field],
  ])
  const isNumber = typeof id === 'string' && /^\d{8}-\w{4}-\w{4}$/.test(id)
  return {
    value: {
      id: isNumber ? id : empty.id,
      values: Object.fromEntries(entries) as DetailValues,
    },
    isWhole: isNumber && isRecord(values) && DETAIL_FIELDS.every(isText),
  }
}
