import type { Product } from '../catalog/catalogue.ts'
import { fileUrl, type Site } from '../site.ts'

/** Data for the 3D viewer. */
export interface ViewerView {
  /** Address of its GLB. */
  readonly model: string
  /** Text for screen readers, by the viewer's own keys. */
  readonly words: Readonly<Record<string, string>>
}

const HEIGHTS = ['', 'upper-', 'lower-'] as const
const SIDES = ['front', 'right', 'back', 'left'] as const

/**
 * Prepare a product's 3D model; null if there is none.
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
