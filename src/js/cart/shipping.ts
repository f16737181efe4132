/** Up to this weight, or up to this subtotal, a parcel costs this much. */
export interface ShippingStep {
  /** Grams, packed; null where the step is of subtotals. */
  readonly upToGrams: number | null
  /** Minor units; null where the step is of weights. */
  readonly upToMinor: number | null
  readonly rateMinor: number
}

/** What sending costs, in minor units of the market's currency. */
export interface ShippingRule {
  /** What a parcel costs that no step covers; null: the shop has to be asked. */
  readonly rateMinor: number | null
  /** Subtotal from which it is free; null: never. */
  readonly freeFromMinor: number | null
  /** Rates of lighter parcels or smaller orders, ascending. */
  readonly steps?: readonly ShippingStep[]
}

/** A way to send a parcel to some countries. */
export interface ShippingMethod extends ShippingRule {
  readonly id: string
  readonly name: string
  /** ISO 3166-1, two letters. */
  readonly countries: readonly string[]
  /** Working days after the shop has confirmed the order. */
  readonly days: { readonly from: number; readonly to: number }
}

/** What decides the price of a parcel. */
export interface Parcel {
  readonly subtotalMinor: number
  /** Packed, in grams. */
  readonly grams: number
}

/**
 * Work out what sending a parcel costs, in minor units; null where the shop has to be asked.
 * An order of nothing is not sent and costs nothing.
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

/** List the ways to send something to a country, in the shop's order; none where nobody said. */
export function methodsFor(
  methods: readonly ShippingMethod[],
  country: string,
): readonly ShippingMethod[] {
  return methods.filter(({ countries }) => countries.includes(country))
}
