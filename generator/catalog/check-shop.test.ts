import { afterEach, describe, expect, test } from 'vitest'
import { CatalogueFolder } from '../../tests/fixtures/catalogue-folder.ts'

let folder: CatalogueFolder | undefined

afterEach(() => {
  folder?.delete()
})

/** Problems of a shop with these lines added. */
function problemsWith(more: string, within = ''): readonly string[] {
  folder = new CatalogueFolder()
  const text = folder.read('shop.yaml')
  const days = '  days: { from: 3, to: 5 }\n'
  folder.write('shop.yaml', text.replace(days, `${days}${within}`) + more)
  return folder.problems().map(({ field, problem }) => `${field}: ${problem}`)
}

const METHOD = 'id: x, name: X, countries: [CA], days: { from: 1, to: 2 }'

describe('shipping methods', () => {
  test.each([
    ['a rate', `{ ${METHOD}, rate: { USD: 9 } }`],
    ['steps by weight', `{ ${METHOD}, steps: [{ up-to-g: 1, rate: { USD: 9 } }] }`],
    ['steps by price', `{ ${METHOD}, steps: [{ up-to: { USD: 5 }, rate: { USD: 9 } }] }`],
  ])('may have %s', (_, method) => {
    expect(problemsWith('', `  methods: [${method}]\n`)).toEqual([])
  })

  test.each([
    ['no price', `{ ${METHOD} }`, 'shipping.methods.0: has no price'],
    [
      'a price in another currency only',
      `{ ${METHOD}, rate: { EUR: 9 } }`,
      'shipping.methods.0.rate: has no price in USD',
    ],
    [
      'a step without a limit',
      `{ ${METHOD}, steps: [{ rate: { USD: 9 } }] }`,
      'shipping.methods.0.steps.0: has both up-to-g and up-to, or neither',
    ],
    [
      'steps that do not rise',
      `{ ${METHOD}, steps: [{ up-to-g: 9, rate: { USD: 9 } }, { up-to-g: 9, rate: { USD: 9 } }] }`,
      'shipping.methods.0.steps.1: is not above the step before it',
    ],
    [
      'the id of standard shipping',
      `{ ${METHOD.replace('id: x', 'id: standard')}, rate: { USD: 9 } }`,
      'shipping.methods.0.id: "standard" is already used by another shipping method',
    ],
  ])('may not have %s', (_, method, problem) => {
    expect(problemsWith('', `  methods: [${method}]\n`)).toEqual([problem])
  })
})

describe('the time zone', () => {
  test.each(['America/New_York', 'Europe/Berlin', 'Asia/Kolkata', 'UTC', 'Etc/GMT+3'])(
    'may be %s',
    (zone) => {
      expect(problemsWith(`time-zone: ${zone}\n`)).toEqual([])
    },
  )

  test.each(['Mars/Olympus', 'New York', 'EST/', '"+02:00"', '""'])('may not be %s', (zone) => {
    folder = new CatalogueFolder()
    const text = `${folder.read('shop.yaml')}time-zone: ${zone}\n`
    folder.write('shop.yaml', text)
    const line = text.split('\n').length - 1
    expect(folder.problems()).toMatchObject([
      {
        where: expect.stringMatching(new RegExp(`shop\\.yaml:${line}$`)) as string,
        field: 'time-zone',
        fix: 'use a name such as America/New_York or Europe/Berlin, or UTC',
      },
    ])
  })
})

describe('the email address', () => {
  function problemsOf(email: string): readonly string[] {
    folder = new CatalogueFolder()
    const text = folder.read('shop.yaml')
    folder.write('shop.yaml', text.replace('hello@lane-nine.example', email))
    return folder.problems().map(({ field, fix }) => `${field}: ${fix}`)
  }

  test.each(['jürgen@lane-nine.example', 'ivan@почта.рф', "o'brien&co@lane-nine.example"])(
    'may be %s, as a shopper’s may',
    (email) => {
      expect(problemsOf(JSON.stringify(email))).toEqual([])
    },
  )

  test.each(['lane-nine.example', 'hello@', 'hello @lane-nine.example'])(
    'may not be %s',
    (email) => {
      expect(problemsOf(JSON.stringify(email))).toEqual([
        'contact.email: use an address such as hello@example.com',
      ])
    },
  )
})

describe('the hand-off', () => {
  test.each([
    'by: email',
    'by: form, service: netlify',
    'by: form, service: formspree, endpoint: https://formspree.io/f/x',
    'by: form, service: other, endpoint: http://127.0.0.1:8080/orders, timeout-s: 1',
    'by: paypal, account: pay@lane-nine.example',
    'by: shopify, store: https://lane-nine.myshopify.com',
  ])('may be { %s }', (settings) => {
    expect(problemsWith(`hand-off: { ${settings} }\n`)).toEqual([])
  })

  test.each([
    ['by: form, service: formspree', 'hand-off: has no endpoint'],
    [
      'by: form, service: web3forms, endpoint: https://api.web3forms.com/submit',
      'hand-off.fields: has no access key',
    ],
  ])('may not be { %s }', (settings, problem) => {
    expect(problemsWith(`hand-off: { ${settings} }\n`)).toEqual([problem])
  })

  test.each([
    'by: form, service: other, endpoint: http://shop.example/orders',
    'by: form, service: other, endpoint: "javascript:alert(1)"',
    'by: paypal, account: no-address',
    'by: shopify, store: lane-nine.myshopify.com',
    'by: pigeon',
  ])('is refused where it is { %s }', (settings) => {
    expect(problemsWith(`hand-off: { ${settings} }\n`)).toHaveLength(1)
  })
})

test('a Shopify id belongs to a SKU of its model', () => {
  folder = new CatalogueFolder()
  const file = 'products/swift.yaml'
  folder.write(file, `${folder.read(file)}\nshopify: { SW1-EMB-42: 41, SW1-EMB-99: 42 }\n`)
  expect(folder.problems()).toMatchObject([{ field: 'shopify.SW1-EMB-99' }])
})
