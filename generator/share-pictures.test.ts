import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, describe, expect, test } from 'vitest'
import { ROOT } from '../tests/fixtures/catalogue-folder.ts'
import { ALL_PICTURES, makeSite } from '../tests/fixtures/site.ts'
import { readPageFiles } from './page-files.ts'
import { routesOf } from './routes.ts'
import { shareJobs, sharePictureOf, shareUrl, writeSharePictures } from './share-pictures.ts'

const place = { base: '/spikes/', siteUrl: 'https://cinder.example' }
const site = makeSite({ place, pictures: ALL_PICTURES })
const folder = mkdtempSync(join(tmpdir(), 'cinder-share-'))

afterAll(() => {
  rmSync(folder, { recursive: true })
})

describe('the share picture of a page', () => {
  test('shows the model, if it has a picture', () => {
    const picture = sharePictureOf(site, ['img/products/swift/ember/side-800.webp'])
    expect(picture).toEqual({
      path: 'img/products/swift/ember/share.jpg',
      width: 1200,
      height: 630,
    })
    expect(shareUrl(site, picture)).toBe(
      'https://cinder.example/spikes/img/products/swift/ember/share.jpg',
    )
  })

  test('is the shop’s own on all other pages', () => {
    expect(sharePictureOf(site, []).path).toBe('img/share.jpg')
  })

  test('is left out if the site’s address is unknown', () => {
    const nowhere = makeSite({ pictures: ALL_PICTURES })
    expect(shareUrl(nowhere, sharePictureOf(nowhere, []))).toBe('')
    expect(shareJobs(nowhere, routesOf(nowhere, readPageFiles(ROOT)))).toEqual([])
  })

  test('is made once per model', () => {
    expect(shareJobs(site, routesOf(site, readPageFiles(ROOT)))).toContainEqual({
      source: 'img/products/swift/ember/side-800.webp',
      path: 'img/products/swift/ember/share.jpg',
    })
  })
})

test('a share picture has the size that Open Graph clients show without cropping', async () => {
  const source = 'img/products/kite-100/ember/side-800.webp'
  cpSync(join(ROOT, 'public', source), join(folder, 'public', source), { recursive: true })
  await writeSharePictures(folder, join(folder, 'dist'), [{ source, path: 'a/share.jpg' }])
  const { format, width, height } = await sharp(join(folder, 'dist/a/share.jpg')).metadata()
  expect({ format, width, height }).toEqual({ format: 'jpeg', width: 1200, height: 630 })
})
