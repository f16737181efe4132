import { closeSync, existsSync, openSync, readdirSync, readSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** A 3D model that a browser can show. */
export interface ModelFile {
  /** Path under `public/`. */
  readonly path: string
  /** Codes of the colours it comes in: the names of its KHR_materials_variants. */
  readonly variants: readonly string[]
}

/** The products that have a 3D model. */
export interface Models {
  /** Find a product's model; undefined if there is none, or none that a browser can show. */
  find(slug: string): ModelFile | undefined
  /** List what is wrong with a product's file, one sentence each; empty if there is no file. */
  notes(slug: string, colours: readonly string[]): readonly string[]
}

/** Extensions that our viewer does not include; see src/js/product/viewer-stage.view.ts. */
const NOT_DECODED = ['KHR_draco_mesh_compression', 'KHR_texture_basisu']

/** From this size on, the owner gets a warning: shoppers would wait too long for the model. */
const HEAVY_BYTES = 700_000

interface GltfHead {
  readonly extensionsRequired?: readonly string[]
  readonly extensions?: {
    readonly KHR_materials_variants?: { readonly variants?: readonly { readonly name: string }[] }
  }
}

interface Read extends ModelFile {
  readonly problem?: string
  readonly bytes: number
}

/**
 * Find out once which products have a model. Only the head of each file is read.
 *
 * @param publicFolder - absolute path of `public/`
 */
export function loadModels(publicFolder: string): Models {
  const folder = join(publicFolder, 'models')
  const files = existsSync(folder) ? readdirSync(folder) : []
  const known = new Map(
    files
      .filter((file) => file.endsWith('.glb'))
      .map((file): [string, Read] => [file.replace(/\.glb$/, ''), readModel(folder, file)]),
  )
  return {
    find(slug) {
      const model = known.get(slug)
      return model === undefined || model.problem !== undefined ? undefined : model
    },
    notes(slug, colours) {
      const model = known.get(slug)
      return model === undefined ? [] : notesOn(model, colours)
    },
  }
}

function notesOn({ path, problem, bytes, variants }: Read, colours: readonly string[]): string[] {
  if (problem !== undefined) return [`public/${path} is not shown: ${problem}`]
  const lacking = colours.filter((code) => !variants.includes(code))
  return [
    ...(lacking.length > 0 && colours.length > 1
      ? [`public/${path} has no material variant for ${lacking.join(', ')}`]
      : []),
    ...(bytes > HEAVY_BYTES
      ? [`public/${path} is ${String(Math.round(bytes / 1000))} KB; keep it under 700 KB`]
      : []),
  ]
}

function readModel(folder: string, file: string): Read {
  const path = `models/${file}`
  const { size: bytes } = statSync(join(folder, file))
  try {
    const head = readHead(join(folder, file), bytes)
    const foreign = head.extensionsRequired?.filter((name) => NOT_DECODED.includes(name)) ?? []
    const variants = head.extensions?.KHR_materials_variants?.variants ?? []
    return {
      path,
      bytes,
      variants: variants.map(({ name }) => name),
      ...(foreign.length > 0 && {
        problem: `it needs ${foreign.join(' and ')}; compress it with meshopt and WebP instead`,
      }),
    }
  } catch (error) {
    return { path, bytes, variants: [], problem: error instanceof Error ? error.message : '' }
  }
}

/**
 * Read the JSON chunk of a GLB.
 *
 * @see https://registry.khronos.org/glTF/specs/2.0/glTF-2.0.html#binary-gltf-layout
 * @throws Error - if the file is incomplete or not a GLB
 */
function readHead(file: string, bytes: number): GltfHead {
  const descriptor = openSync(file, 'r')
  try {
    const start = Buffer.alloc(20)
    const length = readSync(descriptor, start, 0, 20, 0)
    if (length < 20 || start.toString('latin1', 0, 4) !== 'glTF')
      throw new Error('it is not a GLB file')
    if (start.readUInt32LE(4) !== 2) throw new Error('it is not glTF 2.0')
    if (start.readUInt32LE(8) !== bytes) throw new Error('the file is incomplete')
    const json = Buffer.alloc(start.readUInt32LE(12))
    readSync(descriptor, json, 0, json.length, 20)
    return JSON.parse(json.toString('utf8')) as GltfHead
  } finally {
    closeSync(descriptor)
  }
}
