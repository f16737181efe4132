import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pictureFiles } from '../render/product-picture.ts'
import type { Picture } from './catalogue.ts'
import { render, writePictures } from './encode.ts'
import { hashOf, readManifest, writeManifest } from './manifest.ts'
import type { Progress } from './progress.ts'
import { SITE_PICTURES } from './site-pictures.ts'

/** Draws the accessories that have changed into `folder`. `manifest` is a file. */
export async function drawAccessories(
  pictures: readonly Picture[],
  { folder, manifest: file }: { readonly folder: string; readonly manifest: string },
  progress: Progress,
): Promise<void> {
  const manifest = await readManifest(file)
  for (const picture of pictures) {
    const svg = picture.draw()
    const hash = hashOf(svg)
    const targets = pictureFiles(join(folder, picture.key), 'side')
    const due = manifest[picture.key] !== hash || !targets.every((one) => existsSync(one.file))
    if (due) {
      await writePictures(render(svg, 1600), targets)
      manifest[picture.key] = hash
      await writeManifest(file, manifest)
    }
    progress.step(picture.key, due)
  }
}

/** Draws the icons and placeholders of the site itself. */
export async function drawSite(images: string, file: string): Promise<void> {
  const manifest = await readManifest(file)
  for (const picture of SITE_PICTURES) {
    const svg = picture.draw()
    const hash = hashOf(svg)
    const made = picture.files.every((name) => existsSync(join(images, name)))
    if (made && manifest[picture.files[0]] === hash) continue
    await picture.write(svg, images)
    manifest[picture.files[0]] = hash
    console.log(`public/img/${picture.files.join(', ')}`)
  }
  await writeManifest(file, manifest)
}

/** Deletes pictures of colours that the catalogue no longer has. */
export async function deleteOld(
  folder: string,
  manifests: readonly string[],
  wanted: ReadonlySet<string>,
): Promise<void> {
  for (const file of manifests) {
    const manifest = await readManifest(file)
    // A name is `<slug>/<colour>`, or `<slug>/<colour>/<view>`.
    const keyOf = (name: string): string => name.split('/').slice(0, 2).join('/')
    const kept = Object.entries(manifest).filter(([name]) => wanted.has(keyOf(name)))
    for (const name of Object.keys(manifest)) {
      if (wanted.has(keyOf(name))) continue
      await rm(join(folder, keyOf(name)), { recursive: true, force: true })
    }
    if (kept.length < Object.keys(manifest).length) {
      await writeManifest(file, Object.fromEntries(kept))
    }
  }
}
