import { cutOut, toBytes, type Bounce, type RenderPasses } from '../render/compose.ts'
import { CAMERAS, ROOM, type View } from '../render/cameras.ts'
import { GroundProjection, type GroundPoint, type ViewWindow } from '../ground/projection.ts'
import { FINISHES, type FinishName } from '../ground/finish.ts'
import { renderGround, type Layer } from '../ground/render-ground.ts'
import { drawShoe, type Placement } from '../ground/placement.ts'
import type { Bitmap } from '../output/encode.ts'
import type { Colours } from '../surface/slots.ts'

/** A shoe in a scene. */
export interface SceneShoe extends Partial<Placement> {
  readonly slug: string
  /** Folder name of its colour, such as `ember`. */
  readonly colour: string
}

/** A picture of shoes on the track. Lengths are in decimetres: see ground/projection.ts. */
export interface Scene {
  readonly view: View
  readonly window: ViewWindow
  readonly base: FinishName
  readonly layers: readonly Layer[]
  /** Farthest first. */
  readonly shoes: readonly SceneShoe[]
  readonly focus?: GroundPoint
}

/** A shoe's render passes and colours for a scene. */
export interface ShoePasses {
  readonly passes: RenderPasses
  readonly colours: Colours
}

const UNMOVED: GroundPoint = [0, 0]

/**
 * The studio's room is white, but half of the ambient light bounces off the ground. Where the lamps
 * do not reach, a shoe takes on the ground's colour.
 */
function bounceOf(base: FinishName): Bounce {
  const { colour } = FINISHES[base]
  return (diffuse) => {
    const share = 0.5 * Math.min(1, ROOM / Math.max(diffuse, 1e-3))
    return colour.map((c) => 1 - share + share * (0.25 + c)) as [number, number, number]
  }
}

/** Renders a scene, `size` pixels across and down. `passes` holds its shoes in the same order. */
export function renderScene(
  scene: Scene,
  passes: readonly ShoePasses[],
  size: readonly [number, number],
): Bitmap {
  const camera = CAMERAS[scene.view]
  const projection = new GroundProjection(camera)
  const { window, base, layers, focus = [1.4, 0] } = scene
  const image = renderGround({ base, layers, projection, window, size, focus })
  const viewpoint = { projection, window, frame: camera.frame, focus }
  for (const [i, { slug, by, turn = 0, left = false }] of scene.shoes.entries()) {
    const one = passes[i]
    if (!one) throw new RangeError(`${slug} was not rendered`)
    const placement = { by: by ?? UNMOVED, turn, left }
    const shoe = cutOut(one.passes, one.colours, bounceOf(base))
    drawShoe(image, { shoe, placement }, viewpoint)
  }
  const pixels = Buffer.from(toBytes(image.light))
  return { width: size[0], height: size[1], channels: 3, pixels }
}
