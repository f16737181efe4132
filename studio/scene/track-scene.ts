import { cutOut, toBytes, type Bounce, type Negative } from '../darkroom/compose.ts'
import { CAMERAS, ROOM, type View } from '../darkroom/views.ts'
import { Eye, type Place, type Window } from '../ground/eye.ts'
import { FINISHES, type FinishName } from '../ground/finish.ts'
import { layGround, type Layer } from '../ground/lay.ts'
import { standOn, type Stand } from '../ground/stand.ts'
import type { Bitmap } from '../output/encode.ts'
import type { Colours } from '../surface/slots.ts'

/** A shoe of the catalogue in a scene. */
export interface Player extends Partial<Stand> {
  readonly slug: string
  /** Folder name of its colour, such as `ember`. */
  readonly colour: string
}

/** A picture of shoes where they are used; lengths in decimetres, see ground/eye.ts. */
export interface Scene {
  readonly view: View
  readonly window: Window
  readonly base: FinishName
  readonly layers: readonly Layer[]
  /** Far ones first. */
  readonly shoes: readonly Player[]
  readonly focus?: Place
}

/** What a shoe of a scene is printed from. */
export interface Exposed {
  readonly negative: Negative
  readonly colours: Colours
}

const HOME: Place = [0, 0]

/**
 * The studio's room is white, but half of what comes from all sides comes from the ground. Where
 * the lamps do not reach, a shoe takes on the ground's colour.
 */
function bounceOf(base: FinishName): Bounce {
  const { colour } = FINISHES[base]
  return (diffuse) => {
    const share = 0.5 * Math.min(1, ROOM / Math.max(diffuse, 1e-3))
    return colour.map((c) => 1 - share + share * (0.25 + c)) as [number, number, number]
  }
}

/** Photographs a scene, `size` pixels across and down; `exposed` has its shoes in their order. */
export function photographScene(
  scene: Scene,
  exposed: readonly Exposed[],
  size: readonly [number, number],
): Bitmap {
  const camera = CAMERAS[scene.view]
  const eye = new Eye(camera)
  const { window, base, layers, focus = [1.4, 0] } = scene
  const plate = layGround({ base, layers, eye, window, size, focus })
  const sight = { eye, window, frame: camera.frame, focus }
  for (const [i, { slug, by, turn = 0, left = false }] of scene.shoes.entries()) {
    const one = exposed[i]
    if (!one) throw new RangeError(`${slug} was not photographed`)
    const stand = { by: by ?? HOME, turn, left }
    const shoe = cutOut(one.negative, one.colours, bounceOf(base))
    standOn(plate, { shoe, stand }, sight)
  }
  const pixels = Buffer.from(toBytes(plate.light))
  return { width: size[0], height: size[1], channels: 3, pixels }
}
