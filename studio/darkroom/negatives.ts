import { existsSync } from 'node:fs'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import type { Spike } from '../spike/assemble.ts'
import { finishesOf } from '../surface/finishes.ts'
import type { Shot } from './blender.ts'
import { readNegative, type Negative } from './compose.ts'
import { writePackage } from './package.ts'
import { CAMERAS, LIGHTS, ROOM, type View } from './views.ts'

/** How finely a view is rendered. */
export interface Quality {
  readonly width: number
  /** Looks at each pixel: what is there. */
  readonly samples: number
  /** The light is rendered at this share of the size, since it is smooth, … */
  readonly coarse: number
  /** … with so many looks at each pixel. */
  readonly rays: number
}

/** For the shop. */
export const FINAL: Quality = { width: 1600, samples: 6, coarse: 0.4, rays: 8 }

/** For a look at the shapes. */
export const DRAFT: Quality = { width: 800, samples: 5, coarse: 0.4, rays: 6 }

const zip = promisify(gzip)
const unzip = promisify(gunzip)

/** Negatives kept in a folder, so that a new colour needs no rendering. */
export class Negatives {
  readonly #folder: string

  constructor(folder: string) {
    this.#folder = folder
  }

  /** Whether a view was rendered already, by its name. */
  has(name: string): boolean {
    return existsSync(join(this.#folder, `${name}.json`))
  }

  /** Reads a view. */
  async read(name: string): Promise<Negative> {
    const size = JSON.parse(await readFile(join(this.#folder, `${name}.json`), 'utf8')) as Shot
    const raw = await unzip(await readFile(join(this.#folder, `${name}.gz`)))
    return readNegative(raw, size.width, size.height)
  }

  /** Keeps what Blender made. */
  async keep(name: string, shot: Shot): Promise<void> {
    await mkdir(this.#folder, { recursive: true })
    const packed = await zip(await readFile(shot.out), { level: 1 })
    await writeFile(join(this.#folder, `${name}.gz`), packed)
    const size = { width: shot.width, height: shot.height }
    await writeFile(join(this.#folder, `${name}.json`), JSON.stringify(size))
    await rm(shot.out)
  }
}

/** A job for Blender: a package on disk, and the view wanted of it. */
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

/** Writes a shoe's package into a folder, unless it is there, and says what to render of it. */
export async function prepare(
  folder: string,
  spike: () => Spike,
  { view, quality }: { view: View; quality: Quality },
): Promise<Job> {
  // Sheets a little finer than the pixels that they end in.
  const grain = quality.width / 32
  if (!existsSync(join(folder, 'scene.json'))) {
    const built = spike()
    await writePackage(folder, built.parts, finishesOf(built, { upper: grain, sole: grain }))
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
