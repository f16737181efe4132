import type { Camera } from '../render/cameras.ts'

/** A point on the ground in decimetres: x towards the toe of a shoe at 0, y away from the viewer. */
export type GroundPoint = readonly [x: number, y: number]

type Vector = readonly [number, number, number]

/** Part of the image plane, in widths of the camera's frame. It may extend beyond the frame. */
export interface ViewWindow {
  readonly left: number
  /** From the top of the frame, which is 0.75 high. */
  readonly top: number
  readonly width: number
}

/** Half the height of a frame, in frame widths. */
const MIDDLE = 0.375

const SENSOR_MM = 36

const unit = (v: Vector): Vector => {
  const length = Math.hypot(...v)
  return [v[0] / length, v[1] / length, v[2] / length]
}

/** Projects between a camera's image plane and the ground plane. */
export class GroundProjection {
  /** Focal length in frame widths. */
  readonly lens: number
  readonly #position: Vector
  readonly #forward: Vector
  readonly #right: Vector
  readonly #up: Vector

  constructor({ from, at, lens }: Camera) {
    this.lens = lens / SENSOR_MM
    // Cameras measure towards the viewer. Here, as in Blender, y points away from the viewer.
    const away: Vector = [from[0], -from[1], from[2]]
    this.#position = [at[0] + away[0], -at[1] + away[1], at[2] + away[2]]
    const forward = unit([-away[0], -away[1], -away[2]])
    const down = Math.hypot(forward[0], forward[1]) < 1e-9
    const right: Vector = down ? [1, 0, 0] : unit([forward[1], -forward[0], 0])
    this.#forward = forward
    this.#right = right
    this.#up = [
      right[1] * forward[2] - right[2] * forward[1],
      right[2] * forward[0] - right[0] * forward[2],
      right[0] * forward[1] - right[1] * forward[0],
    ]
  }

  /** The ground point at an image point, and its distance. Null above the horizon. */
  toGround(
    u: number,
    v: number,
  ): { readonly point: GroundPoint; readonly distance: number } | null {
    const [x, y] = [u - 0.5, MIDDLE - v]
    const ray = (i: 0 | 1 | 2): number =>
      this.#forward[i] * this.lens + this.#right[i] * x + this.#up[i] * y
    const down = ray(2)
    if (down > -1e-6) return null
    const far = -this.#position[2] / down
    return {
      point: [this.#position[0] + ray(0) * far, this.#position[1] + ray(1) * far],
      distance: far * this.lens,
    }
  }

  /** Where a ground point appears in the image, and its depth along the view direction. */
  toImage([x, y]: GroundPoint): {
    readonly u: number
    readonly v: number
    readonly distance: number
  } {
    const offset: Vector = [x - this.#position[0], y - this.#position[1], -this.#position[2]]
    const along = (axis: Vector): number =>
      offset[0] * axis[0] + offset[1] * axis[1] + offset[2] * axis[2]
    const distance = along(this.#forward)
    return {
      u: 0.5 + (along(this.#right) * this.lens) / distance,
      v: MIDDLE - (along(this.#up) * this.lens) / distance,
      distance,
    }
  }
}
