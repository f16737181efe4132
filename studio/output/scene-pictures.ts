import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { PRINTING, type Negative } from '../darkroom/compose.ts'
import { FINAL } from '../darkroom/negatives.ts'
import { digest, negativeName, type Colourway, type Task } from '../darkroom/queue.ts'
import { EVENT_SCENES, HERO, SHARE } from '../scene/event-scenes.ts'
import { photographScene, type Scene } from '../scene/track-scene.ts'
import { coloursOf } from '../surface/slots.ts'
import type { Model } from './catalogue.ts'
import { writePictures, writePng, type Bitmap } from './encode.ts'
import { readManifest, writeManifest } from './manifest.ts'

/** Raise it when the ground or the way shoes stand on it changes, so that all are made anew. */
const EDITION = 1

/** A picture of the site in which shoes stand where they are used. */
export interface ScenePicture {
  readonly scene: Scene
  /** Pixels that it is photographed at. */
  readonly size: readonly [number, number]
  /** Its files below public/img and the most bytes of each; `share.png` has a palette instead. */
  readonly files: readonly { readonly name: string; readonly width: number; readonly limit: number }[]
}

const EVENT_SIZE = [1600, 534] as const

function ofEvent([event, scene]: [string, Scene]): ScenePicture {
  const file = (end: string, width: number, limit: number): ScenePicture['files'][number] => {
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

const specOf = ({ colourways: [first] }: Task): Colourway['spec'] => {
  if (!first) throw new RangeError('A scene has a shoe without a colour')
  return first.spec
}

async function write(bitmap: Bitmap, { files }: ScenePicture, folder: string): Promise<void> {
  for (const { name, width, limit } of files) {
    const file = join(folder, name)
    if (name.endsWith('.png')) await writePng(bitmap, file)
    else await writePictures(bitmap, [{ file, width, limit }])
  }
}

/** Makes the scenes that are not up to date; gives in words what could not be made. */
export async function drawScenes(
  models: readonly Model[],
  places: { readonly images: string; readonly manifest: string },
  develop: (task: Task) => Promise<Negative>,
): Promise<string[]> {
  const manifest = await readManifest(places.manifest)
  const problems: string[] = []
  for (const picture of SCENE_PICTURES) {
    const { scene, size, files } = picture
    const name = files[0]?.name ?? ''
    try {
      const tasks = tasksOfScene(scene, models)
      const colours = tasks.map((task) => coloursOf(specOf(task)))
      const names = tasks.map((task) => negativeName(task, FINAL))
      const wanted = digest([EDITION, scene, size, files, names, colours, PRINTING])
      const made = files.every((file) => existsSync(join(places.images, file.name)))
      if (made && manifest[name] === wanted) continue
      const exposed = []
      for (const [i, task] of tasks.entries()) {
        const tints = colours[i]
        if (tints) exposed.push({ negative: await develop(task), colours: tints })
      }
      await write(photographScene(scene, exposed, size), picture, places.images)
      manifest[name] = wanted
      await writeManifest(places.manifest, manifest)
      console.log(`public/img/${files.map((file) => file.name).join(', ')}`)
    } catch (error) {
      problems.push(`${name}: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  return problems
}
