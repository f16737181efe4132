import { mkdir, writeFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { readShoes } from './output/catalogue.ts'
import { hashOf, readManifest, writeManifest } from './output/manifest.ts'
import { Progress } from './output/progress.ts'
import { modelFile } from './viewer/glb.ts'

const ROOT = join(import.meta.dirname, '..')
const MODELS = join(ROOT, 'public/models')
const MANIFEST = join(import.meta.dirname, 'manifests/models.json')

/** Increase this after changes to meshes or textures, to make every model again. */
const EDITION = 3

/** Makes the 3D models of the shoes named, or of all. Returns the exit code. */
async function main(slugs: readonly string[]): Promise<number> {
  const { models, problems } = await readShoes(join(ROOT, 'catalog/products'), slugs)
  const manifest = await readManifest(MANIFEST)
  const progress = new Progress(models.length)
  await mkdir(MODELS, { recursive: true })
  for (const { slug, colourways } of models) {
    const hash = hashOf(JSON.stringify([EDITION, colourways]))
    const file = join(MODELS, `${slug}.glb`)
    const due = manifest[slug] !== hash || !existsSync(file)
    if (due) {
      await writeFile(file, await modelFile(colourways))
      manifest[slug] = hash
      await writeManifest(MANIFEST, manifest)
    }
    progress.step(`${slug} model`, due)
  }
  progress.end()
  for (const problem of problems) console.error(`Cannot read ${problem}`)
  return problems.length === 0 ? 0 : 1
}

process.exitCode = await main(process.argv.slice(2))
