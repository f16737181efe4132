import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import type { Part } from '../spike/assemble.ts'
import type { Finish } from '../surface/finishes.ts'
import { MaterialTexture, type Raster } from '../surface/material-texture.ts'
import { SLOTS, SLOTS_PER_PASS, SLOT_PASSES } from '../surface/slots.ts'

/** A material for the Blender script. Files are PNGs in the same folder. */
interface PackedMaterial {
  readonly name: string
  /** For each slot pass a file, three constant shares, or null. */
  readonly passes: readonly (string | readonly number[] | null)[]
  readonly normal: string | null
  readonly relief: number
  readonly rough: number | string
  readonly metal: number
  readonly coat: number
  readonly bounce: number
}

async function savePng(raster: Raster, file: string): Promise<void> {
  const { width, height, channels, pixels } = raster
  await sharp(pixels, { raw: { width, height, channels } })
    .png({ compressionLevel: 1 })
    .toFile(file)
}

function constantPasses(finish: Finish): (readonly number[] | null)[] {
  const index = SLOTS.findIndex((slot) => slot === finish.colour)
  return Array.from({ length: SLOT_PASSES }, (_, pass) =>
    Math.floor(index / SLOTS_PER_PASS) === pass && index >= 0
      ? [0, 1, 2].map((c) => (index % SLOTS_PER_PASS === c ? 1 : 0))
      : null,
  )
}

async function packMaterial(folder: string, name: string, finish: Finish): Promise<PackedMaterial> {
  const { colour, rough, metal = 0, coat = 0, bounce, relief = 1 } = finish
  const common = { name, metal, coat, bounce, relief }
  if (!(colour instanceof MaterialTexture)) {
    const flat = typeof rough === 'number' ? rough : 0.5
    return { ...common, passes: constantPasses(finish), normal: null, rough: flat }
  }
  const passes: (string | null)[] = Array.from({ length: SLOT_PASSES }, () => null)
  for (const { index, raster } of colour.passes()) {
    passes[index] = `${name}-${index}.png`
    await savePng(raster, join(folder, `${name}-${index}.png`))
  }
  await savePng(colour.normals(), join(folder, `${name}-normal.png`))
  if (rough === 'texture') await savePng(colour.roughness(), join(folder, `${name}-rough.png`))
  const shine = rough === 'texture' ? `${name}-rough.png` : rough
  return { ...common, passes, normal: `${name}-normal.png`, rough: shine }
}

/** Writes parts and their materials as files that the Blender script reads. */
export async function writeBlenderScene(
  folder: string,
  parts: readonly Part[],
  finishes: Readonly<Record<string, Finish>>,
): Promise<void> {
  await mkdir(folder, { recursive: true })
  const used = [...new Set(parts.map(({ material }) => material))]
  const materials = []
  for (const name of used) {
    const finish = finishes[name]
    if (!finish) throw new Error(`There is no finish named ${name}`)
    materials.push(await packMaterial(folder, name, finish))
  }
  const chunks: Buffer[] = []
  const listed = parts.map(({ material, mesh }) => {
    const lists = [mesh.positions, mesh.normals, mesh.uvs, mesh.triangles]
    for (const list of lists)
      chunks.push(Buffer.from(list.buffer, list.byteOffset, list.byteLength))
    return { material, points: mesh.positions.length / 3, triangles: mesh.triangles.length / 3 }
  })
  await writeFile(join(folder, 'meshes.bin'), Buffer.concat(chunks))
  await writeFile(join(folder, 'scene.json'), JSON.stringify({ parts: listed, materials }))
}
