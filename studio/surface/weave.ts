import { bump, clamp, lerp, smooth } from '../core/number.ts'
import type { ShoeSpec } from '../shoe/spec.ts'
import type { Pattern } from '../spike/pattern.ts'
import { THROAT } from '../spike/upper.ts'
import { cloud, speck } from './noise.ts'
import type { MaterialTexture } from './material-texture.ts'

/** Where on the texture the throat ends, and the toe. */
interface Zones {
  readonly throat: number
  readonly end: number
}

type Weave = (texture: MaterialTexture, zones: Zones) => void

/** Openings in staggered rows: pitch across and up, and the radius by place. */
function openings(
  texture: MaterialTexture,
  [px, py]: readonly [number, number],
  radius: (x: number, y: number) => number,
): void {
  const holes = new Float32Array(texture.shade.length)
  texture.each((x, y, k) => {
    const row = Math.floor(y / py)
    const shift = (row & 1) * 0.5
    const cx = (Math.floor(x / px - shift) + 0.5 + shift) * px
    const cy = (row + 0.5) * py
    const r = radius(cx, cy)
    if (r < 0.02) return
    const away = Math.hypot((x - cx) * (py / px) * 1.12, (y - cy) * 1.1)
    const hole = 1 - smooth(r - 0.025, r + 0.02, away)
    holes[k] = hole
    texture.weave[k] = (texture.weave[k] ?? 0) * (1 - hole) + 0.02 * bump(away, r + 0.03, 0.03)
  })
  texture.apply(holes, { slot: 'deep', alpha: 0.8, rise: -0.04 })
}

/** Opens over the toes, where a foot needs air, and closes at the edges. */
function airZone({ throat, end }: Zones): (x: number, y: number) => number {
  return (x, y) =>
    smooth(throat - 9.5, throat - 1.5, x + 0.35 * (y - 3)) *
    smooth(end - 0.8, end - 3.6, x) *
    smooth(0.6, 1.6, y)
}

/** Engineered mesh: a fine net all over, open hexagons in front. */
const mesh: Weave = (texture, zones) => {
  texture.each((x, y, k) => {
    const row = Math.floor(y / 0.1)
    const cx = (Math.floor(x / 0.13 - (row & 1) * 0.5) + 0.5 + (row & 1) * 0.5) * 0.13
    const away = Math.hypot(x - cx, (y - (row + 0.5) * 0.1) * 1.2)
    const thread = smooth(0.018, 0.055, away)
    texture.weave[k] = 0.016 * thread
    texture.shade[k] = (0.86 + 0.14 * thread) * (0.97 + 0.05 * cloud(x * 1.3, y * 1.3))
  })
  const zone = airZone(zones)
  openings(texture, [0.42, 0.31], (x, y) => 0.135 * zone(x, y))
}

/** Flat-bed knit: columns of little vs, ribs in the quarter, a few eyelet holes in front. */
const knit: Weave = (texture, zones) => {
  const { throat, end } = zones
  texture.each((x, y, k) => {
    const wale = Math.floor(x / 0.23)
    const across = x / 0.23 - wale - 0.5
    const turn = (y / 0.18 + 1.1 * Math.abs(across)) * Math.PI * 2
    const loop = (0.5 + 0.5 * Math.cos(turn)) * (1 - Math.abs(2 * across) ** 4)
    const ribbed = smooth(throat - 1, throat - 6, x) * smooth(1.5, 4, x)
    const rib = 0.5 + 0.5 * Math.cos(((x * 0.8 + y * 0.55) * Math.PI * 2) / 0.6)
    texture.weave[k] = 0.03 * loop + 0.034 * ribbed * rib
    const yarn = 0.96 + 0.07 * speck(wale * 7 + 1, Math.floor(y / 0.18) * 3)
    texture.shade[k] = (0.8 + 0.2 * loop) * yarn * (1 - 0.07 * ribbed * (1 - rib))
  })
  openings(texture, [0.68, 0.54], (x, y) => {
    const zone = smooth(throat - 3, throat, x) * smooth(end - 1, end - 3.5, x) * smooth(1.2, 2, y)
    return 0.12 * zone
  })
}

/** A clear skin over crossed fibres: smooth, with a dull shine. */
const film: Weave = (texture) => {
  const fibre = (d: number): number => smooth(0.4, 0.47, Math.abs((d % 1) - 0.5))
  texture.each((x, y, k) => {
    const one = fibre(x / 0.62 + y / 0.86 + 40)
    const other = fibre(x / 0.62 - y / 0.86 + 40)
    const cross = Math.max(one, other)
    const ground = Math.cos((x + y) * Math.PI * 20) * Math.cos((x - y) * Math.PI * 20)
    texture.weave[k] = 0.016 * cross + 0.002 * ground
    texture.shade[k] = 0.8 + 0.2 * cross + 0.025 * ground * (1 - cross)
    texture.rough[k] = lerp(0.34, 0.5, cross)
  })
}

/** Synthetic leather: fine grain, a pattern of small holes over the toes. */
const leather: Weave = (texture, { throat, end }) => {
  texture.each((x, y, k) => {
    const grain = cloud(x * 11, y * 11) * 0.6 + cloud(x * 23, y * 23) * 0.4
    texture.weave[k] = 0.008 * grain
    texture.shade[k] = 0.97 + 0.04 * grain
    texture.rough[k] = 0.46 + 0.08 * grain
  })
  openings(texture, [0.72, 0.6], (x, y) => {
    const zone =
      smooth(throat - 0.4, throat, x) * smooth(end - 3, end - 3.4, x) * smooth(2.4, 2.8, y)
    return zone > 0.5 ? 0.07 : 0
  })
}

const WEAVES: Readonly<Record<ShoeSpec['upper'], Weave>> = {
  mesh,
  knit,
  film,
  'synthetic-leather': leather,
}

/** Weaves the cloth of one side of the upper. */
export function weave(texture: MaterialTexture, cloth: ShoeSpec['upper'], pattern: Pattern): void {
  WEAVES[cloth](texture, { throat: pattern.uAtTop(THROAT[1]), end: clamp(pattern.end, 20, 40) })
}
