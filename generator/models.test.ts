import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ROOT } from '../tests/fixtures/catalogue-folder.ts'
import { loadModels } from './models.ts'

/** Packed with meshopt, with a WebP texture, in the colours EMB and SLT. */
const SWIFT = join(ROOT, 'tests/fixtures/models/swift.glb')

let folder = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cinder-models-'))
  mkdirSync(join(folder, 'models'))
})

afterEach(() => rmSync(folder, { recursive: true }))

function put(bytes: Buffer): void {
  writeFileSync(join(folder, 'models/swift.glb'), bytes)
}

/** A GLB that only has a JSON chunk. */
function glbOf(json: object): Buffer {
  const text = Buffer.from(JSON.stringify(json))
  const head = Buffer.alloc(20)
  head.write('glTF', 'latin1')
  head.writeUInt32LE(2, 4)
  head.writeUInt32LE(20 + text.length, 8)
  head.writeUInt32LE(text.length, 12)
  head.write('JSON', 16, 'latin1')
  return Buffer.concat([head, text])
}

test('a model is found with the colours it comes in', () => {
  copyFileSync(SWIFT, join(folder, 'models/swift.glb'))
  const models = loadModels(folder)
  expect(models.find('swift')).toMatchObject({ path: 'models/swift.glb', variants: ['EMB', 'SLT'] })
  expect(models.notes('swift', ['EMB', 'SLT'])).toEqual([])
  expect(models.find('mud-lark')).toBeUndefined()
  expect(models.notes('mud-lark', ['OLV'])).toEqual([])
})

test('without a models folder there are no models', () => {
  rmSync(join(folder, 'models'), { recursive: true })
  expect(loadModels(folder).find('swift')).toBeUndefined()
})

test('a colour without a model variant is reported to the owner', () => {
  copyFileSync(SWIFT, join(folder, 'models/swift.glb'))
  expect(loadModels(folder).notes('swift', ['EMB', 'CHK'])).toEqual([
    'public/models/swift.glb has no material variant for CHK',
  ])
})

describe('a file that can’t be shown gets no button, and the owner reads why', () => {
  const whole = readFileSync(SWIFT)
  const older = Buffer.from(whole)
  older.writeUInt32LE(1, 4)
  test.each([
    ['an empty file', Buffer.alloc(0), 'it is not a GLB file'],
    ['a page of words', Buffer.from('<!doctype html><title>404</title>'), 'it is not a GLB file'],
    ['half a file', whole.subarray(0, 900), 'the file is incomplete'],
    ['an older format', older, 'it is not glTF 2.0'],
    [
      'Draco',
      glbOf({ extensionsRequired: ['KHR_draco_mesh_compression'] }),
      'it needs KHR_draco_mesh_compression; compress it with meshopt and WebP instead',
    ],
  ])('%s', (_, bytes, reason) => {
    put(bytes)
    const models = loadModels(folder)
    expect(models.find('swift')).toBeUndefined()
    expect(models.notes('swift', ['EMB'])).toEqual([
      `public/models/swift.glb is not shown: ${reason}`,
    ])
  })

  test('a head that is not JSON', () => {
    const broken = Buffer.from(whole)
    broken.write('####', 20, 'latin1')
    put(broken)
    expect(loadModels(folder).find('swift')).toBeUndefined()
  })
})

test('a model that takes long to load is shown, with a warning to the owner', () => {
  put(glbOf({ asset: { version: '2.0' }, extras: 'x'.repeat(800_000) }))
  const models = loadModels(folder)
  expect(models.find('swift')).toBeDefined()
  expect(models.notes('swift', ['EMB'])[0]).toMatch(/is 800 KB; keep it under 700 KB$/)
})
