import type { Messages } from '../../src/js/lib/messages.ts'

/** Words that only the pages around an order need; all others are on every page. */
const OF_ORDERS = /^(checkout|order|hand-off)\./

/** Pick the words that a page carries for its scripts: a shopper should not download the rest. */
export function messagesFor(messages: Messages, pages: 'every page' | 'orders'): Messages {
  return Object.fromEntries(
    Object.entries(messages).filter(([key]) => OF_ORDERS.test(key) === (pages === 'orders')),
  )
}
