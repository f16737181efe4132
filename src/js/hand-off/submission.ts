import type { CartLine } from '../cart/cart.ts'
import { isQuantity } from '../cart/cart.ts'
import { isRecord, parseJson } from '../lib/json.ts'
import { FAILURES, type Failure } from './response.ts'
import type { HandOffConfig } from './hand-off.ts'
import { orderSchema, type Order } from '../order/order-schema.ts'

/** Where the order is kept from the last button until it is confirmed. */
export const ATTEMPT_KEY = 'cinder.order'

/** Where the last order is kept for its confirmation to survive a reload, until the tab is closed. */
export const LAST_KEY = 'cinder.order.last'

/** How far the handing over of an order has come. */
export type AttemptState =
  /** Being sent; where nobody is sending, the page was closed half-way. */
  | 'sending'
  /** Waits for the line to come back. */
  | 'waiting'
  | 'failed'
  /** Given to another program or site, which does not tell us: the shopper has to. */
  | 'handed'
  /** Back in the form, under the same number. */
  | 'changing'

/** An order that is being handed over: everything needed to go on in another tab or tomorrow. */
export interface Attempt {
  readonly state: AttemptState
  readonly by: HandOffConfig['by']
  readonly order: Order
  /** The lines of the cart it was written from, which leave the cart when it has arrived. */
  readonly cart: readonly CartLine[]
  readonly failure: Failure | null
  /** Whether some try so far may have arrived. */
  readonly mayHaveArrived: boolean
}

/** What is left of an attempt when the order has arrived; no word of whom it was for. */
export interface SentNote {
  readonly state: 'sent'
  readonly id: string
}

/** Write an attempt for storage. */
export function writeAttempt(attempt: Attempt | SentNote): string {
  return JSON.stringify({ version: 1, ...attempt })
}

const STATES: readonly unknown[] = ['sending', 'waiting', 'failed', 'handed', 'changing']
const WAYS: readonly unknown[] = ['email', 'form', 'paypal', 'shopify']

/** Read an attempt from storage, whatever the text is; null for none. */
export function readAttempt(text: string | null): Attempt | SentNote | null {
  const data = parseJson(text ?? '')
  if (!isRecord(data) || data['version'] !== 1) return null
  const { state, by, cart, failure } = data
  if (state === 'sent') return { state, id: String(data['id']) }
  const order = orderSchema.safeParse(data['order'])
  if (!order.success || !STATES.includes(state) || !WAYS.includes(by)) return null
  return {
    state: state as AttemptState,
    by: by as HandOffConfig['by'],
    order: order.data,
    cart: Array.isArray(cart) ? cart.filter(isCartLine) : [],
    failure: FAILURES.find((one) => one === failure) ?? null,
    mayHaveArrived: data['mayHaveArrived'] === true,
  }
}

function isCartLine(data: unknown): data is CartLine {
  return isRecord(data) && typeof data['sku'] === 'string' && isQuantity(data['quantity'])
}
