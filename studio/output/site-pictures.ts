import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { iconSvg } from '../scene/icons.ts'
import { placeholderAccessory, placeholderShoe } from '../scene/placeholders.ts'
import { SILHOUETTES } from '../shoe/silhouettes.ts'
import { render, writePng } from './encode.ts'

/** A picture of the site itself, not of a product. */
export interface SitePicture {
  /** Its files in public/img, at least one. */
  readonly files: readonly [string, ...string[]]
  readonly draw: () => string
  /** Writes its files into the folder of pictures. */
  readonly write: (svg: string, folder: string) => Promise<void>
}

function asSvg(name: string, draw: () => string): SitePicture {
  return {
    files: [name],
    draw,
    write: async (svg, folder) => {
      await mkdir(dirname(join(folder, name)), { recursive: true })
      await writeFile(join(folder, name), `${svg}\n`)
    },
  }
}

function asPng(name: string, width: number, draw: () => string): SitePicture {
  return {
    files: [name],
    draw,
    write: (svg, folder) => writePng(render(svg, width), join(folder, name)),
  }
}

/** The site's drawn pictures: icons and placeholders. */
export const SITE_PICTURES: readonly SitePicture[] = [
  asPng('icon-192.png', 192, () => iconSvg(96, 0.06)),
  asPng('icon-512.png', 512, () => iconSvg(96, 0.06)),
  asPng('icon-maskable-512.png', 512, () => iconSvg(0, 0.16)),
  asPng('apple-touch-icon.png', 180, () => iconSvg(0, 0.08)),
  asSvg('favicon.svg', () => iconSvg(88, 0.02)),
  asSvg('placeholder-shoe.svg', () => placeholderShoe('sprint')),
  asSvg('placeholder-accessory.svg', placeholderAccessory),
  ...SILHOUETTES.map((silhouette) =>
    asSvg(`placeholders/${silhouette}.svg`, () => placeholderShoe(silhouette)),
  ),
]
