import type { Order } from '../order/order-schema.ts'
import { orderSubject, orderText } from '../order/order-text.ts'
import { idempotencyKey } from '../order/order.ts'
import { hostOf } from './host-of.ts'
import type { HandOff, HandOffConfig, HandOffContext } from './types.ts'

/**
 * Our script sends the order to a form service. The fields are flat, because services list them in
 * an e-mail one below the other; `order` is the whole document as JSON.
 *
 * @see https://help.formspree.io/hc/en-us/articles/360013470814 — JSON with `Accept`, `_gotcha`
 * @see https://docs.web3forms.com — `access_key`, `botcheck`
 * @see https://docs.netlify.com/manage/forms/setup/ — form-encoded with `form-name`
 */
export function byForm(config: HandOffConfig<'form'>): HandOff {
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
          // After a redirect we couldn't tell whether the order arrived.
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
  config: HandOffConfig<'form'>,
  { t, honeypot }: HandOffContext,
): Record<string, string> {
  return {
    ...config.fields,
    subject: orderSubject(order, t),
    name: order.contact.name,
    // Services reply to this address.
    email: order.contact.email,
    order_id: order.id,
    idempotency_key: idempotencyKey(order),
    message: orderText(order, t),
    order: JSON.stringify(order),
    [config.honeypot]: honeypot,
  }
}
