/** The rate for a parcel up to a weight, or for an order up to a subtotal. */
export interface ShippingStep {
  /** Packed weight; null if the step is by subtotal. */
  readonly upToGrams: number | null
  /** Null if the step is by weight. */
  readonly upToMinor: number | null
  readonly rateMinor: number
}

/** What shipping costs, in minor units of the market's currency. */
export interface ShippingRule {
  /** The rate if no step applies; null if the shop has to be asked. */
  readonly rateMinor: number | null
  /** Subtotal from which shipping is free; null if it never is. */
  readonly freeFromMinor: number | null
  /** Rates for lighter parcels or smaller orders, in ascending order. */
  readonly steps?: readonly ShippingStep[]
}

/** A way to ship to certain countries. */
export interface ShippingMethod extends ShippingRule {
  readonly id: string
  readonly name: string
  /** ISO 3166-1, two letters. */
  readonly countries: readonly string[]
  /** Business days after the shop has confirmed the order. */
  readonly days: { readonly from: number; readonly to: number }
}

/** What the shipping rate depends on. */
export interface Parcel {
  readonly subtotalMinor: number
  /** Packed weight. */
  readonly grams: number
}

/**
 * Work out what shipping costs, in minor units; null if the shop has to be asked.
 * An empty order costs nothing to ship.
 */
export function shippingFor(rule: ShippingRule, { subtotalMinor, grams }: Parcel): number | null {
  if (subtotalMinor === 0) return 0
  if (rule.freeFromMinor !== null && subtotalMinor >= rule.freeFromMinor) return 0
  const step = rule.steps?.find(
    ({ upToGrams, upToMinor }) =>
      grams <= (upToGrams ?? Infinity) && subtotalMinor <= (upToMinor ?? Infinity),
  )
  return step?.rateMinor ?? rule.rateMinor
}

/** List the shipping methods for a country, in the shop's order. */
export function methodsFor(
  methods: readonly ShippingMethod[],
  country: string,
): readonly ShippingMethod[] {
  return methods.filter(({ countries }) => countries.includes(country))
}
