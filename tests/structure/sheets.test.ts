import { describe, expect, test } from 'vitest'
import { PAGE_KINDS } from '../../generator/page-kinds.ts'
import { classesInHtml, classesInScss } from './classes.ts'
import { distinct, matchesIn, readSource, sourcesIn, withPartials } from './sources.ts'

const MAIN = 'src/css/main.scss'
const sheets = sourcesIn(['src/css/sheets'], '.scss').map(({ path }) => path)

/** The classes that a sheet styles, in the partials it loads. */
function classesOf(sheet: string): readonly string[] {
  const partials = matchesIn(readSource(sheet).text, /load-css\(\s*'(?:\.\.\/)?([\w/-]+)'/g)
  return partials.flatMap((partial) => {
    const file = `src/css/${partial.replace(/([\w-]+)$/, '_$1')}.scss`
    return classesInScss(readSource(file).text)
  })
}

const common = new Set(classesOf(MAIN))

/** The sheets beside the common one that style a class which the page uses, and no other sheet does. */
function sheetsNeededBy(file: string): readonly string[] {
  const used = new Set(withPartials(readSource(file)).flatMap(({ text }) => classesInHtml(text)))
  return sheets.filter((sheet) =>
    classesOf(sheet).some((name) => used.has(name) && !common.has(name)),
  )
}

describe('style sheets of some pages', () => {
  test.each(PAGE_KINDS)('$file has those that style it', ({ file, styles }) => {
    const named = styles === undefined ? [] : [`src/css/sheets/${styles}.scss`]

    expect(sheetsNeededBy(file)).toEqual(named)
  })

  test('each partial is in one sheet', () => {
    const loaded = [MAIN, ...sheets, 'src/css/picture-zoom.scss'].flatMap((sheet) =>
      matchesIn(
        readSource(sheet).text,
        /load-css\(\s*'(?:\.\.\/)?((?:components|pages|layout|base)\/[\w-]+)'/g,
      ),
    )

    expect(loaded).toEqual([...new Set(loaded)])
    const partials = sourcesIn(
      ['src/css/components', 'src/css/pages', 'src/css/layout', 'src/css/base'],
      '.scss',
    ).map(({ path }) => path.replace(/^src\/css\/(\w+)\/_([\w-]+)\.scss$/, '$1/$2'))
    expect(distinct(loaded)).toEqual(distinct(partials))
  })
})
