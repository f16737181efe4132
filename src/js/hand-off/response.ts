import { parseJson } from '../lib/json.ts'
import type { HandOffConfig } from './types.ts'

/**
 * Why an order was not confirmed, and whether it may have arrived anyway. Each is a key of
 * `checkout.failure`. `unreachable` is uncertain because a browser reports a lost response and one
 * forbidden by CORS in the same way.
 */
const MAY_HAVE_ARRIVED = {
  offline: false,
  timeout: true,
  unreachable: true,
  refused: false,
  'server-error': true,
  redirected: true,
  unclear: true,
  interrupted: true,
  catalogue: false,
}

export type Failure = keyof typeof MAY_HAVE_ARRIVED
export const FAILURES = Object.keys(MAY_HAVE_ARRIVED) as readonly Failure[]

/** Whether the order may have arrived despite a failure. */
export function mayHaveArrived(failure: Failure): boolean {
  return MAY_HAVE_ARRIVED[failure]
}

/** The parts of an endpoint's response that decide. */
export interface EndpointResponse {
  /** `Response.type` */
  readonly type: string
  readonly status: number
  readonly body: string
}

/** Judge a response: null if the order was received, or the reason why we can't say so. */
export function judgeResponse(
  { type, status, body }: EndpointResponse,
  { confirmation }: Pick<HandOffConfig<'form'>, 'confirmation'>,
): Failure | null {
  if (type === 'opaqueredirect' || (status >= 300 && status < 400)) return 'redirected'
  if (status >= 500) return 'server-error'
  if (status < 200 || status >= 400) return 'refused'
  return confirmation === 'status' || confirms(body) ? null : 'unclear'
}

/** Whether the body is JSON without an error: Formspree sends `ok`, Web3Forms `success`. */
function confirms(body: string): boolean {
  const data = parseJson(body)
  if (typeof data !== 'object' || data === null) return false
  const { ok, success, error, errors } = data as Readonly<Record<string, unknown>>
  return ok !== false && success !== false && !error && !isFilled(errors)
}

function isFilled(errors: unknown): boolean {
  return Array.isArray(errors) ? errors.length > 0 : Boolean(errors)
}
