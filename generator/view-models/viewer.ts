import type { Product } from '../catalog/catalogue.ts'
import { fileUrl, type Site } from '../site.ts'

/** Data for the 3D viewer. */
export interface ViewerView {
  /** Address of its GLB. */
  readonly model: string
}

/** Prepare a product's model; null where there is none. */
export function viewerView(site: Site, { slug }: Product): ViewerView | null {
  const file = site.models.find(slug)
  return file === undefined ? null : { model: fileUrl(site, file.path) }
}
