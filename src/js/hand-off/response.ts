import { parseJson } from '../lib/json.ts'
import type { FormConfig } from './hand-off.ts'

/** Why an order has not been confirmed; each is a key of `checkout.failure`. */
export const FAILURES = [
  'offline',
  'timeout',
  'unreachable',
  'refused',
  'server-error',
  'redirected',
  'unclear',
  'interrupted',
  'catalogue',
] as const

/** One of {@link FAILURES}. */
export type Failure = (typeof FAILURES)[number]

/**
 * Failures after which nobody knows whether the order arrived. The others are certain: it did not.
 * `unreachable` is not certain, since a browser tells a lost answer and a forbidden one alike.
 */
const UNSURE: ReadonlySet<Failure> = new Set<Failure>([
  'timeout',
  'unreachable',
  'server-error',
  'redirected',
  'unclear',
  'interrupted',
])

/** Whether the order may have arrived all the same. */
export function mayHaveArrived(failure: Failure): boolean {
  return UNSURE.has(failure)
}

/** What an endpoint answered. */
export interface Answer {
  /** As `Response.type` has it. */
  readonly type: string
  readonly status: number
  readonly body: string
}

/** Judge an answer: null, the order was received, or why we can't say so. */
export function judgeAnswer(
  { type, status, body }: Answer,
  { confirmation }: Pick<FormConfig, 'confirmation'>,
): Failure | null {
  if (type === 'opaqueredirect' || (status >= 300 && status < 400)) return 'redirected'
  if (status >= 500) return 'server-error'
  if (status < 200 || status >= 400) return 'refused'
  return confirmation === 'status' || confirms(body) ? null : 'unclear'
}

/** JSON that says nothing to the contrary: Formspree's `ok`, Web3Forms' `success`. */
function confirms(body: string): boolean {
  const data = parseJson(body)
  if (typeof data !== 'object' || data === null) return false
  const { ok, success, error, errors } = data as Readonly<Record<string, unknown>>
  return ok !== false && success !== false && !error && !isFilled(errors)
}

function isFilled(errors: unknown): boolean {
  return Array.isArray(errors) ? errors.length > 0 : Boolean(errors)
}
