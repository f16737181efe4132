import { Document, NodeIO, type Material as GltfMaterial, type Texture } from '@gltf-transform/core'
import {
  KHRMaterialsClearcoat,
  KHRMaterialsVariants,
  ALL_EXTENSIONS,
  EXTTextureWebP,
  type Variant,
} from '@gltf-transform/extensions'
import { meshopt, prune, simplify, weld } from '@gltf-transform/functions'
import { MeshoptEncoder, MeshoptSimplifier } from 'meshoptimizer'
import sharp from 'sharp'
import type { ShoeSpec } from '../shoe/spec.ts'
import { buildSpike, type Material, type Part } from '../spike/assemble.ts'
import { finishesOf, type Finish } from '../surface/finishes.ts'
import { MaterialTexture, type Raster } from '../surface/material-texture.ts'
import { coloursOf, linear, type Colours, type Slot } from '../surface/slots.ts'

/** A colour that the viewer can switch to; `code` is the catalogue's. */
export interface ViewerColour {
  readonly code: string
  readonly spec: ShoeSpec
}

/** Limits for a model's textures, in pixels, and triangles. */
interface Budget {
  readonly albedo: number
  readonly normal: number
  readonly quality: number
  /** The share of triangles to keep. */
  readonly triangles: number
}

/** Tried in order until the file is small enough. */
const BUDGETS: readonly Budget[] = [
  { albedo: 1024, normal: 900, quality: 74, triangles: 0.26 },
  { albedo: 896, normal: 720, quality: 66, triangles: 0.22 },
  { albedo: 768, normal: 560, quality: 58, triangles: 0.18 },
]

/** The maximum size of a model in bytes. */
export const MODEL_LIMIT = 700_000

/** Parts whose textures have a drawing. The others have one colour. */
const DRAWN: readonly Material[] = ['upperOuter', 'upperInner', 'outsole', 'tongue']

const toGamma = (c: number): number =>
  c <= 0.0031308 ? 12.92 * c : 1.055 * Math.min(1, c) ** (1 / 2.4) - 0.055

/** A texture in colour. */
function coloured(texture: MaterialTexture, colours: Colours): Raster {
  const layers = [...texture.weights].map(([slot, weight]) => ({
    weight,
    tint: linear(colours[slot]),
  }))
  const pixels = new Uint8Array(texture.columns * texture.rows * 3)
  for (let k = 0; k < texture.shade.length; k++) {
    const shade = texture.shade[k] ?? 1
    for (const c of [0, 1, 2] as const) {
      let sum = 0
      for (const { weight, tint } of layers) sum += (weight[k] ?? 0) * tint[c]
      pixels[3 * k + c] = Math.round(255 * toGamma(sum * shade))
    }
  }
  return { width: texture.columns, height: texture.rows, channels: 3, pixels }
}

/** The colour that a texture averages to, in linear light. */
function average(
  colour: MaterialTexture | Slot | null,
  colours: Colours,
): [number, number, number] {
  if (colour === null) return [0.55, 0.56, 0.58]
  if (!(colour instanceof MaterialTexture)) return linear(colours[colour])
  const total: [number, number, number] = [0, 0, 0]
  const step = 17
  let count = 0
  for (let k = 0; k < colour.shade.length; k += step, count++) {
    for (const [slot, weight] of colour.weights) {
      const share = (weight[k] ?? 0) * (colour.shade[k] ?? 1)
      linear(colours[slot]).forEach((c, i) => (total[i as 0 | 1 | 2] += share * c))
    }
  }
  return [total[0] / count, total[1] / count, total[2] / count]
}

async function webp(
  { width, height, channels, pixels }: Raster,
  wide: number,
  quality: number,
): Promise<Uint8Array> {
  const image = sharp(pixels, { raw: { width, height, channels } }).resize(Math.min(wide, width))
  return image.webp({ quality, effort: 4, smartSubsample: true }).toBuffer()
}

/** Builds the glTF document. */
class Model {
  readonly doc = new Document()
  readonly #buffer = this.doc.createBuffer()
  readonly #scene = this.doc.createScene()
  readonly #variants = this.doc.createExtension(KHRMaterialsVariants)
  readonly #clear = this.doc.createExtension(KHRMaterialsClearcoat)

  constructor() {
    this.doc.createExtension(EXTTextureWebP).setRequired(true)
  }

  texture(name: string, image: Uint8Array): Texture {
    return this.doc.createTexture(name).setImage(image).setMimeType('image/webp')
  }

  material(name: string, { rough, metal = 0, coat = 0 }: Finish): GltfMaterial {
    const made = this.doc
      .createMaterial(name)
      .setRoughnessFactor(typeof rough === 'number' ? rough : 0.62)
      .setMetallicFactor(metal)
      .setDoubleSided(true)
    if (coat === 0) return made
    const gloss = this.#clear
      .createClearcoat()
      .setClearcoatFactor(coat)
      .setClearcoatRoughnessFactor(0.1)
    return made.setExtension('KHR_materials_clearcoat', gloss)
  }

  variants(codes: readonly string[]): Variant[] {
    return codes.map((code) => this.#variants.createVariant(code))
  }

  add(
    { material, mesh }: Part,
    skins: readonly { variant: Variant; material: GltfMaterial }[],
  ): void {
    const accessor = (type: 'SCALAR' | 'VEC2' | 'VEC3', array: Float32Array | Uint32Array) =>
      this.doc.createAccessor().setType(type).setArray(array).setBuffer(this.#buffer)
    const list = this.#variants.createMappingList()
    for (const skin of skins) {
      list.addMapping(
        this.#variants.createMapping().addVariant(skin.variant).setMaterial(skin.material),
      )
    }
    const primitive = this.doc
      .createPrimitive()
      .setAttribute(
        'POSITION',
        accessor(
          'VEC3',
          mesh.positions.map((value) => value / 100),
        ),
      )
      .setAttribute('NORMAL', accessor('VEC3', mesh.normals))
      .setIndices(accessor('SCALAR', mesh.triangles))
      .setMaterial(skins[0]?.material ?? null)
      .setExtension('KHR_materials_variants', list)
    if (DRAWN.includes(material)) primitive.setAttribute('TEXCOORD_0', accessor('VEC2', mesh.uvs))
    const held = this.doc.createMesh(material).addPrimitive(primitive)
    this.#scene.addChild(this.doc.createNode(material).setMesh(held))
  }
}

async function skin(
  model: Model,
  part: { name: Material; finish: Finish; relief: Texture | null },
  { colour, budget }: { colour: ViewerColour; budget: Budget },
): Promise<GltfMaterial> {
  const { name, finish, relief } = part
  const colours = coloursOf(colour.spec)
  const made = model.material(`${name} ${colour.code}`, finish)
  if (!(finish.colour instanceof MaterialTexture) || !DRAWN.includes(name)) {
    return made.setBaseColorFactor([...average(finish.colour, colours), 1])
  }
  const wide = name === 'tongue' ? 160 : budget.albedo
  const image = await webp(coloured(finish.colour, colours), wide, budget.quality)
  if (relief) made.setNormalTexture(relief).setNormalScale(0.9)
  return made.setBaseColorTexture(model.texture(`${name} ${colour.code}`, image))
}

async function assemble(colours: readonly ViewerColour[], budget: Budget): Promise<Document> {
  const [first] = colours
  if (!first) throw new Error('A model needs at least one colour')
  const spike = buildSpike(first.spec)
  const grain = budget.albedo / 32.5
  const finishes = finishesOf(spike, { upper: grain, sole: grain })
  const model = new Model()
  const variants = model.variants(colours.map(({ code }) => code))
  for (const part of spike.parts) {
    const finish = finishes[part.material]
    const { colour: texture } = finish
    const relief =
      texture instanceof MaterialTexture &&
      DRAWN.includes(part.material) &&
      part.material !== 'tongue'
        ? model.texture(
            `${part.material} relief`,
            await webp(texture.normals(), budget.normal, budget.quality),
          )
        : null
    const skins = []
    for (const [i, colour] of colours.entries()) {
      const variant = variants[i]
      const look = { name: part.material, finish, relief }
      if (variant) skins.push({ variant, material: await skin(model, look, { colour, budget }) })
    }
    model.add(part, skins)
  }
  return model.doc
}

/**
 * A shoe as a GLB for the page's viewer: simplified, compressed with meshopt, WebP textures, one
 * material variant for each colour's code. Throws if it can't be made small enough.
 */
export async function modelFile(colours: readonly ViewerColour[]): Promise<Uint8Array> {
  await Promise.all([MeshoptEncoder.ready, MeshoptSimplifier.ready])
  const io = new NodeIO()
    .registerExtensions(ALL_EXTENSIONS)
    .registerDependencies({ 'meshopt.encoder': MeshoptEncoder })
  for (const budget of BUDGETS) {
    const doc = await assemble(colours, budget)
    await doc.transform(
      weld(),
      simplify({ simplifier: MeshoptSimplifier, ratio: budget.triangles, error: 0.0008 }),
      prune(),
      meshopt({ encoder: MeshoptEncoder, level: 'high' }),
    )
    const bytes = await io.writeBinary(doc)
    if (bytes.length <= MODEL_LIMIT) return bytes
  }
  throw new RangeError(`The model stays above ${MODEL_LIMIT} bytes`)
}
