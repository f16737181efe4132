import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { PRINTING, type Negative } from '../darkroom/compose.ts'
import { FINAL } from '../darkroom/negatives.ts'
import { digest, negativeName, type Task } from '../darkroom/queue.ts'
import { EVENT_SCENES, HERO, SHARE } from '../scene/event-scenes.ts'
import { photographScene, type Exposed, type Scene } from '../scene/track-scene.ts'
import { coloursOf, type Colours } from '../surface/slots.ts'
import type { Model } from './catalogue.ts'
import { writePictures, writePng, type Bitmap } from './encode.ts'
import { readManifest, writeManifest, type Manifest } from './manifest.ts'

/** Raise it when the ground or the way shoes stand on it changes, so that all are made anew. */
const EDITION = 1

/** A file to write; a PNG keeps to its palette, not to a limit of bytes. */
interface SceneFile {
  readonly name: string
  readonly width: number
  readonly limit: number
}

/** A picture of the site in which shoes stand where they are used. */
export interface ScenePicture {
  readonly scene: Scene
  /** Pixels that it is photographed at. */
  readonly size: readonly [number, number]
  /** Its files below public/img. */
  readonly files: readonly [SceneFile, ...SceneFile[]]
}

const EVENT_SIZE = [1600, 534] as const

/** Grain is dear in a PNG. */
const SHARE_COLOURS = 96

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
    files: [{ name: 'share.png', width: 1200, limit: 300_000 }],
  },
  ...Object.entries(EVENT_SCENES).map(ofEvent),
]

/** What is to be photographed for a scene, in the order of its shoes; throws where it cannot. */
export function tasksOfScene({ shoes, view }: Scene, models: readonly Model[]): Task[] {
  return shoes.map(({ slug, colour }) => {
    const model = models.find((one) => one.slug === slug)
    if (!model) throw new RangeError(`there is no shoe ${slug} in the catalogue`)
    const found = model.colourways.filter(({ key }) => key === `${slug}/${colour}`)
    if (found.length === 0) throw new RangeError(`${slug} has no colour ${colour}`)
    return { slug, view, colourways: found }
  })
}

/** What a scene is made from, and a hash of it all. */
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
  const from = shoes.map(({ task, colours }) => [negativeName(task, FINAL), colours])
  return { shoes, hash: digest([EDITION, scene, size, files, from, PRINTING]) }
}

async function write(bitmap: Bitmap, { files }: ScenePicture, folder: string): Promise<void> {
  for (const { name, width, limit } of files) {
    const file = join(folder, name)
    if (name.endsWith('.png')) await writePng(bitmap, file, SHARE_COLOURS)
    else await writePictures(bitmap, [{ file, width, limit }])
  }
}

/** One view of a model without its colours, photographed first where it has to be. */
export type Darkroom = (task: Task) => Promise<Negative>

/** Where the site's pictures lie, and what they were last made from. */
interface Site {
  readonly images: string
  readonly manifest: Manifest
}

/** Makes a picture unless it is up to date; says whether it did. */
async function draw(
  picture: ScenePicture,
  { shoes, hash }: Plan,
  { images, manifest, darkroom }: Site & { readonly darkroom: Darkroom },
): Promise<boolean> {
  const name = picture.files[0].name
  const made = picture.files.every((file) => existsSync(join(images, file.name)))
  if (made && manifest[name] === hash) return false
  const exposed: Exposed[] = []
  for (const { task, colours } of shoes) exposed.push({ negative: await darkroom(task), colours })
  await write(photographScene(picture.scene, exposed, picture.size), picture, images)
  manifest[name] = hash
  return true
}

/** Makes the scenes that are not up to date; gives in words what could not be made. */
export async function drawScenes(
  models: readonly Model[],
  { images, manifest: file }: { readonly images: string; readonly manifest: string },
  darkroom: Darkroom,
): Promise<string[]> {
  const manifest = await readManifest(file)
  const problems: string[] = []
  for (const picture of SCENE_PICTURES) {
    const names = picture.files.map(({ name }) => name)
    try {
      if (await draw(picture, planOf(picture, models), { images, manifest, darkroom })) {
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
