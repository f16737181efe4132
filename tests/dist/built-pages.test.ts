import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readCatalogue } from '../../src/js/catalog/catalogue-file.ts'
import { HtmlValidate, StaticConfigLoader, type ConfigData, type Message } from 'html-validate'
import { beforeAll, expect, test } from 'vitest'
import { PAGE_KINDS } from '../../generator/page-kinds.ts'
import {
  DIST,
  fileOf,
  isBuilt,
  readPages,
  tagsOf,
  type BuiltPage,
  type Tag,
} from '../support/built-site.ts'

const CONFIG = join(import.meta.dirname, '../../.htmlvalidate.json')
const ORIGIN = 'https://shop.test'

/** What a `<template>` may lack, since a script fills it before anyone sees it. */
const FILLED_BY_SCRIPT = new Set([
  'element-required-attributes',
  'empty-heading',
  'text-content',
  'wcag/h30',
])

/** Attributes that name files or pages. */
const ADDRESSES = ['action', 'href', 'poster', 'src']

let pages: readonly BuiltPage[] = []
let tags: ReadonlyMap<string, readonly Tag[]> = new Map()

beforeAll(() => {
  pages = readPages()
  tags = new Map(pages.map(({ file, html }) => [file, tagsOf(html)]))
})

function tagsIn({ file }: BuiltPage): readonly Tag[] {
  return tags.get(file) ?? []
}

/** Where a page lies, for its links to be taken from. */
function addressOf({ file }: BuiltPage): URL {
  return new URL(file.replace(/(^|\/)index\.html$/, '$1'), `${ORIGIN}/`)
}

function addressesIn(page: BuiltPage): readonly string[] {
  return tagsIn(page).flatMap(({ attributes }) => [
    ...ADDRESSES.flatMap((name) => attributes.get(name) ?? []),
    ...(attributes.get('srcset')?.split(',') ?? []).map((entry) => entry.trim().split(/\s/)[0]!),
  ])
}

function hasFragment(file: string, hash: string): boolean {
  // A cart to share, not a place on the page.
  if (hash === '' || hash.startsWith('#lines=')) return true
  return tags.get(file)?.some(({ attributes }) => attributes.get('id') === hash.slice(1)) ?? false
}

function contentOf(page: BuiltPage, name: string): string {
  const meta = tagsIn(page).find(({ attributes }) => attributes.get('name') === name)
  return meta?.attributes.get('content') ?? ''
}

function titleOf({ html }: BuiltPage): string {
  return /<title>([^<]*)<\/title>/.exec(html)?.[1] ?? ''
}

function languageOf(page: BuiltPage): string {
  return (
    tagsIn(page)
      .find(({ name }) => name === 'html')
      ?.attributes.get('lang') ?? ''
  )
}

/** Pages of which another of the same language has the same text, or that have none. */
function withoutOwn(text: (page: BuiltPage) => string): readonly string[] {
  const seen = new Set<string>()
  return pages.flatMap((page) => {
    const key = `${languageOf(page)} ${text(page)}`
    const isOwn = text(page) !== '' && !seen.has(key)
    seen.add(key)
    return isOwn ? [] : [`${page.file}: "${text(page)}"`]
  })
}

function isFilledLater({ ruleId, selector }: Message): boolean {
  return FILLED_BY_SCRIPT.has(ruleId) && /(^| )template >/.test(selector ?? '')
}

test('there are pages of every kind', () => {
  const built = new Set(pages.map(({ kind }) => kind))
  expect(PAGE_KINDS.filter(({ name }) => !built.has(name))).toEqual([])
})

test('every page is valid HTML', async () => {
  const config = JSON.parse(readFileSync(CONFIG, 'utf8')) as ConfigData
  const validator = new HtmlValidate(new StaticConfigLoader(config))
  const faults: string[] = []
  for (const { file, html } of pages) {
    const { results } = await validator.validateString(html, file)
    const messages = results.flatMap((result) => result.messages)
    for (const message of messages.filter((one) => !isFilledLater(one))) {
      faults.push(`${file}:${message.line} ${message.ruleId}: ${message.message}`)
    }
  }

  expect(faults).toEqual([])
})

test('every link, picture, script and style sheet leads to something that was built', () => {
  const broken = pages.flatMap((page) =>
    [...new Set(addressesIn(page))]
      .map((address) => ({ address, url: new URL(address, addressOf(page)) }))
      .filter(({ url }) => url.origin === ORIGIN)
      .filter(({ url }) => !isBuilt(fileOf(url)) || !hasFragment(fileOf(url), url.hash))
      .map(({ address }) => `${page.file}: ${address}`),
  )

  expect(broken).toEqual([])
})

test('every id that a label or a role refers to is on the page', () => {
  const references = ['for', 'form', 'aria-labelledby', 'aria-describedby', 'aria-controls']
  const missing = pages.flatMap((page) => {
    const ids = new Set(tagsIn(page).map(({ attributes }) => attributes.get('id')))
    const named = tagsIn(page).flatMap(({ attributes }) =>
      references.flatMap((name) => attributes.get(name)?.split(/\s+/) ?? []),
    )
    return named.filter((id) => !ids.has(id)).map((id) => `${page.file}: ${id}`)
  })

  expect(missing).toEqual([])
})

test('the pictures that scripts show are there', () => {
  const markets = pages.filter(({ kind }) => kind === 'home')
  const missing = markets.flatMap(({ html }) => {
    const json = /<script type="application\/json" id="site-data">(.*?)<\/script>/s.exec(html)?.[1]
    const { urls } = JSON.parse(json ?? '{}') as { urls: { catalogue: string } }
    const file = join(DIST, fileOf(new URL(urls.catalogue, ORIGIN)))
    const products = readCatalogue(JSON.parse(readFileSync(file, 'utf8')))
    const pictures = products.flatMap(({ colours }) => colours.map(({ picture }) => picture))
    return pictures.filter((picture) => picture !== null && !isBuilt(picture))
  })

  expect(missing).toEqual([])
})

test('what search engines read as JSON can be read', () => {
  const blocks = pages.flatMap(({ file, html }) =>
    [...html.matchAll(/<script type="application\/(?:ld\+)?json"[^>]*>(.*?)<\/script>/gs)].map(
      ([, json = '']) => ({ file, json }),
    ),
  )
  const described = blocks.filter(({ json }) => {
    const data = JSON.parse(json) as Readonly<Record<string, unknown>>
    const nodes = (data['@graph'] ?? [data]) as readonly Readonly<Record<string, unknown>>[]
    const isTyped = nodes.every((node) => typeof node['@type'] === 'string')
    return data['@context'] === 'https://schema.org' && isTyped
  })

  const withOne = new Set(described.map(({ file }) => file))
  const kinds = ['home', 'shop', 'event', 'product']
  const bare = pages.filter(({ file, kind }) => kinds.includes(kind) && !withOne.has(file))
  expect(bare.map(({ file }) => file)).toEqual([])
})

test('every page has a title and a description of its own', () => {
  expect(withoutOwn(titleOf)).toEqual([])
  expect(withoutOwn((page) => contentOf(page, 'description'))).toEqual([])
})

test('every page has one h1 and one main', () => {
  const count = (page: BuiltPage, name: string): number =>
    tagsIn(page).filter((tag) => tag.name === name).length
  const odd = pages.filter((page) => count(page, 'h1') !== 1 || count(page, 'main') !== 1)

  expect(odd.map(({ file }) => file)).toEqual([])
})
