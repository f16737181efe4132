import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { readManifest, writeManifest, type Manifest } from '../output/manifest.ts'
import type { Progress } from '../output/progress.ts'
import type { ShoeSpec } from '../shoe/spec.ts'
import { buildSpike } from '../spike/assemble.ts'
import { coloursOf } from '../surface/slots.ts'
import { Blender, type Shot } from './blender.ts'
import { PRINTING, type Negative } from './compose.ts'
import { Negatives, prepare, type Job, type Quality } from './negatives.ts'
import { print, targetsOf, writePrint } from './prints.ts'
import { CAMERAS, LIGHTS, ROOM, type View } from './views.ts'

/** Raise it when meshes, sheets or the rendering change, so that all is photographed anew. */
const EDITION = 10

/** The same for one silhouette alone. */
const REVISIONS: Partial<Record<ShoeSpec['silhouette'], number>> = { 'high-jump': 1, javelin: 1 }

/** A shoe in one colour. */
export interface Colourway {
  /** `<slug>/<colour>`: its folder under public/img/products. */
  readonly key: string
  readonly spec: ShoeSpec
}

/** One view of one model, in the colours asked for. */
export interface Task {
  readonly slug: string
  readonly view: View
  readonly colourways: readonly Colourway[]
}

/** Where things are. */
export interface Places {
  /** For negatives and packages; may be deleted at any time. */
  readonly cache: string
  /** Where the finished files go. */
  readonly pictures: string
  readonly manifest: string
  /** What the shop has already, where that counts. */
  readonly shop?: string
  readonly shopManifest?: string
}

/** A short hash of what something is made from. */
export const digest = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16)

function editionOf({ silhouette }: Pick<ShoeSpec, 'silhouette'>): number[] {
  const revision = REVISIONS[silhouette]
  return revision === undefined ? [EDITION] : [EDITION, revision]
}

/** Name of a negative, after what it depends on: the shoe without its colours, camera, light. */
export function negativeName({ slug, view, colourways }: Task, quality: Quality): string {
  const [first] = colourways
  if (!first) throw new Error(`${slug} has no colour`)
  const spec = { ...first.spec, palette: null }
  const light = [CAMERAS[view], LIGHTS, ROOM, quality]
  return `${slug}-${view}-${digest([...editionOf(spec), spec, ...light])}`
}

interface Due {
  readonly task: Task
  readonly negative: string
  readonly colourways: readonly Colourway[]
}

/** Photographs tasks in turn: renders, colours and prints what is not up to date. */
export class Queue {
  readonly #places: Places
  readonly #quality: Quality
  readonly #negatives: Negatives
  #blender: Blender | null = null
  readonly #begun = new Map<string, Promise<Shot[]>>()
  readonly problems: string[] = []

  constructor(places: Places, quality: Quality) {
    this.#places = places
    this.#quality = quality
    this.#negatives = new Negatives(join(places.cache, 'negatives'))
  }

  /** Runs through the tasks until done or stopped. */
  async run(tasks: readonly Task[], progress: Progress, stop: AbortSignal): Promise<void> {
    const manifest = await readManifest(this.#places.manifest)
    const { shopManifest } = this.#places
    const shop = shopManifest === undefined ? {} : await readManifest(shopManifest)
    const due = tasks.map((task) => this.#due(task, [manifest, shop]))
    for (const [i, one] of due.entries()) {
      if (stop.aborted) break
      try {
        if (this.#toRender(one)) await this.#expose(one, due.slice(i + 1))
        await this.#print(one, manifest)
      } catch (error) {
        this.#fail(one, error)
      }
      progress.step(`${one.task.slug} ${one.task.view}`, one.colourways.length > 0)
    }
    this.stop()
  }

  /** One view of a model without its colours; rendered where it was not yet. */
  async negative(task: Task): Promise<Negative> {
    const negative = negativeName(task, this.#quality)
    const { colourways } = task
    if (!this.#negatives.has(negative)) await this.#expose({ task, negative, colourways }, [])
    return this.#negatives.read(negative)
  }

  /** Lets Blender end. */
  stop(): void {
    this.#blender?.stop()
    this.#blender = null
  }

  /** Renders one; the shoe after it is built meanwhile, and handed to Blender at once. */
  async #expose(one: Due, later: readonly Due[]): Promise<void> {
    const rendering = this.#start(one)
    const after = later.find((other) => this.#toRender(other))
    // A failure of the next shoe is its own: it is met when its turn comes.
    if (after) this.#start(after).catch(() => null)
    const [shot] = await rendering
    if (shot) await this.#negatives.keep(one.negative, shot)
  }

  #start(one: Due): Promise<Shot[]> {
    const begun = this.#begun.get(one.negative)
    if (begun) return begun
    const rendering = this.#prepare(one).then((job) => this.#render(job))
    this.#begun.set(one.negative, rendering)
    return rendering
  }

  #due(task: Task, manifests: readonly Manifest[]): Due {
    const negative = negativeName(task, this.#quality)
    const folders = [this.#places.pictures, this.#places.shop]
    const colourways = task.colourways.filter(({ key, spec }) => {
      const wanted = digest([negative, coloursOf(spec), PRINTING])
      return !folders.some((folder, i) => {
        if (folder === undefined || manifests[i]?.[`${key}/${task.view}`] !== wanted) return false
        return targetsOf(join(folder, key), task.view).every(({ file }) => existsSync(file))
      })
    })
    return { task, negative, colourways }
  }

  #toRender({ negative, colourways }: Due): boolean {
    return colourways.length > 0 && !this.#negatives.has(negative)
  }

  /** Views of one model share a package. */
  #package({ slug }: Task, { spec }: Colourway): string {
    const name = `${slug}-${digest([...editionOf(spec), { ...spec, palette: null }, this.#quality.width])}`
    return join(this.#places.cache, 'packages', name)
  }

  #prepare({ task, colourways }: Due): Promise<Job> {
    const [first] = colourways
    if (!first) throw new Error(`${task.slug} has no colour to render`)
    const wanted = { view: task.view, quality: this.#quality }
    return prepare(this.#package(task, first), () => buildSpike(first.spec), wanted)
  }

  #render(job: Job): Promise<Shot[]> {
    this.#blender ??= new Blender()
    return this.#blender.render(job)
  }

  async #print({ task, negative, colourways }: Due, manifest: Manifest): Promise<void> {
    if (colourways.length === 0) return
    const exposed = await this.#negatives.read(negative)
    for (const { key, spec } of colourways) {
      const colours = coloursOf(spec)
      const pixels = await print(exposed, task.view, colours)
      await writePrint(pixels, join(this.#places.pictures, key), task.view)
      manifest[`${key}/${task.view}`] = digest([negative, colours, PRINTING])
    }
    await writeManifest(this.#places.manifest, manifest)
  }

  #fail({ task }: Due, error: unknown): void {
    const reason = error instanceof Error ? error.message : String(error)
    const problem = `${task.slug}, ${task.view}: ${reason}`
    console.error(problem)
    this.problems.push(problem)
    if (this.#blender?.ended !== false) this.#blender = null
  }
}
