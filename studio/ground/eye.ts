import type { Camera } from '../darkroom/views.ts'

/** A place on the ground in decimetres: x to the toe of a shoe at 0, y away from the viewer. */
export type Place = readonly [x: number, y: number]

type Vector = readonly [number, number, number]

/** Part of a camera's film, in widths of its frame; it may reach beyond the frame. */
export interface Window {
  readonly left: number
  /** From the top of the frame, which is 0.75 high. */
  readonly top: number
  readonly width: number
}

/** Half the height of a frame, in its widths. */
const MIDDLE = 0.375

const FILM_MM = 36

const unit = (v: Vector): Vector => {
  const length = Math.hypot(...v)
  return [v[0] / length, v[1] / length, v[2] / length]
}

/** Where a camera's film sees the ground, and where the ground lies on its film. */
export class Eye {
  /** Focal length in widths of the frame. */
  readonly lens: number
  readonly #at: Vector
  readonly #ahead: Vector
  readonly #right: Vector
  readonly #up: Vector

  constructor({ from, at, lens }: Camera) {
    this.lens = lens / FILM_MM
    // A camera counts towards the viewer; here, as in Blender, y runs away from him.
    const away: Vector = [from[0], -from[1], from[2]]
    this.#at = [at[0] + away[0], -at[1] + away[1], at[2] + away[2]]
    const ahead = unit([-away[0], -away[1], -away[2]])
    const down = Math.hypot(ahead[0], ahead[1]) < 1e-9
    const right: Vector = down ? [1, 0, 0] : unit([ahead[1], -ahead[0], 0])
    this.#ahead = ahead
    this.#right = right
    this.#up = [
      right[1] * ahead[2] - right[2] * ahead[1],
      right[2] * ahead[0] - right[0] * ahead[2],
      right[0] * ahead[1] - right[1] * ahead[0],
    ]
  }

  /** The ground seen at a place of the film, and how far it is; null above the horizon. */
  ground(u: number, v: number): { readonly place: Place; readonly distance: number } | null {
    const [x, y] = [u - 0.5, MIDDLE - v]
    const ray = (i: 0 | 1 | 2): number =>
      this.#ahead[i] * this.lens + this.#right[i] * x + this.#up[i] * y
    const fall = ray(2)
    if (fall > -1e-6) return null
    const far = -this.#at[2] / fall
    return {
      place: [this.#at[0] + ray(0) * far, this.#at[1] + ray(1) * far],
      distance: far * this.lens,
    }
  }

  /** Where a place on the ground lies on the film, and how far it is along the line of sight. */
  film([x, y]: Place): { readonly u: number; readonly v: number; readonly distance: number } {
    const way: Vector = [x - this.#at[0], y - this.#at[1], -this.#at[2]]
    const along = (axis: Vector): number => way[0] * axis[0] + way[1] * axis[1] + way[2] * axis[2]
    const distance = along(this.#ahead)
    return {
      u: 0.5 + (along(this.#right) * this.lens) / distance,
      v: MIDDLE - (along(this.#up) * this.lens) / distance,
      distance,
    }
  }
}
