import { existsSync } from 'node:fs'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import type { Spike } from '../spike/assemble.ts'
import { finishesOf } from '../surface/finishes.ts'
import type { RenderedView } from './blender.ts'
import { readPasses, type RenderPasses } from './compose.ts'
import { writeBlenderScene } from './blender-scene.ts'
import { CAMERAS, LIGHTS, ROOM, type View } from './cameras.ts'

/** The rendering quality of a view. */
export interface Quality {
  readonly width: number
  /** Samples per pixel for geometry and materials. */
  readonly samples: number
  /** Light is smooth, so it is rendered at this share of the size … */
  readonly coarse: number
  /** … with this many samples per pixel. */
  readonly rays: number
}

/** For the shop. */
export const FINAL: Quality = { width: 1600, samples: 6, coarse: 0.4, rays: 8 }

/** For checking shapes. */
export const DRAFT: Quality = { width: 800, samples: 5, coarse: 0.4, rays: 6 }

const zip = promisify(gzip)
const unzip = promisify(gunzip)

/** Keeps render passes in a folder, so that a new colour needs no rendering. */
export class PassStore {
  readonly #folder: string

  constructor(folder: string) {
    this.#folder = folder
  }

  /** Whether a view was rendered already, by its ID. */
  has(id: string): boolean {
    return existsSync(join(this.#folder, `${id}.json`))
  }

  /** Reads a view. */
  async read(id: string): Promise<RenderPasses> {
    const size = JSON.parse(
      await readFile(join(this.#folder, `${id}.json`), 'utf8'),
    ) as RenderedView
    const raw = await unzip(await readFile(join(this.#folder, `${id}.gz`)))
    return readPasses(raw, size.width, size.height)
  }

  /** Stores a view that Blender rendered. */
  async keep(id: string, shot: RenderedView): Promise<void> {
    await mkdir(this.#folder, { recursive: true })
    const packed = await zip(await readFile(shot.out), { level: 1 })
    await writeFile(join(this.#folder, `${id}.gz`), packed)
    const size = { width: shot.width, height: shot.height }
    await writeFile(join(this.#folder, `${id}.json`), JSON.stringify(size))
    await rm(shot.out)
  }
}

/** A job for Blender: a scene on disk, and the views to render of it. */
export interface Job {
  readonly package: string
  readonly lights: typeof LIGHTS
  readonly room: number
  readonly size: readonly [number, number]
  readonly samples: number
  readonly coarse: number
  readonly rays: number
  readonly views: readonly { readonly camera: unknown; readonly out: string }[]
}

/** Writes a shoe's Blender scene into a folder, unless it is there, and returns the job. */
export async function prepareJob(
  folder: string,
  spike: () => Spike,
  { view, quality }: { view: View; quality: Quality },
): Promise<Job> {
  // Make textures a little finer than the picture's pixels.
  const grain = quality.width / 32
  if (!existsSync(join(folder, 'scene.json'))) {
    const built = spike()
    await writeBlenderScene(folder, built.parts, finishesOf(built, { upper: grain, sole: grain }))
  }
  return {
    package: folder,
    lights: LIGHTS,
    room: ROOM,
    size: [quality.width, quality.width * 0.75],
    samples: quality.samples,
    coarse: quality.coarse,
    rays: quality.rays,
    views: [{ camera: CAMERAS[view], out: join(folder, `${view}.raw`) }],
  }
}
