import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { TONE, type RenderPasses } from '../render/compose.ts'
import { FINAL } from '../render/passes.ts'
import { digest, passesIdOf, type Task } from '../render/queue.ts'
import { EVENT_SCENES, HERO, SHARE } from '../scene/event-scenes.ts'
import { renderScene, type ShoePasses, type Scene } from '../scene/render-scene.ts'
import { coloursOf, type Colours } from '../surface/slots.ts'
import type { Model } from './catalogue.ts'
import { writePictures } from './encode.ts'
import { readManifest, writeManifest, type Manifest } from './manifest.ts'

/** Increase this after changes to the ground or to shoes on it, to make all scenes again. */
const EDITION = 1

/** A file to write, and its largest size in bytes. */
interface SceneFile {
  readonly name: string
  readonly width: number
  readonly limit: number
}

/** A picture of shoes on the track. */
export interface ScenePicture {
  readonly scene: Scene
  /** Pixels to render, across and down. */
  readonly size: readonly [number, number]
  /** Its files in public/img. */
  readonly files: readonly [SceneFile, ...SceneFile[]]
}

const EVENT_SIZE = [1600, 534] as const

function ofEvent([event, scene]: [string, Scene]): ScenePicture {
  const file = (end: string, width: number, limit: number): SceneFile => {
    return { name: `events/${event}-${end}`, width, limit }
  }
  return {
    scene,
    size: EVENT_SIZE,
    files: [
      file('800.avif', 800, 28_000),
      file('400.avif', 400, 12_000),
      file('800.webp', 800, 45_000),
    ],
  }
}

/** The home page's picture, the one for shared links, and one for each event. */
export const SCENE_PICTURES: readonly ScenePicture[] = [
  {
    scene: HERO,
    size: [1600, 900],
    files: [
      { name: 'hero-1600.avif', width: 1600, limit: 80_000 },
      { name: 'hero-800.avif', width: 800, limit: 30_000 },
      { name: 'hero-1600.webp', width: 1600, limit: 140_000 },
    ],
  },
  {
    scene: SHARE,
    size: [1200, 630],
    files: [{ name: 'share.jpg', width: 1200, limit: 100_000 }],
  },
  ...Object.entries(EVENT_SCENES).map(ofEvent),
]

/** Lists the views that a scene needs, in the order of its shoes. Throws if a shoe is missing. */
export function tasksOfScene({ shoes, view }: Scene, models: readonly Model[]): Task[] {
  return shoes.map(({ slug, colour }) => {
    const model = models.find((one) => one.slug === slug)
    if (!model) throw new RangeError(`there is no shoe ${slug} in the catalogue`)
    const found = model.colourways.filter(({ key }) => key === `${slug}/${colour}`)
    if (found.length === 0) throw new RangeError(`${slug} has no colour ${colour}`)
    return { slug, view, colourways: found }
  })
}

/** The input of a scene, and a hash of it. */
interface Plan {
  readonly shoes: readonly { readonly task: Task; readonly colours: Colours }[]
  readonly hash: string
}

function planOf({ scene, size, files }: ScenePicture, models: readonly Model[]): Plan {
  const shoes = tasksOfScene(scene, models).map((task) => {
    const [first] = task.colourways
    if (!first) throw new RangeError(`${task.slug} has no colour`)
    return { task, colours: coloursOf(first.spec) }
  })
  const from = shoes.map(({ task, colours }) => [passesIdOf(task, FINAL), colours])
  return { shoes, hash: digest([EDITION, scene, size, files, from, TONE]) }
}

/** Gets one view of a model without its colours, and renders it first if needed. */
export type GetPasses = (task: Task) => Promise<RenderPasses>

/** The folder of the site's pictures, and the hashes of their input. */
interface Site {
  readonly images: string
  readonly manifest: Manifest
}

/** Makes a picture unless it is up to date. Returns whether it did. */
async function draw(
  picture: ScenePicture,
  { shoes, hash }: Plan,
  { images, manifest, getPasses }: Site & { readonly getPasses: GetPasses },
): Promise<boolean> {
  const name = picture.files[0].name
  const made = picture.files.every((file) => existsSync(join(images, file.name)))
  if (made && manifest[name] === hash) return false
  const passes: ShoePasses[] = []
  for (const { task, colours } of shoes) passes.push({ passes: await getPasses(task), colours })
  const targets = picture.files.map((file) => ({ ...file, file: join(images, file.name) }))
  await writePictures(renderScene(picture.scene, passes, picture.size), targets)
  manifest[name] = hash
  return true
}

/** Makes the scenes that are not up to date. Returns a message for each that failed. */
export async function drawScenes(
  models: readonly Model[],
  { images, manifest: file }: { readonly images: string; readonly manifest: string },
  getPasses: GetPasses,
): Promise<string[]> {
  const manifest = await readManifest(file)
  const problems: string[] = []
  for (const picture of SCENE_PICTURES) {
    const names = picture.files.map(({ name }) => name)
    try {
      if (await draw(picture, planOf(picture, models), { images, manifest, getPasses })) {
        await writeManifest(file, manifest)
        console.log(`public/img/${names.join(', ')}`)
      }
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      problems.push(`${picture.files[0].name}: ${reason}`)
    }
  }
  return problems
}
