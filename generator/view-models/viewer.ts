import type { Product } from '../catalog/catalogue.ts'
import { fileUrl, type Site } from '../site.ts'

/** A model that can be turned. */
export interface ViewerView {
  /** Address of its GLB. */
  readonly model: string
  /** What the viewer tells a screen reader, by its own keys. */
  readonly words: Readonly<Record<string, string>>
}

const HEIGHTS = ['', 'upper-', 'lower-'] as const
const SIDES = ['front', 'right', 'back', 'left'] as const

/**
 * Prepare a product's model; null where there is none.
 *
 * @see https://modelviewer.dev/docs/index.html#entrydocs-stagingandcameras-attributes-a11y
 */
export function viewerView(site: Site, { slug }: Product): ViewerView | null {
  const file = site.models.find(slug)
  if (file === undefined) return null
  const { t } = site.words
  const sides = HEIGHTS.flatMap((height) => SIDES.map((side) => `${height}${side}`))
  return {
    model: fileUrl(site, file.path),
    words: {
      'interaction-prompt': t('viewer.interaction-prompt'),
      ...Object.fromEntries(sides.map((side) => [side, t(`viewer.side.${side}`)])),
    },
  }
}
