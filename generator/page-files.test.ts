import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { ROOT } from '../tests/fixtures/catalogue-folder.ts'
import { readPageFiles, withoutFrontMatter } from './page-files.ts'
import { kindOfFile, PAGE_KINDS } from './page-kinds.ts'

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

/** A project with some pages, and the scripts "content" and "cart". */
function project(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'cinder-pages-'))
  folders.push(root)
  const scripts = { 'src/js/pages/content.ts': '', 'src/js/pages/cart.ts': '' }
  for (const [file, text] of Object.entries({ 'pages/.keep': '', ...scripts, ...files })) {
    if (file.endsWith('.keep')) mkdirSync(dirname(join(root, file)), { recursive: true })
    else {
      mkdirSync(dirname(join(root, file)), { recursive: true })
      writeFileSync(join(root, file), text)
    }
  }
  return root
}

function page(...lines: readonly string[]): string {
  return `---\n${lines.join('\n')}\n---\n<h1></h1>\n`
}

const TEXTS = ['title: a.title', 'description: a.description']
const CART = page(...TEXTS, 'script: cart', 'view: team', 'indexed: false')
const ABOUT = page(...TEXTS, 'script: content')

function faultOf(files: Readonly<Record<string, string>>): string {
  const root = project(files)
  try {
    readPageFiles(root)
  } catch (error) {
    return (error as Error).message
  }
  return ''
}

describe('a file in pages/', () => {
  test('is a page, at the address that its path says', () => {
    const root = project({
      'index.html': ABOUT,
      'pages/cart/index.html': CART,
      'pages/404.html': ABOUT,
      'pages/events/[event]/index.html': page(...TEXTS, 'script: content', 'view: event'),
    })
    const pages = readPageFiles(root)
    expect(pages.map(({ path, folder }) => [path, folder])).toEqual([
      ['', null],
      ['404.html', null],
      ['cart/', null],
      ['events/[event]/', 'event'],
    ])
    expect(pages[2]).toMatchObject({
      file: 'pages/cart/index.html',
      script: 'cart',
      view: 'team',
      indexed: false,
    })
    expect(pages[1]).toMatchObject({ view: undefined, indexed: true })
  })

  test.each([
    ['without front matter', '<h1></h1>', /pages\/a\.html:1\n.*front matter[^]*script: content/],
    [
      'with a script that is not there',
      page(...TEXTS, 'script: tema'),
      /pages\/a\.html:4\n.*script: is "tema", which is not known\n.*use one of: cart, content/,
    ],
    [
      'with a style sheet that is not there',
      page(...TEXTS, 'script: cart', 'styles: oder'),
      /pages\/a\.html:5\n.*styles: is "oder", which is not known/,
    ],
    [
      'with a view model that is not there',
      page(...TEXTS, 'script: cart', 'view: carrt'),
      /pages\/a\.html:5\n.*view: is "carrt"[^]*use one of: home, shop, team/,
    ],
    [
      'with the view model of another kind of page',
      page(...TEXTS, 'script: cart', 'view: product'),
      /pages\/a\.html:5\n.*view: is "product"/,
    ],
    [
      'with a field that is not known',
      page(...TEXTS, 'script: cart', 'tittle: a'),
      /pages\/a\.html:5\n.*tittle: is not a known field\n.*title, description, script/,
    ],
    ['without a title', page(...TEXTS.slice(1), 'script: cart'), /title: is missing/],
  ])('%s is named, with its line and what is expected', (_, text, message) => {
    expect(faultOf({ 'pages/a.html': text, 'index.html': ABOUT })).toMatch(message)
  })

  test('that is no page is named', () => {
    expect(faultOf({ 'pages/notes.txt': 'x' })).toMatch(/pages\/notes\.txt\n.*is not a page/)
  })

  test('in brackets that we don’t know is named', () => {
    const fault = faultOf({ 'pages/brands/[brand]/index.html': ABOUT })
    expect(fault).toMatch(/\[brand\] is not a folder we know\n.*use one of: \[event\], \[slug\]/)
  })
})

test('a script or a style sheet that no page names is named', () => {
  expect(faultOf({ 'index.html': ABOUT })).toMatch(/src\/js\/pages\/cart\.ts\n.*is used by no page/)
  expect(
    faultOf({ 'index.html': ABOUT, 'pages/cart.html': CART, 'src/css/sheets/order.scss': '' }),
  ).toMatch(/src\/css\/sheets\/order\.scss\n.*is used by no page\n.*styles: order/)
})

test('without its front matter, a page keeps its lines', () => {
  expect(withoutFrontMatter('---\na: b\n---\n<h1>\n---\n')).toBe('\n\n\n<h1>\n---\n')
  expect(withoutFrontMatter('<h1>\n---\na\n---\n')).toBe('<h1>\n---\na\n---\n')
})

describe('the kinds of pages', () => {
  test('are one for each file in pages/, with a word of its own', () => {
    const names = PAGE_KINDS.map(({ name }) => name)
    expect(PAGE_KINDS.map(({ file }) => file)).toEqual(readPageFiles(ROOT).map(({ file }) => file))
    expect(new Set(names).size).toBe(names.length)
    expect(names).toEqual(expect.arrayContaining(['home', 'shop', 'event', 'product', '404']))
  })

  test.each([
    ['index.html', 'home'],
    ['zh/index.html', 'home'],
    ['products/kite-100/index.html', 'product'],
    ['zh/events/sprint/index.html', 'event'],
    ['404.html', '404'],
  ])('dist/%s is of the kind %s', (file, name) => {
    expect(kindOfFile(file).name).toBe(name)
  })

  test('are no others', () => {
    expect(() => kindOfFile('products/a/b/index.html')).toThrow('made of no file in pages/')
  })
})
