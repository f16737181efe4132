import { describe, expect, test } from 'vitest'
import { classesInHtml, classesInScss } from './classes.ts'
import { distinct, matchesIn, missingFrom, sourcesIn, templates, views } from './sources.ts'

/** The classes of Bootstrap that templates use. */
const BOOTSTRAP = [
  'btn',
  'btn-close',
  'btn-lg',
  'btn-link',
  'btn-outline-dark',
  'btn-primary',
  'col',
  'container-fluid',
  'form-check-input',
  'form-control',
  'form-select',
  'form-select-sm',
  'offcanvas',
  'offcanvas-end',
  'offcanvas-lg',
  'offcanvas-start',
  'row',
  'row-cols-2',
  'row-cols-md-3',
  'row-cols-md-4',
  'row-cols-xl-4',
  'visually-hidden',
]

/** Classes that the scripts of Bootstrap and PhotoSwipe add. */
const BY_SCRIPT = [
  'offcanvas-backdrop',
  'picture-zoom',
  'pswp__button',
  'pswp__caption',
  'pswp__counter',
  'pswp__img',
  'show',
]

/** Classes in our SCSS, including Bootstrap's classes that we style. */
const styled = distinct(sourcesIn(['src/css'], '.scss').flatMap(({ text }) => classesInScss(text)))

/** Classes in templates; `*` is whatever Liquid inserts. */
const used = distinct([
  ...templates.flatMap(({ text }) => classesInHtml(text)),
  ...sourcesIn(['generator'], '.ts').flatMap(({ text }) => classesInHtml(text)),
])

function isMatched(name: string, by: string): boolean {
  return new RegExp(`^${by.replace('*', '.+')}$`).test(name)
}

describe('classes', () => {
  test('each class with a style occurs in a template', () => {
    const dead = styled.filter((name) => !used.some((one) => isMatched(name, one)))

    expect(missingFrom(BY_SCRIPT, dead)).toEqual([])
  })

  test('each class in a template has a style, or is the block of parts that have one', () => {
    const unstyled = used.filter(
      (one) => !styled.some((name) => isMatched(name, one) || name.startsWith(`${one}__`)),
    )

    expect(missingFrom(BOOTSTRAP, unstyled)).toEqual([])
  })

  test('the list of Bootstrap classes names those in use', () => {
    expect(missingFrom(used, BOOTSTRAP)).toEqual([])
    expect(distinct(BOOTSTRAP)).toEqual(BOOTSTRAP)
  })

  test('each class that a view looks for is in a template', () => {
    const sought = views.flatMap(({ text }) => matchesIn(text, /'[^'\n]*\.([a-z][\w-]*__[\w-]+)'/g))

    expect(missingFrom(used, sought)).toEqual([])
  })
})
