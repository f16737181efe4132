import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readShoes } from './output/catalogue.ts'
import type { ShoeSpec } from './shoe/spec.ts'
import { merge, pointAt, type Mesh } from './solid/mesh.ts'
import { buildSpike, type Material, type Spike } from './spike/assemble.ts'
import { makeLast } from './spike/last.ts'
import { pinPlaces } from './spike/pins.ts'
import { shoeProfile } from './spike/profile.ts'

const { models } = await readShoes(join(import.meta.dirname, '../catalog/products'), [])

function specOf(slug: string): ShoeSpec {
  return models.find((model) => model.slug === slug)!.colourways[0]!.spec
}

/** One shoe of each way of fastening; building one takes a moment, so they are shared. */
const SHOES = ['tsubame', 'myr', 'tsuru-l', 'scatto-400', 'quench']
const spikes = new Map<string, Spike>(SHOES.map((slug) => [slug, buildSpike(specOf(slug))]))

function meshOf(slug: string, ...materials: Material[]): Mesh | null {
  const found = spikes.get(slug)!.parts.filter(({ material }) => materials.includes(material))
  return found.length > 0 ? merge(found.map(({ mesh }) => mesh)) : null
}

/** For each corner, a number that corners at the same place share (to 5 micrometres). */
function places(mesh: Mesh): number[] {
  const known = new Map<number, number>()
  return Array.from({ length: mesh.positions.length / 3 }, (_, i) => {
    const [x, y, z] = pointAt(mesh.positions, i).map((value) => Math.round(value * 2000) + 32768)
    const key = (x! * 131072 + y!) * 131072 + z!
    const found = known.get(key) ?? known.size
    known.set(key, found)
    return found
  })
}

/** Edges that are not shared by an even number of faces: where a body is open. */
function openEdges(mesh: Mesh): number {
  const at = places(mesh)
  const open = new Set<number>()
  const meet = (a: number, b: number): void => {
    const key = Math.min(a, b) * at.length + Math.max(a, b)
    if (!open.delete(key)) open.add(key)
  }
  for (let i = 0; i < mesh.triangles.length; i += 3) {
    const [a, b, c] = [0, 1, 2].map((k) => at[mesh.triangles[i + k]!]!) as [number, number, number]
    if (a === b || b === c || a === c) continue
    meet(a, b)
    meet(b, c)
    meet(c, a)
  }
  return open.size
}

/** How many bodies that do not touch a mesh is made of. */
function bodies(mesh: Mesh): number {
  const at = places(mesh)
  const parent = at.map((_, i) => i)
  const root = (i: number): number => {
    while (parent[i] !== i) i = parent[i] = parent[parent[i]!]!
    return i
  }
  for (let i = 0; i < mesh.triangles.length; i += 3) {
    const [a, b, c] = [0, 1, 2].map((k) => root(at[mesh.triangles[i + k]!]!))
    parent[a!] = parent[b!] = c!
  }
  return new Set(at.map(root)).size
}

describe('every mesh', () => {
  test.each(SHOES)('of %s has finite numbers only', (slug) => {
    for (const { mesh } of spikes.get(slug)!.parts) {
      for (const list of [mesh.positions, mesh.normals, mesh.uvs]) {
        let sum = 0
        for (const value of list) sum += value
        expect(Number.isFinite(sum)).toBe(true)
      }
    }
  })

  test.each(SHOES)('of %s that has an inside is closed', (slug) => {
    const shells: Material[][] = [
      ['upperOuter', 'upperInner', 'lining'],
      ...(
        [
          'tongue',
          'laces',
          'strap',
          'shroud',
          'knob',
          'wires',
          'steel',
          'boss',
          'webbing',
          'lugs',
        ] as const
      ).map((material) => [material]),
    ]
    for (const materials of shells) {
      const mesh = meshOf(slug, ...materials)
      if (mesh) expect([materials[0], openEdges(mesh)]).toEqual([materials[0], 0])
    }
  })
})

describe('pins', () => {
  test.each(SHOES)('of %s are as many bodies of steel as the catalogue says', (slug) => {
    const { forefoot, heel } = specOf(slug).pins
    const steel = meshOf(slug, 'steel')
    expect(steel ? bodies(steel) : 0).toBe(forefoot + heel)
  })

  test.each(models.map(({ slug }) => slug))(
    'of %s stand within the sole, fore and heel',
    (slug) => {
      const spec = specOf(slug)
      const form = shoeProfile(spec)
      const last = makeLast(form)
      const { forefoot, heel } = pinPlaces(spec, form, last)
      expect([forefoot.length, heel.length]).toEqual([spec.pins.forefoot, spec.pins.heel])
      for (const [x, z] of [...forefoot, ...heel]) {
        expect(z).toBeLessThan(last.plan(last.atX(1, x))[1] - 0.3)
        expect(z).toBeGreaterThan(last.plan(last.atX(-1, x))[1] + 0.3)
      }
      for (const [x] of forefoot) expect(x).toBeGreaterThan(14)
      for (const [x] of heel) expect(x).toBeLessThan(7)
    },
  )

  test('stand apart as seen from the side, so that each can be counted', () => {
    for (const slug of SHOES) {
      const { forefoot } = spikes.get(slug)!.pins
      const xs = forefoot.map(([x]) => x).sort((a, b) => a - b)
      for (const [i, x] of xs.entries()) if (i > 0) expect(x - xs[i - 1]!).toBeGreaterThan(0.7)
    }
  })
})

describe('the sole', () => {
  test.each(models.map(({ slug }) => slug))(
    'of %s is as thick as its stack height says',
    (slug) => {
      const spec = specOf(slug)
      const form = shoeProfile(spec)
      const [heel, fore] = spec.stackMm
      expect(Math.abs((form.bed(3.6) - form.bottom(3.6)) * 10 - heel)).toBeLessThan(1)
      expect(Math.abs((form.bed(19.4) - form.bottom(19.4)) * 10 - fore)).toBeLessThan(1)
    },
  )

  test.each(SHOES)('of %s has that thickness in its meshes', (slug) => {
    const [heel, fore] = specOf(slug).stackMm
    const level = (material: Material, x: number, low: boolean): number => {
      const { positions } = meshOf(slug, material)!
      const near = Array.from({ length: positions.length / 3 }, (_, i) => pointAt(positions, i))
        .filter((point) => Math.abs(point[0] - x) < 0.12)
        .map((point) => point[1])
      return low ? Math.min(...near) : Math.max(...near)
    }
    for (const [x, thick] of [
      [3.6, heel],
      [19.4, fore],
    ] as const) {
      const feather = level('upperOuter', x, true)
      expect(Math.abs((feather - level('outsole', x, true)) * 10 - thick)).toBeLessThan(1)
    }
  })
})

describe('the same catalogue entry', () => {
  /** A digest of all numbers of all meshes; comparing them one by one takes a minute. */
  const digest = ({ parts }: Spike): string => {
    const hash = createHash('sha256')
    for (const { material, mesh } of parts) {
      hash.update(material)
      for (const list of [mesh.positions, mesh.normals, mesh.uvs, mesh.triangles]) {
        hash.update(new Uint8Array(list.buffer))
      }
    }
    return hash.digest('hex')
  }

  test('gives the same meshes, in any colour', () => {
    const spec = structuredClone(specOf('tsubame'))
    const palette = { ...spec.palette, upper: '#00ff00' }
    expect(digest(buildSpike({ ...spec, palette }))).toBe(digest(spikes.get('tsubame')!))
    expect(digest(spikes.get('myr')!)).not.toBe(digest(spikes.get('tsubame')!))
  })
})
