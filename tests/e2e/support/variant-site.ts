import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { PageAssets } from '../../../generator/page-model.ts'
import { loadShop } from '../../../generator/shop.ts'
import { bundleStartScript } from '../../../generator/start-script.ts'
import { serve } from '../../../scripts/serve.mjs'
import { CatalogueFolder, ROOT } from '../../fixtures/catalogue-folder.ts'
import { DIST, laterFilesIn, startedFiles, tagsOf } from '../../support/built-site.ts'

const startScript = await bundleStartScript(ROOT)

/** A shop built from another catalog, and its server. */
export interface VariantSite {
  readonly url: string
  /** The catalog it was built from. Change a file and call `rebuild` to deploy the change. */
  readonly catalogue: CatalogueFolder
  rebuild: () => void
  close: () => Promise<void>
}

/** A page of the default build for each script, from which we read the files it loads. */
const SAMPLES: Readonly<Record<string, string>> = {
  cart: 'cart/index.html',
  checkout: 'checkout/index.html',
  'order-sheet': 'order-sheet/index.html',
}

/**
 * Build the small catalog with other settings. It makes pages with the same code as any build. But
 * scripts and styles don't depend on the catalog, so it uses those of the build under test, which
 * takes a second instead of half a minute.
 */
export async function openVariantSite(
  change: (folder: CatalogueFolder) => void,
): Promise<VariantSite> {
  const dir = mkdtempSync(join(tmpdir(), 'cinder-variant-'))
  const catalogue = new CatalogueFolder()
  change(catalogue)
  const rebuild = (): void => {
    writePages(dir, catalogue.path)
  }
  rebuild()
  for (const shared of ['assets', 'img']) symlinkSync(join(DIST, shared), join(dir, shared))
  const site = await serve({ dir, port: 0 })
  return {
    url: site.url,
    catalogue,
    rebuild,
    close: async () => {
      await site.close()
      rmSync(dir, { recursive: true })
      catalogue.delete()
    },
  }
}

function writePages(dir: string, catalogFolder: string): void {
  const place = { base: '/', siteUrl: '' }
  const shop = loadShop({ root: ROOT, catalogFolder, place, startScript, isDev: false })
  const write = (path: string, text: string): void => {
    const file = join(dir, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
  for (const { path, script, render } of shop.pages) {
    const file = path === '' || path.endsWith('/') ? `${path}index.html` : path
    write(file, render(assetsOf(SAMPLES[script] ?? 'about/index.html')))
  }
  for (const { path, text } of shop.files()) write(path, text)
}

function assetsOf(file: string): PageAssets {
  if (!existsSync(join(DIST, file))) throw new Error(`dist/${file} is missing. Run: npm run build`)
  const html = readFileSync(join(DIST, file), 'utf8')
  const tags = tagsOf(html)
  const find = (name: string, key: string, value: string, wanted: string): string[] =>
    tags
      .filter((tag) => tag.name === name && tag.attributes.get(key) === value)
      .flatMap((tag) => tag.attributes.get(wanted) ?? [])
  return {
    ...startedFiles(tags),
    later: laterFilesIn(html),
    stylesheet: find('link', 'rel', 'stylesheet', 'href')[0] ?? '',
    pageStylesheet: find('link', 'rel', 'stylesheet', 'href')[1] ?? null,
    font: find('link', 'rel', 'preload', 'href')[0] ?? null,
    version: 'variant',
    isBuilt: true,
  }
}
