import { addressFormat, type AddressField } from '../order/address-format.ts'
import { addressSchema, contactSchema, noteSchema } from '../order/order-schema.ts'
import type { Details } from '../order/order.ts'

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

/** The form's values as typed. */
export type DetailValues = Readonly<Record<DetailField, string>>

/** What is wrong with a field: a key of `checkout.problem`. */
export type DetailProblem = 'missing' | 'too-long' | 'email' | 'postal' | 'invalid'

export type DetailProblems = Readonly<Partial<Record<DetailField, DetailProblem>>>

/** An empty form. */
export function emptyValues(country: string): DetailValues {
  const empty = Object.fromEntries(DETAIL_FIELDS.map((name) => [name, ''])) as DetailValues
  return { ...empty, country }
}

/**
 * Clean up a typed line: no control characters, no half emoji, no marks that reverse the direction
 * of the text around them (U+202A–202E, U+2066–2069), single spaces.
 */
export function tidyLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/** The same for a text of several lines. */
export function tidyText(text: string): string {
  return text
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .split('\n')
    .map((line) => line.replace(/\s+$/, ''))
    .map((line) => (line === '' ? '' : `${/^\s*/.exec(line)?.[0] ?? ''}${tidyLine(line)}`))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/** Read the form: details, or what is wrong. Fields that the country doesn't use are dropped. */
export function readDetails(
  values: DetailValues,
): { readonly details: Details } | { readonly problems: DetailProblems } {
  const tidy = tidyValues(values)
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

function tidyValues(values: DetailValues): DetailValues {
  const { fields } = addressFormat(values.country)
  const asked = new Set<string>(fields)
  const isDropped = (name: string): boolean => ADDRESS.has(name) && !asked.has(name)
  return Object.fromEntries(
    DETAIL_FIELDS.map((name) => {
      if (isDropped(name)) return [name, '']
      return [name, name === 'note' ? tidyText(values.note) : tidyLine(values[name])]
    }),
  ) as DetailValues
}

const ADDRESS = new Set<string>(['line1', 'line2', 'city', 'region', 'postal'])

/** What only some countries ask for. */
function countryProblems(values: DetailValues): DetailProblems {
  const { required, pattern } = addressFormat(values.country)
  const missing = required.filter((name: AddressField) => values[name] === '')
  const isOdd =
    pattern !== '' && values.postal !== '' && !new RegExp(`^(?:${pattern})$`).test(values.postal)
  return {
    ...(isOdd ? { postal: 'postal' as const } : {}),
    ...Object.fromEntries(missing.map((name) => [name, 'missing' as const])),
  }
}

interface Issue {
  readonly code: string
  readonly path: readonly PropertyKey[]
  readonly format?: string
  readonly minimum?: unknown
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

function problemOf({ code, format, path }: Issue): DetailProblem {
  if (code === 'too_small') return 'missing'
  if (code === 'too_big') return 'too-long'
  if (format === 'email') return 'email'
  return path[0] === 'country' ? 'missing' : 'invalid'
}
