import { existsSync } from 'node:fs'
import { copyFile, mkdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { targetsOf } from '../darkroom/prints.ts'
import type { View } from '../darkroom/views.ts'
import { readManifest, writeManifest } from './manifest.ts'

/** Where finished pictures lie, and where the shop takes them from, each with its manifest. */
export interface Shelves {
  readonly finished: string
  readonly finishedManifest: string
  readonly shop: string
  readonly shopManifest: string
}

/** What publishing a view came to. */
export interface Published {
  readonly view: View
  /** `<slug>/<colour>` of those that have no picture yet. */
  readonly missing: readonly string[]
  readonly copied: number
}

/**
 * Hands a view of the whole catalogue to the shop, all at once or not at all: a grid in which some
 * products are photographed and others drawn would not stand level.
 */
export async function publish(
  view: View,
  keys: readonly string[],
  shelves: Shelves,
): Promise<Published> {
  const finished = await readManifest(shelves.finishedManifest)
  const shop = await readManifest(shelves.shopManifest)
  const name = (key: string): string => `${key}/${view}`
  const missing = keys.filter((key) => !(name(key) in finished) && !(name(key) in shop))
  if (missing.length > 0) return { view, missing, copied: 0 }
  let copied = 0
  for (const key of keys) {
    const made = finished[name(key)]
    if (made === undefined || made === shop[name(key)]) continue
    await mkdir(join(shelves.shop, key), { recursive: true })
    for (const { file } of targetsOf(join(shelves.finished, key), view)) {
      if (existsSync(file)) await copyFile(file, join(shelves.shop, key, basename(file)))
    }
    shop[name(key)] = made
    copied++
  }
  if (copied > 0) await writeManifest(shelves.shopManifest, shop)
  return { view, missing, copied }
}
