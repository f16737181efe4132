import { describe, expect, test } from 'vitest'
import { withoutFrontMatter } from '../../generator/page-files.ts'
import {
  layouts,
  matchesIn,
  missingFrom,
  pages,
  partials,
  stemOf,
  templates,
  type Source,
} from './sources.ts'

/** Attributes with text for shoppers. */
const SPOKEN =
  'alt|aria-label|aria-description|aria-roledescription|content|label|placeholder|title'

/** Values of such attributes that are not text for shoppers. */
const UNSPOKEN = new Set(['width=device-width, initial-scale=1', 'noindex'])

/** Remove everything that shoppers don't read. */
function withoutLiquid(text: string): string {
  return withoutFrontMatter(text)
    .replace(/\{%-? comment -?%\}.*?\{%-? endcomment -?%\}/gs, '')
    .replace(/\{%-? capture \w+ -?%\}.*?\{%-? endcapture -?%\}/gs, '')
    .replace(/<script[^>]*>.*?<\/script>/gs, '')
    .replace(/\{%.*?%\}|\{\{.*?\}\}/gs, '')
}

function wordsIn({ text }: Source): readonly string[] {
  const markup = withoutLiquid(text)
  const attributes = matchesIn(markup, new RegExp(`\\s(?:${SPOKEN})="([^"]*)"`, 'g'))
  const betweenTags = markup.replace(/<[^>]*>/g, '\n').split('\n')
  return [...betweenTags, ...attributes.filter((value) => !UNSPOKEN.has(value))]
    .map((line) => line.trim())
    .filter((line) => /\p{Letter}/u.test(line))
}

function targetsOf(tag: string): readonly string[] {
  const pattern = new RegExp(`\\{%-? ${tag} '([^']+)'`, 'g')
  return templates.flatMap(({ text }) => matchesIn(text, pattern))
}

describe('templates', () => {
  test('each render finds its partial, and each partial is rendered', () => {
    expect(missingFrom(partials.map(stemOf), targetsOf('render'))).toEqual([])
    expect(missingFrom(targetsOf('render'), partials.map(stemOf))).toEqual([])
  })

  test('each page has an existing layout', () => {
    expect(targetsOf('layout')).toHaveLength(pages.length)
    expect(missingFrom(layouts.map(stemOf), targetsOf('layout'))).toEqual([])
  })

  test.each(partials)('$path says what it renders and what it needs', ({ text }) => {
    expect(text).toMatch(/^\{%-? comment -?%\}\s*Renders [^%]+? Needs: [^%]+\.\s*\{%-? endcomment/)
  })

  test.each(templates)('$path holds no words: they are in src/locales/', (template) => {
    expect(wordsIn(template)).toEqual([])
  })
})
