/** A side from which a product is shown. */
export type View = 'side' | 'three-quarter' | 'sole' | 'top' | 'pins'

/** A fixed camera, the same for every shoe and never rolled. */
export interface Camera {
  /** Position relative to the target, in decimetres: right, towards the viewer, up. */
  readonly from: readonly [number, number, number]
  /** The target: x from the heel, outwards, up. */
  readonly at: readonly [number, number, number]
  /** Focal length in mm for a sensor 36 mm wide. */
  readonly lens: number
  /** The shoe is turned over, sole up. */
  readonly upturned?: boolean
  /** Part of the frame to render: left, right, bottom, top. The rest is plain background. */
  readonly frame: readonly [number, number, number, number]
}

/** The camera of each view. */
export const CAMERAS: Readonly<Record<View, Camera>> = {
  side: { from: [0, 9.1, 0.2], at: [1.4, 0, 0.66], lens: 98, frame: [0, 1, 0.14, 0.84] },
  'three-quarter': {
    from: [4.6, 6.9, 3.3],
    at: [1.42, 0, 0.62],
    lens: 95,
    frame: [0, 1, 0, 0.92],
  },
  sole: {
    from: [0, 0, 9.2],
    at: [1.4, 0, 0.5],
    lens: 98,
    upturned: true,
    frame: [0, 1, 0.1, 0.9],
  },
  top: { from: [0, 0, 9.2], at: [1.4, 0, 0.5], lens: 98, frame: [0, 1, 0.1, 0.9] },
  pins: { from: [3.4, 7.6, -0.25], at: [2.16, 0, 0.32], lens: 205, frame: [0, 1, 0, 1] },
}

/** A softbox: its position, its target, its size in decimetres and its power in watts. */
export interface Softbox {
  readonly at: readonly [number, number, number]
  readonly to: readonly [number, number, number]
  readonly size: readonly [number, number]
  readonly watts: number
}

/** The lights, in decimetres: x towards the toe, y away from the viewer, z up. */
export const LIGHTS: readonly Softbox[] = [
  { at: [-1.2, -4.2, 6.2], to: [1.4, 0, 0.4], size: [4.5, 3.2], watts: 460 },
  { at: [1.6, 0.6, 6.0], to: [1.4, 0, 0.4], size: [5.5, 2.6], watts: 330 },
  { at: [6.0, 4.2, 3.2], to: [1.6, 0, 0.5], size: [3, 2.5], watts: 220 },
  { at: [-4.2, 3.4, 3.0], to: [1.0, 0, 0.5], size: [2.4, 2.4], watts: 170 },
  { at: [4.2, -5.5, 1.7], to: [1.6, 0, 0.5], size: [1.0, 3.6], watts: 110 },
]

/** Brightness of the white room around the shoe. */
export const ROOM = 0.2
