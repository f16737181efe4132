import { clamp, lerp, smooth } from '../core/number.ts'
import { keyed, profile } from '../solid/curve.ts'
import type { Mesh, SurfacePoint } from '../solid/mesh.ts'
import { slab } from '../solid/slab.ts'
import type { Vec3 } from '../solid/vec.ts'
import type { Last } from './last.ts'
import type { Profile } from './profile.ts'
import { THROAT } from './upper.ts'

const HALF_WIDTH = profile([
  [0, 0.9],
  [0.3, 1.55],
  [0.6, 2.0],
  [0.85, 2.3],
  [1, 2.25],
])

/** Size of the tongue's texture, in centimetres. */
export const TONGUE_SHEET = { width: 4, height: 11 } as const

/** The tongue: its mesh, and the height of its middle for the laces on it. */
export interface Tongue {
  readonly mesh: Mesh
  readonly height: (x: number) => number
}

/** Builds the tongue. `rise` scales its height behind the laces. */
export function buildTongue(form: Profile, last: Last, rise = 1): Tongue {
  const [start, end] = THROAT
  const y = (x: number, up: number): number => form.instep(x) + up
  const centre = keyed([
    [0, end + 1.3, form.top(end + 1.3) - 0.34],
    [0.12, end, y(end, -0.16)],
    [0.45, 16, y(16, -0.06)],
    [0.7, 13.7, y(13.7, 0.04)],
    [0.86, start + 0.1, y(start + 0.1, 0.3)],
    [0.93, start - 0.55, y(start - 0.55, 0.66 * rise)],
    [1, start - 1.0, y(start - 1.0, 1.02 * rise)],
  ])
  const surface = (share: number, across: number): Vec3 => {
    const [x = 0, top = 0] = centre(share)
    // The tip's corners are rounded, and the tip itself turns down at its end.
    const tip = clamp((share - 0.9) / 0.1)
    const narrow = Math.max(0.72, (1 - tip ** 4) ** 0.5)
    // Between the laces its edges lie under the upper's.
    const steep = lerp(1.75, 0.42, smooth(0.84, 0.97, share))
    const drop = steep * Math.abs(across * narrow) ** 2.2
    const z = last.middle(x) + across * HALF_WIDTH(share) * narrow
    return [x - drop * 0.25, top - 0.12 - drop - 0.16 * tip ** 6, z]
  }
  const [columns, rows] = [28, 70]
  const place = (i: number, j: number): SurfacePoint => {
    // Rows crowd together where the tip turns.
    const share = 1 - (1 - j / rows) ** 1.6
    const across = (2 * i) / columns - 1
    return [surface(share, across), i / columns, share]
  }
  const height = (x: number): number => {
    let [low, high] = [0, 1]
    for (let i = 0; i < 30; i++) {
      const middle = (low + high) / 2
      if ((centre(middle)[0] ?? 0) > x) low = middle
      else high = middle
    }
    return (centre(low)[1] ?? 0) - 0.12
  }
  // Padded, the more the nearer to the tip, and closed with a round edge.
  const thickness = (j: number): number => {
    const share = 1 - (1 - j) ** 1.6
    return (
      lerp(0.34, 0.82, smooth(0.7, 0.92, share)) *
      Math.max(0.3, 1 - ((share - 0.95) / 0.05) ** 2 * +(share > 0.95)) ** 0.5
    )
  }
  return { mesh: slab({ columns, rows, place }, thickness, true), height }
}
