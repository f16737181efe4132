import { describe, expect, test } from 'vitest'
import { readPageFiles } from '../../generator/page-files.ts'
import {
  distinct,
  matchesIn,
  missingFrom,
  readSource,
  ROOT,
  sourcesIn,
  stemOf,
  templates,
  views,
  withPartials,
  type Source,
} from './sources.ts'

const MODULE = /export const (\w+): PageModule<\w+> = \{\s*name: '([\w-]+)'/

const modules = views.flatMap((view) => {
  const [, variable = '', name = ''] = MODULE.exec(view.text) ?? []
  return name === '' ? [] : [{ view, variable, name }]
})

function modulesIn(sources: readonly Source[]): readonly string[] {
  const values = sources.flatMap(({ text }) => matchesIn(text, /data-module="([^"]*)"/g))
  return distinct(values.flatMap((value) => value.split(' ')))
}

function partsIn(sources: readonly Source[]): readonly string[] {
  const values = sources.flatMap(({ text }) => matchesIn(text, /data-part="([^"]*)"/g))
  return distinct(values.flatMap((value) => value.split(' ')))
}

/** Parts that must be in the module's own markup: it looks them up with `part()` and the like. */
function ownPartsOf({ text }: Source): readonly string[] {
  const loops = matchesIn(text, /for \(const name of \[([^\]]*)\]/g)
  return [
    ...matchesIn(text, /\b(?:parts?|cloneTemplate)\(\$\w+, '([\w-]+)'\)/g),
    ...loops.flatMap((names) => matchesIn(names, /'([\w-]+)'/g)),
  ]
}

/** Parts found another way, such as in a clone of a template. */
function otherPartsOf({ text }: Source): readonly string[] {
  const isFinder = text.includes('[data-part="${name}"]')
  return [
    ...matchesIn(text, /\[data-part~?="([\w-]+)"\]/g),
    ...(isFinder ? matchesIn(text, /\bfind\('([\w-]+)'\)/g) : []),
  ]
}

/** A view and the views it passes its root to. */
function withHelpers(view: Source): readonly Source[] {
  const names = matchesIn(view.text, /from '[^']*?([\w-]+)\.view\.ts'/g)
  const helpers = views.filter((one) => names.includes(stemOf(one)))
  return [view, ...helpers.flatMap(withHelpers)]
}

describe('modules', () => {
  test('each data-module has one view of its name, and each view a data-module', () => {
    expect(distinct(modules.map(({ name }) => name))).toEqual(modulesIn(templates))
    expect(modules).toHaveLength(new Set(modules.map(({ name }) => name)).size)
  })

  test.each(modules)('$name is called the same in file, constant and markup', (module) => {
    expect(stemOf(module.view)).toBe(module.name)
    expect(module.variable).toBe(
      module.name.replace(/-(\w)/g, (_, one: string) => one.toUpperCase()),
    )
  })

  test.each(sourcesIn(['src/js/pages'], '.ts'))(
    '$path mounts the modules of its pages, and no other',
    (entry) => {
      const everywhere = views.find((view) => stemOf(view) === 'site-modules')?.text ?? ''
      const all = /\bsiteModules\b/.test(entry.text) ? entry.text + everywhere : entry.text
      // A module that is imported but not in the list isn't mounted.
      const text = all.replace(/^import\b[^']*'[^']*'$/gm, '')
      const mounted = modules.filter(({ variable }) => new RegExp(`\\b${variable}\\b`).test(text))
      const pagesOfEntry = readPageFiles(ROOT)
        .filter(({ script }) => script === stemOf(entry))
        .flatMap(({ file }) => withPartials(readSource(file)))

      expect(distinct(mounted.map(({ name }) => name))).toEqual(modulesIn(pagesOfEntry))
    },
  )
})

describe('parts', () => {
  test.each(modules)('$name finds its parts in its own markup', ({ view, name }) => {
    const roots = templates.filter((template) => modulesIn([template]).includes(name))
    const markup = roots.flatMap(withPartials)

    expect(missingFrom(partsIn(markup), withHelpers(view).flatMap(ownPartsOf))).toEqual([])
  })

  test('every other part a view looks for is in a template', () => {
    expect(missingFrom(partsIn(templates), views.flatMap(otherPartsOf))).toEqual([])
  })

  test('each data-part is used by a view', () => {
    const used = views.flatMap((view) => [...ownPartsOf(view), ...otherPartsOf(view)])

    expect(missingFrom(used, partsIn(templates))).toEqual([])
  })
})

describe('actions', () => {
  const offered = templates.flatMap(({ text }) => matchesIn(text, /data-action="([^"]*)"/g))
  const handled = views.flatMap(({ text }) => matchesIn(text, /\[data-action="([\w-]+)"\]/g))

  test('each data-action is handled by a view, and each handled one is in a template', () => {
    expect(distinct(handled)).toEqual(distinct(offered))
  })
})
