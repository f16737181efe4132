import { expect, test } from 'vitest'
import { matchesIn, sourcesIn } from './sources.ts'

const sources = sourcesIn(['src/js'], '.ts')

test('what comes later comes by loadLater, which can try again', () => {
  const bare = sources.filter(
    ({ text }) =>
      matchesIn(text, /\b(import)\(/g).length !== matchesIn(text, /=>\s+(import)\(/g).length,
  )

  expect(bare.map(({ path }) => path)).toEqual([])
})

test('loadLater calls a part by the name of its file, as the build does', () => {
  const calls = sources.flatMap(({ text }) => [
    ...text.matchAll(/loadLater\(\s*'([^']+)',\s*\(\) => import\('([^']+)'\)/g),
  ])
  const misnamed = calls.filter(([, name = '', file = '']) => name !== stemOf(file))

  expect(calls.length).toBe(sources.flatMap(({ text }) => matchesIn(text, /(loadLater)\(/g)).length)
  expect(misnamed.map(([call]) => call)).toEqual([])
})

/** "picture-zoom" of "./picture-zoom.view.ts", "lean-qr" of "lean-qr". */
function stemOf(file: string): string {
  return (file.split('/').at(-1) ?? file).replace(/(\.view)?\.(ts|js)$/, '')
}
