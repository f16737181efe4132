import type { FormConfig, HandOff, HandOffContext } from './hand-off.ts'
import { orderSubject } from './email.ts'
import type { Order } from '../order/order-schema.ts'
import { idempotencyKey } from '../order/order.ts'
import { orderText } from '../order/order-text.ts'

/**
 * The order sent to a form service. Its fields are flat, since services write them into an e-mail
 * one below the other; `order` holds the whole document as JSON.
 *
 * @see https://help.formspree.io/hc/en-us/articles/360013470814 — JSON with `Accept`, `_gotcha`
 * @see https://docs.web3forms.com — `access_key`, `botcheck`
 * @see https://docs.netlify.com/manage/forms/setup/ — form-encoded with `form-name`
 */
export function byForm(config: FormConfig): HandOff {
  return {
    by: 'form',
    receiver: hostOf(config.endpoint),
    prepare: (order, context) => {
      const fields = formFields(order, config, context)
      const isJson = config.encoding === 'json'
      return {
        kind: 'request',
        url: config.endpoint,
        timeoutMs: config.timeoutMs,
        confirmation: config.confirmation,
        init: {
          method: 'POST',
          headers: {
            Accept: 'application/json',
            'Content-Type': isJson ? 'application/json' : 'application/x-www-form-urlencoded',
            ...(config.idempotencyHeader === null
              ? {}
              : { [config.idempotencyHeader]: idempotencyKey(order) }),
          },
          body: isJson ? JSON.stringify(fields) : new URLSearchParams(fields).toString(),
          // Where it leads we would not know whether the order has arrived.
          redirect: 'manual',
          credentials: 'omit',
          referrerPolicy: 'strict-origin-when-cross-origin',
        },
      }
    },
  }
}

function formFields(
  order: Order,
  config: FormConfig,
  { t, honeypot }: HandOffContext,
): Record<string, string> {
  return {
    ...config.fields,
    subject: orderSubject(order, t),
    name: order.contact.name,
    // Services answer to it.
    email: order.contact.email,
    order_id: order.id,
    idempotency_key: idempotencyKey(order),
    message: orderText(order, t),
    order: JSON.stringify(order),
    [config.honeypot]: honeypot,
  }
}

/** "formspree.io" of an address; nothing of one on the shop's own host. */
export function hostOf(address: string): string {
  return /^https?:\/\/([^/?#]+)/.exec(address)?.[1] ?? ''
}
