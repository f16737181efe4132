import { describe, expect, test } from 'vitest'
import { accessorySchema, shoeSchema } from '../../generator/catalog/schema.ts'
import {
  COLOUR_FAMILIES,
  EVENTS,
  GENDERS,
  LEVELS,
  STIFFNESSES,
  SURFACES,
  WIDTHS,
} from '../../src/js/catalog/vocabulary.ts'
import { UNFIT_REASONS } from '../../src/js/hand-off/types.ts'
import { FAILURES } from '../../src/js/hand-off/response.ts'
import { POSTAL_NAMES, REGION_NAMES } from '../../src/js/order/address-format.ts'
import { ORDER_FAULTS } from '../../src/js/order/order-schema.ts'
import { STORAGE_FAULTS } from '../../src/js/lib/storage.ts'
import { VIEWS } from '../../generator/pictures.ts'
import { FACET_KEYS, facetOf } from '../../src/js/filters/facets.ts'
import { SORT_KEYS } from '../../src/js/filters/filter-query.ts'
import { keysAskedBy, matcherOf } from './asked-keys.ts'
import {
  distinct,
  matchesIn,
  missingFrom,
  readSource,
  sourcesIn,
  stemOf,
  templates,
  type Source,
} from './sources.ts'

interface Tree {
  readonly [key: string]: string | Tree
}

type Messages = ReadonlyMap<string, string>

const PLURALS = ['zero', 'one', 'two', 'few', 'many', 'other']

/** The keys that the rows of the facet table name for the form. */
const FORM_KEYS = FACET_KEYS.flatMap((key) => {
  const { label, hint } = facetOf(key)
  const labels = typeof label === 'string' ? [] : Object.values(label)
  return [...labels, ...(hint === undefined ? [] : [hint])]
})

const locales = sourcesIn(['src/locales'], '.json')
const english = messagesOf(readSource('src/locales/en.json'))
const nodeSources = [...sourcesIn(['generator'], '.ts'), ...templates]
const browserSources = sourcesIn(['src/js'], '.ts')

function messagesOf({ text }: Source): Messages {
  return new Map(flatten(JSON.parse(text) as Tree, ''))
}

function flatten(tree: Tree, prefix: string): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[prefix + key, value]] : flatten(value, `${prefix}${key}.`),
  )
}

/** The keys to look up: "cart.label" for "cart.label.one" and "cart.label.other". */
function askableKeys(messages: Messages): readonly string[] {
  return distinct([...messages.keys()].map((key) => baseOf(key)))
}

function baseOf(key: string): string {
  const [, base = key, form = ''] = /^(.*)\.(\w+)$/.exec(key) ?? []
  const isPlural = english.has(`${base}.one`) && english.has(`${base}.other`)
  return isPlural && PLURALS.includes(form) ? base : key
}

const asked = [
  ...FORM_KEYS,
  ...nodeSources.flatMap(keysAskedBy),
  ...browserSources.flatMap(keysAskedBy).map((key) => `script.${key}`),
].map((key) => ({ key, matcher: matcherOf(key) }))

/** Groups of keys that match a list in the code or in the catalogue's schema. */
const VOCABULARIES: readonly (readonly [group: string, values: readonly string[]])[] = [
  ['event', EVENTS],
  ['gender', GENDERS],
  ['width', WIDTHS],
  ['colour', COLOUR_FAMILIES],
  ['script.width', WIDTHS],
  ['search.event', EVENTS],
  ['search.gender', GENDERS],
  ['search.width', WIDTHS],
  ['search.colour', COLOUR_FAMILIES],
  ['search.surface', SURFACES],
  ['search.level', LEVELS],
  ['filters.sort-option', SORT_KEYS],
  ['filters.legend', [...FACET_KEYS, 'price', 'availability']],
  ['level', LEVELS],
  ['surface', SURFACES],
  ['plate-stiffness', STIFFNESSES],
  ['plate-material', shoeSchema.shape.plate.shape.material.options],
  ['plate-length', shoeSchema.shape.plate.shape.length.options],
  ['pin-fixing', shoeSchema.shape.pins.shape.fixing.options],
  ['pin-shape', accessorySchema.shape.pins.unwrap().shape.shape.options],
  ['pin-material', accessorySchema.shape.pins.unwrap().shape.material.options],
  ['midsole', shoeSchema.shape.midsole.options],
  ['upper', shoeSchema.shape.upper.options],
  ['closure', shoeSchema.shape.closure.options],
  ['cut', shoeSchema.shape.cut.unwrap().options],
  ['takeoff-foot', shoeSchema.shape['takeoff-foot'].unwrap().options],
  ['fit-length', shoeSchema.shape.fit.shape.length.options],
  ['accessory', accessorySchema.shape.category.options],
  ['script.checkout.region', REGION_NAMES],
  ['script.checkout.postal', POSTAL_NAMES],
  ['script.checkout.unfit', UNFIT_REASONS],
  ['script.checkout.failure', FAILURES],
  ['script.order.fault', ORDER_FAULTS],
  ['script.storage', STORAGE_FAULTS],
  ['script.team.storage', STORAGE_FAULTS],
  ['script.checkout.storage', STORAGE_FAULTS],
  ['picture.view', VIEWS],
  ['picture.colour', COLOUR_FAMILIES],
  ['picture.material', shoeSchema.shape.upper.options],
  ['picture.closure', shoeSchema.shape.closure.options],
  ['picture.number', Array.from({ length: 13 }, (_, number) => String(number))],
]

describe('words', () => {
  test('each key that is asked for is in en.json', () => {
    const known = askableKeys(english)
    const missing = asked.filter(
      ({ key, matcher }) => !english.has(key) && !known.some((one) => matcher.test(one)),
    )

    expect(distinct(missing.map(({ key }) => key))).toEqual([])
  })

  test('each key of en.json is asked for', () => {
    const unused = [...english.keys()].filter(
      (key) => !asked.some(({ matcher }) => matcher.test(key) || matcher.test(baseOf(key))),
    )

    expect(unused).toEqual([])
  })

  test.each(VOCABULARIES)('%s has a word for each value, and no other', (group, values) => {
    const keys = [...english.keys()].filter((key) => key.startsWith(`${group}.`))

    const named = keys.map((key) => key.slice(group.length + 1).split('.')[0] ?? '')
    expect(distinct(named)).toEqual(distinct(values))
  })

  describe.each(locales)('$path', (locale) => {
    const messages = messagesOf(locale)

    test('has the keys of en.json', () => {
      expect(missingFrom(askableKeys(messages), askableKeys(english))).toEqual([])
      expect(missingFrom(askableKeys(english), askableKeys(messages))).toEqual([])
    })

    test('has every plural form of its language', () => {
      const forms = new Intl.PluralRules(stemOf(locale)).resolvedOptions().pluralCategories
      const plurals = distinct([...english.keys()].map(baseOf)).filter((key) => !english.has(key))
      const wanted = plurals.flatMap((key) => forms.map((form) => `${key}.${form}`))

      expect(missingFrom(messages.keys(), wanted)).toEqual([])
    })

    test('fills in what en.json fills in', () => {
      expect(placeholdersOf(messages)).toEqual(placeholdersOf(english))
    })
  })
})

/** The `{names}` of each message, all plural forms together. */
function placeholdersOf(messages: Messages): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    askableKeys(messages).map((key) => {
      const texts = [...messages].filter(([one]) => one === key || baseOf(one) === key)
      return [key, distinct(texts.flatMap(([, text]) => matchesIn(text, /\{(\w+)\}/g)))]
    }),
  )
}
