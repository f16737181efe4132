import type { ShippingMethod, ShippingRule, ShippingStep } from '../../src/js/cart/shipping.ts'
import { formatMoney, toMinor } from '../../src/js/lib/money.ts'
import { textFor } from '../catalog/catalogue.ts'
import type { ShippingMethodSource } from '../catalog/shop-schema.ts'
import type { Site } from '../site.ts'

type Prices = Readonly<Record<string, number>>

/** The shop's shipping methods, in a market's currency and language. */
export interface ShippingMethods {
  /** To the market's own country; the cart uses it. */
  readonly standard: ShippingMethod
  /** All methods, the standard one first. */
  readonly all: readonly ShippingMethod[]
}

/** Prepare the shipping methods: see `shipping` in `catalog/shop.yaml`. */
export function shippingMethods({ catalogue, market, words }: Site): ShippingMethods {
  const { shipping } = catalogue.shop
  const { currency } = market
  const minor = (prices: Prices | undefined): number | null =>
    prices?.[currency] === undefined ? null : toMinor(prices[currency], currency)
  const rules = (source: Pick<ShippingMethodSource, 'rate' | 'free-from' | 'steps'>) => ({
    rateMinor: minor(source.rate),
    freeFromMinor: minor(source['free-from']),
    ...(source.steps === undefined
      ? {}
      : {
          steps: source.steps.map((step): ShippingStep => ({
            upToGrams: step['up-to-g'] ?? null,
            upToMinor: minor(step['up-to']),
            rateMinor: minor(step.rate) ?? 0,
          })),
        }),
  })
  const standard: ShippingMethod = {
    id: 'standard',
    name: words.t('delivery.standard'),
    countries: [market.country],
    days: shipping.days,
    ...rules(shipping),
  }
  const others = shipping.methods.map((method): ShippingMethod => ({
    id: method.id,
    name: textFor(method.name, market.locale),
    countries: method.countries,
    days: method.days,
    ...rules(method),
  }))
  return { standard, all: [standard, ...others] }
}

/** The part of a shipping method that the cart needs: its prices. */
export function ruleOf({ rateMinor, freeFromMinor, steps }: ShippingMethod): ShippingRule {
  return { rateMinor, freeFromMinor, ...(steps === undefined ? {} : { steps }) }
}

/** A shipping method as the delivery page shows it. */
export interface ShippingMethodView {
  readonly name: string
  readonly countries: string
  readonly from: number
  readonly to: number
  /** One sentence per rate. */
  readonly prices: readonly string[]
}

/** Prepare the shipping methods for the delivery page. */
export function shippingMethodViews(site: Site): readonly ShippingMethodView[] {
  const { market } = site
  const { t } = site.words
  const names = new Intl.DisplayNames(market.tag, { type: 'region' })
  const list = new Intl.ListFormat(market.tag, { type: 'conjunction' })
  const write = (minor: number): string => formatMoney(minor, market.currency, market.tag)
  return shippingMethods(site).all.map((method) => ({
    name: method.name,
    countries: list.format(method.countries.map((code) => names.of(code) ?? code)),
    from: method.days.from,
    to: method.days.to,
    prices: [
      ...(method.steps ?? []).map(({ upToGrams, upToMinor, rateMinor }) =>
        upToGrams === null
          ? t('delivery.up-to', { price: write(rateMinor), most: write(upToMinor ?? 0) })
          : t('delivery.up-to-grams', { price: write(rateMinor), most: upToGrams / 1000 }),
      ),
      ...(method.rateMinor === null
        ? [t('delivery.asked')]
        : [
            method.steps === undefined
              ? write(method.rateMinor)
              : t('delivery.above', { price: write(method.rateMinor) }),
          ]),
      ...(method.freeFromMinor === null
        ? []
        : [t('delivery.free-from', { most: write(method.freeFromMinor) })]),
    ],
  }))
}
