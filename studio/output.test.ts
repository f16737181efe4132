import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, describe, expect, test } from 'vitest'
import { writePictures } from './output/encode.ts'
import { publish } from './output/publish.ts'
import { pictureFiles } from './render/product-picture.ts'

describe('publishing pictures', async () => {
  const root = await mkdtemp(join(tmpdir(), 'publish-'))
  afterAll(() => rm(root, { recursive: true }))
  const folders = {
    finished: join(root, 'finished'),
    finishedManifest: join(root, 'finished/manifest.json'),
    shop: join(root, 'shop'),
    shopManifest: join(root, 'shop.json'),
  }
  async function finish(key: string): Promise<void> {
    await mkdir(join(folders.finished, key), { recursive: true })
    for (const { file } of pictureFiles(join(folders.finished, key), 'side'))
      await writeFile(file, 'x')
  }

  test('waits for the last colour, then copies all', async () => {
    const keys = ['kite/ember', 'kite/slate']
    await finish('kite/ember')
    await writeFile(folders.finishedManifest, '{"kite/ember/side":"1"}')
    const first = await publish('side', keys, folders)
    expect(first).toEqual({ view: 'side', missing: ['kite/slate'], copied: 0 })
    expect(existsSync(join(folders.shop, 'kite/ember/side-800.avif'))).toBe(false)
    await finish('kite/slate')
    await writeFile(folders.finishedManifest, '{"kite/ember/side":"1","kite/slate/side":"2"}')
    expect((await publish('side', keys, folders)).copied).toBe(2)
    expect(existsSync(join(folders.shop, 'kite/slate/side-400.avif'))).toBe(true)
    expect((await publish('side', keys, folders)).copied).toBe(0)
  })
})

describe('encoding', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'encode-'))
  afterAll(() => rm(folder, { recursive: true }))
  const bitmap = { width: 8, height: 4, channels: 3, pixels: Buffer.alloc(8 * 4 * 3, 200) } as const

  test.each([
    ['a.avif', 'heif'],
    ['a.webp', 'webp'],
    ['a.jpg', 'jpeg'],
  ])('%s is written as %s', async (name, format) => {
    const file = join(folder, name)
    await writePictures(bitmap, [{ file, width: 4, limit: 10_000 }])
    const found = await sharp(file).metadata()
    expect([found.format, found.width, found.height]).toEqual([format, 4, 2])
  })

  test('says which endings it knows', async () => {
    const target = { file: join(folder, 'a.gif'), width: 4, limit: 10_000 }
    await expect(writePictures(bitmap, [target])).rejects.toThrow(
      'a.gif: found the ending ".gif", expected one of avif, webp, jpg',
    )
  })
})
