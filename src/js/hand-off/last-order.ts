import { isRecord, parseJson } from '../lib/json.ts'
import { checkOrder, type Order } from '../order/order-schema.ts'
import { HAND_OFF_KINDS, type HandOffKind } from './types.ts'

/** Session storage key of the last order sent, so that its confirmation survives a reload. */
export const LAST_ORDER_KEY = 'cinder.order.last'

export interface LastOrder {
  readonly by: HandOffKind
  readonly order: Order
}

/** Write the last order for storage. */
export function writeLastOrder({ by, order }: LastOrder): string {
  return JSON.stringify({ by, order })
}

/** Read the last order from storage; null if there is none, or if it can't be read. */
export function readLastOrder(text: string | null): LastOrder | null {
  const data = parseJson(text ?? '')
  if (!isRecord(data)) return null
  const order = checkOrder(data['order'])
  const by = HAND_OFF_KINDS.find((one) => one === data['by'])
  return typeof order === 'string' || by === undefined ? null : { by, order }
}
