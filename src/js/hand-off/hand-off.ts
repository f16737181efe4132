import { byEmail } from './email.ts'
import { byForm } from './form.ts'
import { byPaypal } from './paypal.ts'
import { byShopify } from './shopify.ts'
import type { HandOff, HandOffConfig, HandOffFactory, HandOffKind } from './types.ts'

const FACTORIES: { readonly [Kind in HandOffKind]: HandOffFactory<Kind> } = {
  email: byEmail,
  form: byForm,
  paypal: byPaypal,
  shopify: byShopify,
}

/**
 * Make the hand-off that the shop has chosen.
 *
 * @param email - the shop's e-mail address
 */
export function createHandOff<Kind extends HandOffKind>(
  config: HandOffConfig<Kind>,
  email: string,
): HandOff {
  return FACTORIES[config.by](config, email)
}
