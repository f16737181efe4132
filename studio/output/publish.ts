import { existsSync } from 'node:fs'
import { copyFile, mkdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { pictureFiles } from '../render/product-picture.ts'
import type { View } from '../render/cameras.ts'
import { readManifest, writeManifest } from './manifest.ts'

/** The folder of finished pictures and the shop's folder, each with its manifest. */
export interface PublishFolders {
  readonly finished: string
  readonly finishedManifest: string
  readonly shop: string
  readonly shopManifest: string
}

/** The result of publishing a view. */
export interface Published {
  readonly view: View
  /** `<slug>/<colour>` of those without a picture. */
  readonly missing: readonly string[]
  readonly copied: number
}

/**
 * Copies a view of the whole catalogue to the shop, or nothing: a grid in which only some products
 * have pictures would look uneven.
 */
export async function publish(
  view: View,
  keys: readonly string[],
  folders: PublishFolders,
): Promise<Published> {
  const finished = await readManifest(folders.finishedManifest)
  const shop = await readManifest(folders.shopManifest)
  const name = (key: string): string => `${key}/${view}`
  const missing = keys.filter((key) => !(name(key) in finished) && !(name(key) in shop))
  if (missing.length > 0) return { view, missing, copied: 0 }
  let copied = 0
  for (const key of keys) {
    const made = finished[name(key)]
    if (made === undefined || made === shop[name(key)]) continue
    await mkdir(join(folders.shop, key), { recursive: true })
    for (const { file } of pictureFiles(join(folders.finished, key), view)) {
      if (existsSync(file)) await copyFile(file, join(folders.shop, key, basename(file)))
    }
    shop[name(key)] = made
    copied++
  }
  if (copied > 0) await writeManifest(folders.shopManifest, shop)
  return { view, missing, copied }
}
