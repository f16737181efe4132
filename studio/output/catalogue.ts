import { readFile, readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { parse } from 'yaml'
import { productSchema, type ProductSource } from '../../generator/catalog/schema.ts'
import { accessorySpec } from '../accessory/spec.ts'
import { accessoryView } from '../accessory/view.ts'
import { productCard } from '../scene/card.ts'
import { shoeSpec, type ShoeSpec } from '../shoe/spec.ts'

/** One picture to draw: an accessory in one colour. */
export interface Picture {
  /** `<slug>/<colour>`: its folder under public/img/products. */
  readonly key: string
  /** Draws it as an SVG document of 1600 by 1200. */
  readonly draw: () => string
}

/** The folder name of a colour: `Old Rose` becomes `old-rose`. */
export function kebabCase(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[^a-zA-Z0-9]+/g, ' ')
    .trim()
    .toLowerCase()
    .replaceAll(' ', '-')
}

/** The English version of a text, which may be one text or one per language. */
function english(text: string | Readonly<Record<string, string>>): string {
  return typeof text === 'string' ? text : (text['en'] ?? Object.values(text)[0] ?? '')
}

async function readProduct(file: string): Promise<ProductSource> {
  const checked = productSchema.safeParse(parse(await readFile(file, 'utf8')))
  if (checked.success) return checked.data
  const [first] = checked.error.issues
  throw new Error(first ? `${first.path.join('.')}: ${first.message}` : 'not a product')
}

/** A shoe of the catalogue in all its colours. */
export interface Model {
  readonly slug: string
  /** Each colour's picture folder, its code, and what its pictures are made from. */
  readonly colourways: readonly {
    readonly key: string
    readonly code: string
    readonly spec: ShoeSpec
  }[]
}

/** Reads the shoes of a folder, or those named. Returns a message for each unreadable file. */
export async function readShoes(
  folder: string,
  slugs: readonly string[],
): Promise<{ readonly models: readonly Model[]; readonly problems: string[] }> {
  const { files, problems } = await productFiles(folder, slugs)
  const models: Model[] = []
  for (const { slug, file } of files) {
    try {
      const product = await readProduct(file)
      if (product.kind !== 'shoe') continue
      const colourways = product.colours.map(({ name, code, palette }) => ({
        key: `${slug}/${kebabCase(english(name))}`,
        code,
        spec: shoeSpec(slug, product, palette),
      }))
      models.push({ slug, colourways })
    } catch (error) {
      problems.push(messageOf(file, error))
    }
  }
  return { models, problems }
}

function messageOf(file: string, error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error)
  return `${file}: ${reason.split('\n')[0] ?? reason}`
}

/** The files of the products wanted, and a message for each unknown slug. */
async function productFiles(
  folder: string,
  slugs: readonly string[],
): Promise<{ files: { slug: string; file: string }[]; problems: string[] }> {
  const found = (await readdir(folder)).filter((name) => name.endsWith('.yaml')).sort()
  const known = found.map((name) => basename(name, '.yaml'))
  const files = known
    .filter((slug) => slugs.length === 0 || slugs.includes(slug))
    .map((slug) => ({ slug, file: join(folder, `${slug}.yaml`) }))
  const problems = slugs
    .filter((slug) => !known.includes(slug))
    .map((slug) => `${join(folder, slug)}.yaml: no such file`)
  return { files, problems }
}

/** Reads the accessories of a folder, or those named, and how to draw each colour. */
export async function readAccessories(
  folder: string,
  slugs: readonly string[],
): Promise<{ readonly pictures: readonly Picture[]; readonly problems: readonly string[] }> {
  const { files, problems } = await productFiles(folder, slugs)
  const pictures: Picture[] = []
  for (const { slug, file } of files) {
    try {
      const product = await readProduct(file)
      if (product.kind !== 'accessory') continue
      for (const { name, palette } of product.colours) {
        const spec = accessorySpec(product, palette)
        const key = `${slug}/${kebabCase(english(name))}`
        pictures.push({ key, draw: () => productCard(accessoryView(spec)) })
      }
    } catch (error) {
      problems.push(messageOf(file, error))
    }
  }
  return { pictures, problems }
}
