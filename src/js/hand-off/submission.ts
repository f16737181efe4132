import { isQuantity, type CartLine } from '../cart/cart.ts'
import { isRecord, parseJson } from '../lib/json.ts'
import type { Parsed, StoredFormat } from '../lib/stored-format.ts'
import { orderSchema, type Order } from '../order/order-schema.ts'
import { FAILURES, type Failure } from './response.ts'
import { HAND_OFF_KINDS, type HandOffKind } from './types.ts'

/** Storage key of the order that is being submitted. */
export const SUBMISSION_KEY = 'cinder.order'

const STATES = [
  // Being sent. If no tab is sending, the page was closed halfway through.
  'sending',
  // Waiting for a connection.
  'waiting',
  'failed',
  // Handed to another program or site that doesn't report back: the shopper has to tell us.
  'handed',
  // Back in the form, under the same number.
  'changing',
] as const
export type SubmissionState = (typeof STATES)[number]

/** An order being submitted, with everything needed to continue in another tab or tomorrow. */
export interface Submission {
  readonly state: SubmissionState
  readonly by: HandOffKind
  readonly order: Order
  /** The cart lines that the order covers. They leave the cart once it has arrived. */
  readonly cart: readonly CartLine[]
  readonly failure: Failure | null
  /** Whether any try so far may have arrived. */
  readonly mayHaveArrived: boolean
}

/** What remains of a submission after the order has arrived. It holds no personal data. */
export interface SentNote {
  readonly state: 'sent'
  readonly id: string
}

/** What storage holds: null if no order was ever submitted. */
export type StoredSubmission = Submission | SentNote | null

/** Read a submission from storage; null if there is none, or if it can't be read. */
export function readSubmission(text: string | null): StoredSubmission {
  return parseSubmission(text).value
}

/** Write a submission for storage. */
export function writeSubmission(submission: Submission | SentNote): string {
  return JSON.stringify({ version: 1, ...submission })
}

export const SUBMISSION_FORMAT: StoredFormat<StoredSubmission> = {
  key: SUBMISSION_KEY,
  // Only the tab that holds the lock writes it.
  isShared: false,
  parse: parseSubmission,
  serialize: (submission) => (submission === null ? null : writeSubmission(submission)),
}

function parseSubmission(text: string | null): Parsed<StoredSubmission> {
  const data = parseJson(text ?? '')
  if (!isRecord(data) || data['version'] !== 1) return { value: null, isWhole: text === null }
  if (data['state'] === 'sent') {
    return { value: { state: 'sent', id: String(data['id']) }, isWhole: true }
  }
  return parseUnderWay(data)
}

function parseUnderWay(data: Readonly<Record<string, unknown>>): Parsed<Submission | null> {
  const { cart } = data
  const state = STATES.find((one) => one === data['state'])
  const by = HAND_OFF_KINDS.find((one) => one === data['by'])
  const order = orderSchema.safeParse(data['order'])
  if (!order.success || state === undefined || by === undefined) {
    return { value: null, isWhole: false }
  }
  const lines = Array.isArray(cart) ? cart.filter(isCartLine) : []
  const failure = FAILURES.find((one) => one === data['failure']) ?? null
  return {
    value: {
      state,
      by,
      order: order.data,
      cart: lines,
      failure,
      mayHaveArrived: data['mayHaveArrived'] === true,
    },
    isWhole: Array.isArray(cart) && lines.length === cart.length && failure === data['failure'],
  }
}

function isCartLine(data: unknown): data is CartLine {
  return isRecord(data) && typeof data['sku'] === 'string' && isQuantity(data['quantity'])
}
