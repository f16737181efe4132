import { methodsFor, type ShippingMethod } from '../cart/shipping.ts'
import type { DetailValues } from './details.ts'

/** The shipping method for the chosen country, and the one that the shopper would rather have. */
export interface ChosenMethod {
  /** Undefined if the shop has no shipping price for the country. */
  readonly method: ShippingMethod | undefined
  /** What the shopper chose last, if the country has nothing of what was chosen. */
  readonly missed: ShippingMethod | undefined
}

/**
 * Choose a shipping method: what the shopper chose last of what the country has, or its first.
 * `delivery` lists everything that was chosen so far, so that a choice comes back with its country.
 */
export function chooseMethod(
  methods: readonly ShippingMethod[],
  { country, delivery }: Pick<DetailValues, 'country' | 'delivery'>,
): ChosenMethod {
  const available = methodsFor(methods, country)
  const wanted = delivery
    .split(' ')
    .flatMap((id) => methods.filter((method) => method.id === id))
    .map((one) => available.find(({ id }) => id === one.id) ?? sameName(available, one) ?? one)
  const method = wanted.find((one) => available.includes(one))
  if (method !== undefined) return { method, missed: undefined }
  return { method: available[0], missed: wanted[0] }
}

/** Express to another country may be a method of its own. */
function sameName(
  methods: readonly ShippingMethod[],
  { name }: ShippingMethod,
): ShippingMethod | undefined {
  return methods.find((method) => method.name === name)
}

/** Add a choice to those made before. */
export function addChoice(delivery: string, id: string): string {
  return [id, ...delivery.split(' ').filter((one) => one !== '' && one !== id)].join(' ')
}
