import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { readManifest, writeManifest, type Manifest } from '../output/manifest.ts'
import type { Progress } from '../output/progress.ts'
import type { ShoeSpec } from '../shoe/spec.ts'
import { buildSpike } from '../spike/assemble.ts'
import { coloursOf } from '../surface/slots.ts'
import { Blender, missingBlender, type RenderedView } from './blender.ts'
import { TONE, type RenderPasses } from './compose.ts'
import { PassStore, prepareJob, type Job, type Quality } from './passes.ts'
import { pictureFiles, productPicture, writeProductPicture } from './product-picture.ts'
import { CAMERAS, LIGHTS, ROOM, type View } from './cameras.ts'

/** Increase this after changes to meshes, textures or rendering, to render everything again. */
const EDITION = 10

/** The same for a single silhouette. */
const REVISIONS: Partial<Record<ShoeSpec['silhouette'], number>> = { 'high-jump': 1, javelin: 1 }

/** A shoe in one colour. */
export interface Colourway {
  /** `<slug>/<colour>`: its folder under public/img/products. */
  readonly key: string
  readonly spec: ShoeSpec
}

/** One view of one model, in some of its colours. */
export interface Task {
  readonly slug: string
  readonly view: View
  readonly colourways: readonly Colourway[]
}

/** The folders and files that a queue reads and writes. */
export interface Folders {
  /** For render passes and Blender scenes. It may be deleted at any time. */
  readonly cache: string
  /** For the finished files. */
  readonly pictures: string
  readonly manifest: string
  /** The shop's own pictures, if they count as finished. */
  readonly shop?: string
  readonly shopManifest?: string
}

/** A short hash of the input of a picture. */
export const digest = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16)

function editionOf({ silhouette }: Pick<ShoeSpec, 'silhouette'>): number[] {
  const revision = REVISIONS[silhouette]
  return revision === undefined ? [EDITION] : [EDITION, revision]
}

/** Names render passes after their input: the shoe without its colours, the camera, the light. */
export function passesIdOf({ slug, view, colourways }: Task, quality: Quality): string {
  const [first] = colourways
  if (!first) throw new Error(`${slug} has no colour`)
  const spec = { ...first.spec, palette: null }
  const light = [CAMERAS[view], LIGHTS, ROOM, quality]
  return `${slug}-${view}-${digest([...editionOf(spec), spec, ...light])}`
}

interface PendingTask {
  readonly task: Task
  readonly passesId: string
  /** Those without an up-to-date picture. */
  readonly colourways: readonly Colourway[]
}

/** Makes the pictures of tasks in turn: renders, colours and writes what is not up to date. */
export class RenderQueue {
  readonly #folders: Folders
  readonly #quality: Quality
  readonly #store: PassStore
  #blender: Blender | null = null
  readonly #started = new Map<string, Promise<RenderedView[]>>()
  readonly problems: string[] = []

  constructor(folders: Folders, quality: Quality) {
    this.#folders = folders
    this.#quality = quality
    this.#store = new PassStore(join(folders.cache, 'passes'))
  }

  /** Whether some of the tasks have to be rendered: colours alone don't need Blender. */
  async needsBlender(tasks: readonly Task[]): Promise<boolean> {
    const manifests = await this.#readManifests()
    return tasks.some((task) => this.#needsRender(this.#pending(task, manifests)))
  }

  /** Works through the tasks until they are done or `stop` is signalled. */
  async run(tasks: readonly Task[], progress: Progress, stop: AbortSignal): Promise<void> {
    const manifests = await this.#readManifests()
    const [manifest] = manifests
    const pending = tasks.map((task) => this.#pending(task, manifests))
    for (const [i, one] of pending.entries()) {
      if (stop.aborted) break
      try {
        if (this.#needsRender(one)) await this.#render(one, pending.slice(i + 1))
        await this.#write(one, manifest)
      } catch (error) {
        this.#fail(one, error)
      }
      progress.step(`${one.task.slug} ${one.task.view}`, one.colourways.length > 0)
    }
    this.stop()
  }

  /** Reads one view of a model without its colours, and renders it first if needed. */
  async passes(task: Task): Promise<RenderPasses> {
    const passesId = passesIdOf(task, this.#quality)
    const { colourways } = task
    if (!this.#store.has(passesId)) await this.#render({ task, passesId, colourways }, [])
    return this.#store.read(passesId)
  }

  /** Ends Blender. */
  stop(): void {
    this.#blender?.stop()
    this.#blender = null
  }

  /** Renders one task. Meanwhile the next shoe is built and sent to Blender. */
  async #render(one: PendingTask, later: readonly PendingTask[]): Promise<void> {
    const rendering = this.#start(one)
    const next = later.find((other) => this.#needsRender(other))
    // If the next shoe fails, its own turn reports it.
    if (next) this.#start(next).catch(() => null)
    const [rendered] = await rendering
    if (rendered) await this.#store.keep(one.passesId, rendered)
  }

  #start(one: PendingTask): Promise<RenderedView[]> {
    const started = this.#started.get(one.passesId)
    if (started) return started
    const rendering = this.#prepare(one).then((job) => this.#send(job))
    this.#started.set(one.passesId, rendering)
    return rendering
  }

  async #readManifests(): Promise<readonly [finished: Manifest, shop: Manifest]> {
    const { manifest, shopManifest } = this.#folders
    const shop = shopManifest === undefined ? {} : await readManifest(shopManifest)
    return [await readManifest(manifest), shop]
  }

  #pending(task: Task, manifests: readonly Manifest[]): PendingTask {
    const passesId = passesIdOf(task, this.#quality)
    const folders = [this.#folders.pictures, this.#folders.shop]
    const colourways = task.colourways.filter(({ key, spec }) => {
      const wanted = digest([passesId, coloursOf(spec), TONE])
      return !folders.some((folder, i) => {
        if (folder === undefined || manifests[i]?.[`${key}/${task.view}`] !== wanted) return false
        return pictureFiles(join(folder, key), task.view).every(({ file }) => existsSync(file))
      })
    })
    return { task, passesId, colourways }
  }

  #needsRender({ passesId, colourways }: PendingTask): boolean {
    return colourways.length > 0 && !this.#store.has(passesId)
  }

  /** The folder of a model's Blender scene, which its views share. */
  #sceneFolder({ slug }: Task, { spec }: Colourway): string {
    const name = `${slug}-${digest([...editionOf(spec), { ...spec, palette: null }, this.#quality.width])}`
    return join(this.#folders.cache, 'scenes', name)
  }

  #prepare({ task, colourways }: PendingTask): Promise<Job> {
    const [first] = colourways
    if (!first) throw new Error(`${task.slug} has no colour to render`)
    const wanted = { view: task.view, quality: this.#quality }
    return prepareJob(this.#sceneFolder(task, first), () => buildSpike(first.spec), wanted)
  }

  #send(job: Job): Promise<RenderedView[]> {
    if (this.#blender === null) {
      const missing = missingBlender()
      if (missing !== null) throw new Error(`it has to be rendered with ${missing}`)
      this.#blender = new Blender()
    }
    return this.#blender.render(job)
  }

  async #write({ task, passesId, colourways }: PendingTask, manifest: Manifest): Promise<void> {
    if (colourways.length === 0) return
    const passes = await this.#store.read(passesId)
    for (const { key, spec } of colourways) {
      const colours = coloursOf(spec)
      const pixels = await productPicture(passes, task.view, colours)
      await writeProductPicture(pixels, join(this.#folders.pictures, key), task.view)
      manifest[`${key}/${task.view}`] = digest([passesId, colours, TONE])
    }
    await writeManifest(this.#folders.manifest, manifest)
  }

  #fail({ task }: PendingTask, error: unknown): void {
    const reason = error instanceof Error ? error.message : String(error)
    const problem = `${task.slug}, ${task.view}: ${reason}`
    console.error(problem)
    this.problems.push(problem)
    if (this.#blender?.ended !== false) this.#blender = null
  }
}
