import { expect, test } from 'vitest'
import { isRecord, parseJson } from './json.ts'

test('JSON is parsed, and other text gives undefined instead of an error', () => {
  expect(parseJson('{"version":1}')).toEqual({ version: 1 })
  expect(parseJson('null')).toBeNull()
  for (const text of ['', '{', 'undefined', '\u0000']) expect(parseJson(text)).toBeUndefined()
})

test('only an object with keys is a record', () => {
  expect(isRecord(parseJson('{}'))).toBe(true)
  for (const data of [null, undefined, [], 'text', 1, true]) expect(isRecord(data)).toBe(false)
})
