import type { Width } from '../catalog/width.ts'

/** One colour, width and size of a listed product. */
export interface ListedVariant {
  readonly families: readonly string[]
  readonly width: Width
  readonly size: string
  readonly isInStock: boolean
}
