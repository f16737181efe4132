import { normalizeCode, normalizeLines, normalizeText } from '../lib/normalize.ts'
import { addressFormat } from '../order/address-format.ts'
import { addressSchema, contactSchema, noteSchema } from '../order/order-schema.ts'
import type { Details } from '../order/order.ts'
import { canonicalPostal, isPostal } from '../order/postal-code.ts'
import { canonicalEmail } from './canonical-email.ts'

/** The fields of the checkout form, in the order of the document, not of the page. */
export const DETAIL_FIELDS = [
  'name',
  'email',
  'phone',
  'country',
  'line1',
  'line2',
  'city',
  'region',
  'postal',
  'delivery',
  'note',
] as const

export type DetailField = (typeof DETAIL_FIELDS)[number]

/** The form's values, as typed or as {@link canonicalValues} writes them. */
export type DetailValues = Readonly<Record<DetailField, string>>

/** What is wrong with a field: a key of `checkout.problem`. */
export type DetailProblem = 'missing' | 'too-long' | 'email' | 'postal' | 'invalid'

export type DetailProblems = Readonly<Partial<Record<DetailField, DetailProblem>>>

/** An empty form. */
export function emptyValues(country: string): DetailValues {
  const empty = Object.fromEntries(DETAIL_FIELDS.map((name) => [name, ''])) as DetailValues
  return { ...empty, country }
}

const CANONICAL: Readonly<Record<DetailField, (text: string, country: string) => string>> = {
  name: normalizeText,
  email: canonicalEmail,
  phone: (text) => normalizeCode(text).replace(/^(?:tel: ?)+/i, ''),
  country: normalizeText,
  line1: normalizeText,
  line2: normalizeText,
  city: normalizeText,
  region: normalizeText,
  postal: canonicalPostal,
  delivery: normalizeText,
  note: normalizeLines,
}

/** Write what was typed into a field as it is stored and sent. Twice is the same as once. */
export function canonicalValue(name: DetailField, values: DetailValues): string {
  return CANONICAL[name](values[name], values.country)
}

/** Write the whole form as it is stored and sent. */
export function canonicalValues(values: DetailValues): DetailValues {
  const entries = DETAIL_FIELDS.map((name) => [name, canonicalValue(name, values)])
  return Object.fromEntries(entries) as DetailValues
}

/** Read the form: details, or what is wrong. */
export function readDetails(
  values: DetailValues,
): { readonly details: Details } | { readonly problems: DetailProblems } {
  const tidy = canonicalValues(values)
  const contact = contactSchema.safeParse(tidy)
  const address = addressSchema.safeParse(tidy)
  const note = noteSchema.safeParse(tidy.note)
  const problems: Partial<Record<DetailField, DetailProblem>> = {
    ...problemsOf(contact.error),
    ...problemsOf(address.error),
    ...(note.success ? {} : { note: 'too-long' as const }),
    ...countryProblems(tidy),
  }
  if (!contact.success || !address.success || Object.keys(problems).length > 0) return { problems }
  return {
    details: {
      contact: contact.data,
      address: address.data,
      note: tidy.note,
      delivery: tidy.delivery,
    },
  }
}

/** What only some countries ask for. */
function countryProblems(values: DetailValues): DetailProblems {
  const { required } = addressFormat(values.country)
  const missing = required.filter((name) => values[name] === '')
  const isOdd = values.postal !== '' && !isPostal(values.postal, values.country)
  return {
    ...(isOdd ? { postal: 'postal' as const } : {}),
    ...Object.fromEntries(missing.map((name) => [name, 'missing' as const])),
  }
}

interface Issue {
  readonly code: string
  readonly path: readonly PropertyKey[]
}

/** The first issue of each field, in terms of what a shopper can do about it. */
function problemsOf(
  error: { readonly issues: readonly unknown[] } | undefined,
): Partial<Record<DetailField, DetailProblem>> {
  const issues = (error?.issues ?? []) as readonly Issue[]
  return Object.fromEntries(
    issues.toReversed().map((issue) => [String(issue.path[0]), problemOf(issue)]),
  )
}

function problemOf({ code, path }: Issue): DetailProblem {
  if (code === 'too_small') return 'missing'
  if (code === 'too_big') return 'too-long'
  if (path[0] === 'email') return 'email'
  return path[0] === 'country' ? 'missing' : 'invalid'
}
