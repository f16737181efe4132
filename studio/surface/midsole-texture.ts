import { join } from 'node:path'
import { GlobalFonts } from '@napi-rs/canvas'
import { lerp, smooth } from '../core/number.ts'
import type { ShoeSpec } from '../shoe/spec.ts'
import type { Last } from '../spike/last.ts'
import type { Profile } from '../spike/profile.ts'
import { WALL_LIP } from '../spike/sole.ts'
import { MaterialTexture } from './material-texture.ts'

const FONTS = join(import.meta.dirname, '../../node_modules/@fontsource-variable/archivo/files')
GlobalFonts.registerFromPath(join(FONTS, 'archivo-latin-standard-italic.woff2'), 'Wall')

/** Size of the foam's wall unrolled: about its length around the shoe, and its height. */
const WALL = { width: 64, height: 2.4 } as const

/** What the foam's wall depends on. */
export interface WallDesign {
  readonly spec: ShoeSpec
  readonly form: Profile
  readonly last: Last
}

/** The model's name on both sides of the waist, in the plate's colour. */
function name({ spec, form, last }: WallDesign, texture: MaterialTexture): void {
  const words = spec.slug.replaceAll('-', ' ').toUpperCase()
  const middle = 10.4
  const face = WALL.height * (1 - WALL_LIP)
  const stretch = face / Math.max(0.6, form.wall(middle) - form.bottom(middle))
  const lettering = texture.drawMask((pen) => {
    pen.font = 'italic 800 100px Wall'
    pen.textAlign = 'center'
    pen.textBaseline = 'middle'
    for (const side of [1, -1] as const) {
      const u = ((last.atX(side, middle) + 1) / 2) * WALL.width
      pen.save()
      pen.translate(u, WALL.height * WALL_LIP + face * 0.42)
      pen.scale((side * 0.62) / 100, (0.62 * stretch) / 100)
      // Seen from its side the wall runs from the heel to the toe, on both sides.
      pen.fillText(words, 0, 0)
      pen.restore()
    }
  }, 0)
  texture.apply(lettering, { slot: 'plate', rough: 0.4 })
}

/** The foam's wall: u runs once around the shoe, v down it. Moulded grooves, and the name. */
export function midsoleTexture(design: WallDesign, grain: number): MaterialTexture {
  const { last } = design
  const texture = new MaterialTexture({ ...WALL, grain, down: true }, 'midsole', 0.6)
  const along = Array.from({ length: texture.columns }, (_, i) => {
    return last.plan(-1 + (2 * (i + 0.5)) / texture.columns)[0]
  })
  const face = 1 - WALL_LIP
  const groove = (v: number, at: number, wide: number): number =>
    1 - smooth(wide * 0.4, wide, Math.abs(v - at))
  const cut = texture.mask((u, y) => {
    const x = along[Math.min(along.length - 1, Math.floor((u / WALL.width) * along.length))] ?? 0
    const down = (y / WALL.height - WALL_LIP) / face
    if (down < 0) return 0
    // One line the whole length, three more around the heel.
    const line = groove(down, lerp(0.14, 0.2, smooth(4, 16, x)), 0.03)
    const heel = smooth(8.4, 6.6, x + down * 1.4)
    const pads = [0.48, 0.62, 0.76].reduce((most, at) => Math.max(most, groove(down, at, 0.036)), 0)
    return Math.max(line, heel * pads)
  })
  texture.apply(cut, { rise: -0.045 })
  for (let k = 0; k < cut.length; k++) texture.shade[k] = 1 - 0.3 * (cut[k] ?? 0)
  name(design, texture)
  return texture
}
