import { bump, clamp, lerp, smooth } from '../core/number.ts'
import { gridMesh, gridNormals, type Mesh, type SurfacePoint } from '../solid/mesh.ts'
import type { Last } from './last.ts'
import type { Profile } from './profile.ts'

/** The sole's texture: a plan view, in centimetres. */
export const SOLE_SHEET = { x: -1, z: -6, width: 30.5, height: 12 } as const

/** Gaps between points around the sole's wall. */
const RING = 520

interface Foot {
  readonly form: Profile
  readonly last: Last
}

/** One point of the sole's edge. */
interface Station {
  readonly t: number
  readonly x: number
  readonly z: number
  readonly nx: number
  readonly nz: number
}

function station({ last }: Foot, t: number): Station {
  const [x, z] = last.plan(t)
  const [nx, nz] = last.outward(t)
  return { t, x, z, nx, nz }
}

const heelSwell = (t: number): number => Math.exp(-((t / 0.1) ** 2))

/** Distance of the wall from the outline; `down` runs from 0 at its top to 1 at its foot. */
function wallOut({ form }: Foot, at: Station, down: number): number {
  const thick = form.wall(at.x) - form.bottom(at.x)
  const soft = form.shape.tread === 'plate' ? 0.16 : 0.22
  let out = 0.14 + soft * Math.sin(Math.PI * down ** 0.8) * clamp(thick / 2) - 0.08 * down * down
  out += heelSwell(at.t) * 0.24 * smooth(0.1, 0.9, down) * clamp(thick / 1.8)
  // A groove runs along the wall of thick soles and fades out towards the toe.
  const groove = lerp(0.34, 0.6, smooth(0, 16, at.x))
  out -= 0.1 * bump(down, groove, 0.035) * smooth(24, 19, at.x) * smooth(1.3, 1.9, thick)
  return out
}

interface Wall {
  readonly top: number
  readonly foot: number
  readonly out: (y: number) => number
}

function wallAt(foot: Foot, at: Station): Wall {
  const [top, low] = [foot.form.wall(at.x), foot.form.bottom(at.x) + foot.form.plate * 0.5]
  return {
    top,
    foot: low,
    out: (y) => wallOut(foot, at, clamp((top - y) / Math.max(top - low, 1e-3))),
  }
}

function outside(at: Station, out: number, y: number): [number, number, number] {
  return [at.x + at.nx * out, y, at.z + at.nz * out]
}

/** Share of the foam wall's texture that is its lip. */
export const WALL_LIP = 10 / 46

/** The foam's wall: tucked under the upper, over a rounded lip, and down. */
function midsoleMesh(foot: Foot): Mesh {
  const rows = 46
  const lip = Math.round(rows * WALL_LIP)
  const place = (i: number, row: number): SurfacePoint => {
    const at = station(foot, -1 + (2 * i) / RING)
    const wall = wallAt(foot, at)
    const u = i / RING
    if (row <= lip) {
      const angle = (row / lip) * Math.PI
      const out = lerp(-0.14, wall.out(wall.top), (1 - Math.cos(angle)) / 2)
      return [outside(at, out, wall.top + 0.06 * Math.sin(angle)), u, row / rows]
    }
    const y = lerp(wall.top, wall.foot, (row - lip) / (rows - lip))
    return [outside(at, wall.out(y), y), u, row / rows]
  }
  return gridMesh({ columns: RING, rows, place }, { flip: true })
}

/** The plate's side: a thin shell over the foam that climbs the forefoot in waves. */
function plateEdgeMesh(foot: Foot): Mesh {
  const { form } = foot
  const rows = 18
  const place = (i: number, row: number): SurfacePoint => {
    const at = station(foot, -1 + (2 * i) / RING)
    const wall = wallAt(foot, at)
    const shell = lerp(0.02, 0.07, smooth(form.plateFrom - 0.5, form.plateFrom + 1, at.x))
    const bottom = form.bottom(at.x)
    const top = Math.min(wall.top - 0.1, bottom + form.plate + form.climb(at.x))
    const share = row / rows
    const low = bottom + 0.14
    if (share < 0.34) {
      const angle = ((share / 0.34) * Math.PI) / 2
      const y = bottom + 0.14 * (1 - Math.cos(angle))
      return [
        outside(at, wall.out(low) - 0.12 + (0.12 + shell) * Math.sin(angle), y),
        i / 26,
        share,
      ]
    }
    if (share < 0.8) {
      const y = lerp(low, Math.max(top, low), (share - 0.34) / 0.46)
      return [outside(at, wall.out(y) + shell, y), i / 26, share]
    }
    const angle = (((share - 0.8) / 0.2) * Math.PI) / 2
    const y = Math.max(top, low) + 0.04 * Math.sin(angle)
    return [
      outside(at, wall.out(top) + shell - (shell + 0.06) * (1 - Math.cos(angle)), y),
      i / 26,
      share,
    ]
  }
  return gridMesh({ columns: RING, rows, place })
}

/** Height of the underside at a place, `across` from -1 inner edge to 1 outer edge. */
function hollow(x: number, across: number): number {
  return 0.1 * across ** 8 + 0.14 * (1 - across * across) * bump(x, 11, 2.8)
}

/** The underside, seen in the sole view. */
function outsoleMesh(foot: Foot): Mesh {
  const { form } = foot
  const [columns, rows] = [70, 300]
  const rim = (t: number): [number, number] => {
    const at = station(foot, t)
    const out = wallAt(foot, at).out(form.bottom(at.x) + 0.14) - 0.11
    return [at.x + at.nx * out, at.z + at.nz * out]
  }
  const place = (i: number, row: number): SurfacePoint => {
    // Rows crowd together at heel and toe, where the outline turns.
    const t = clamp(0.5 - 0.5 * Math.cos((Math.PI * row) / rows), 0.0004, 0.9996)
    const [inner, outer] = [rim(-t), rim(t)]
    const share = i / columns
    const x = lerp(inner[0], outer[0], share)
    const z = lerp(inner[1], outer[1], share)
    const y = form.bottom(x) + hollow(x, 2 * share - 1)
    const { x: x0, z: z0, width, height } = SOLE_SHEET
    return [[x, y, z], (x - x0) / width, (z - z0) / height]
  }
  const mesh = gridMesh({ columns, rows, place })
  const normals = gridNormals(mesh.positions, { columns, rows })
  const down = (normals[1] ?? 0) > 0 || (normals[3 * 5000 + 1] ?? 0) > 0
  return down ? gridMesh({ columns, rows, place }, { flip: true }) : mesh
}

/** The insole, seen through the opening. */
function insoleMesh({ form, last }: Foot): Mesh {
  const [columns, rows] = [30, 110]
  const place = (i: number, row: number): SurfacePoint => {
    const t = clamp(row / rows, 0.003, 0.997)
    const edge = (at: number): [number, number] => {
      const [x, z] = last.plan(at)
      const [nx, nz] = last.outward(at)
      return [x - nx * 0.3, z - nz * 0.3]
    }
    const [inner, outer] = [edge(-t), edge(t)]
    const x = lerp(inner[0], outer[0], i / columns)
    const z = lerp(inner[1], outer[1], i / columns)
    const rise = (2 * i) / columns - 1
    const y = form.bed(x) + 0.22 + 0.25 * rise ** 4 * smooth(17, 8, x)
    return [[x, y, z], x / 30, (z + 6) / 12]
  }
  return gridMesh({ columns, rows, place })
}

/** The sole's meshes. */
export interface Sole {
  readonly midsole: Mesh
  readonly plateEdge: Mesh
  readonly outsole: Mesh
  readonly insole: Mesh
}

/** Builds the sole under a last. */
export function buildSole(form: Profile, last: Last): Sole {
  const foot = { form, last }
  return {
    midsole: midsoleMesh(foot),
    plateEdge: plateEdgeMesh(foot),
    outsole: outsoleMesh(foot),
    insole: insoleMesh(foot),
  }
}

/** Height of the underside at a place in plan. */
export function soleHeight(form: Profile, last: Last, [x, z]: readonly [number, number]): number {
  const [, inner] = last.plan(last.atX(-1, x))
  const [, outer] = last.plan(last.atX(1, x))
  const across = clamp((2 * (z - inner)) / Math.max(outer - inner, 0.1) - 1, -1, 1)
  return form.bottom(x) + hollow(x, across)
}
