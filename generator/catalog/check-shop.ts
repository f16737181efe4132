import type { Problem } from './problems.ts'
import type { Reading } from './read-yaml.ts'
import type { ShippingMethodSource, ShopSource } from './shop-schema.ts'

type Report = Reading<unknown>['problemAt']
type Path = readonly (string | number)[]
type Prices = Readonly<Record<string, number>>
type Steps = NonNullable<ShippingMethodSource['steps']>

/** Check what a schema can't: prices in every currency, and fields that must match. */
export function checkShop(shop: ShopSource, report: Report): Problem[] {
  const { markets, shipping } = shop
  const currencies = [...new Set(markets.map(({ currency }) => currency))]
  const priced = (prices: Prices | undefined, path: Path): Problem[] =>
    prices === undefined
      ? []
      : currencies
          .filter((currency) => prices[currency] === undefined)
          .map((currency) =>
            report([...path], `has no price in ${currency}`, `add one, such as ${currency}: 20`),
          )
  const stepped = (steps: Steps | undefined, path: Path): Problem[] =>
    (steps ?? []).flatMap((step, index) => [
      ...priced(step.rate, [...path, index, 'rate']),
      ...priced(step['up-to'], [...path, index, 'up-to']),
      ...checkStep(steps ?? [], index, { path, report }),
    ])
  return [
    // A market without a shipping price would ship every order for free.
    ...priced(shipping.rate, ['shipping', 'rate']),
    ...priced(shipping['free-from'], ['shipping', 'free-from']),
    ...stepped(shipping.steps, ['shipping', 'steps']),
    ...shipping.methods.flatMap((method, index) => {
      const path = ['shipping', 'methods', index]
      return [
        ...priced(method.rate, [...path, 'rate']),
        ...priced(method['free-from'], [...path, 'free-from']),
        ...stepped(method.steps, [...path, 'steps']),
        ...checkMethod(shipping.methods, index, report),
      ]
    }),
    ...checkPrefixes(shop, report),
    ...checkHandOff(shop, report),
  ]
}

function checkStep(
  steps: Steps,
  index: number,
  { path, report }: { readonly path: Path; readonly report: Report },
): Problem[] {
  const { 'up-to-g': grams, 'up-to': amounts } = steps[index] ?? {}
  if ((grams === undefined) === (amounts === undefined)) {
    return [
      report([...path, index], 'has both up-to-g and up-to, or neither', 'use one of the two'),
    ]
  }
  if (isLarger(steps[index], steps[index - 1])) return []
  return [report([...path, index], 'is not above the step before it', 'put the smallest first')]
}

function isLarger(step: Steps[number] | undefined, before: Steps[number] | undefined): boolean {
  const amounts = Object.entries(step?.['up-to'] ?? {})
  return (
    (step?.['up-to-g'] ?? Infinity) > (before?.['up-to-g'] ?? 0) &&
    amounts.every(([currency, amount]) => amount > (before?.['up-to']?.[currency] ?? 0))
  )
}

function checkMethod(
  methods: readonly ShippingMethodSource[],
  index: number,
  report: Report,
): Problem[] {
  const method = methods[index]
  const path = ['shipping', 'methods', index]
  const isTaken =
    method?.id === 'standard' || methods.slice(0, index).some(({ id }) => id === method?.id)
  return [
    ...(isTaken
      ? [
          report(
            [...path, 'id'],
            `"${method?.id ?? ''}" is already used by another shipping method`,
            'give each method its own id, such as express; `standard` is built in',
          ),
        ]
      : []),
    ...(method?.rate === undefined && method?.steps === undefined
      ? [report(path, 'has no price', 'add a rate, or steps')]
      : []),
  ]
}

/** Check that there are words in the language of each market. */
export function checkLocales(
  { markets }: ShopSource,
  locales: readonly string[],
  report: Report,
): Problem[] {
  return markets.flatMap(({ locale }, index) =>
    locales.includes(locale)
      ? []
      : [
          report(
            ['markets', index, 'locale'],
            `"${locale}" has no words: src/locales/${locale}.json is missing`,
            `copy src/locales/en.json to src/locales/${locale}.json and translate it, ` +
              `or use one of: ${locales.join(', ')}`,
          ),
        ],
  )
}

function checkPrefixes({ markets }: ShopSource, report: Report): Problem[] {
  const prefixes = markets.map(({ prefix }) => prefix)
  return prefixes.flatMap((prefix, index) =>
    prefixes.indexOf(prefix) === index
      ? []
      : [
          report(
            ['markets', index, 'prefix'],
            `"${prefix}" is already used by another market`,
            'give each market its own folder, such as zh/',
          ),
        ],
  )
}

function checkHandOff({ 'hand-off': handOff }: ShopSource, report: Report): Problem[] {
  if (handOff.by !== 'form') return []
  if (handOff.service !== 'netlify' && handOff.endpoint === undefined) {
    return [
      report(
        ['hand-off'],
        'has no endpoint',
        'add the address the service gave you, such as endpoint: https://formspree.io/f/…',
      ),
    ]
  }
  if (handOff.service === 'web3forms' && handOff.fields['access_key'] === undefined) {
    return [
      report(
        ['hand-off', 'fields'],
        'has no access key',
        'add the one Web3Forms sent you: fields: { access_key: … }',
      ),
    ]
  }
  return []
}
