import type { Point } from '../core/spline.ts'
import type { Silhouette } from './spec.ts'

/**
 * What makes one shape of shoe. Lengths are thousandths of the shoe's length, heel to toe; so 36
 * is about 10 mm on a size 42.
 */
export interface Shape {
  /** Sole thickness at the heel and under the ball. */
  readonly stack: Point
  /** Height of the tip above the ball; 96 is a toe spring of 18 degrees. */
  readonly spring: number
  /** How much the waist of the sole arches off the ground. */
  readonly arch: number
  /** How far the back edge of the heel is cut up. */
  readonly bevel: number
  /** Height of the ankle opening, the instep and the toe box; 1 is the middle of the range. */
  readonly heel: number
  readonly instep: number
  readonly toeBox: number
  /** Height of the toe box near the tip, and how bluntly it ends (0 sharp, 1 round). */
  readonly toe: Point
  /** 0 cut below the ankle, 1 above it. */
  readonly cut: number
  /** Thickness of the plate, and how far it climbs the wall of the forefoot. */
  readonly plate: Point
  /** What touches the ground. */
  readonly tread: 'plate' | 'lugs' | 'rubber'
  /** How far the foam climbs at the waist and cups the heel. */
  readonly foam: Point
  /** Where the forefoot's pins are, from and to. */
  readonly pins: Point
  readonly laceRows: number
}

const TRACK: Shape = {
  stack: [50, 36],
  spring: 72,
  arch: 26,
  bevel: 40,
  heel: 1,
  instep: 1,
  toeBox: 1,
  toe: [54, 0.45],
  cut: 0,
  plate: [12, 6],
  tread: 'plate',
  foam: [6, 0],
  pins: [588, 892],
  laceRows: 6,
}

/** The shapes, by the catalogue's names. Add the name of a new one to the schema too. */
export const SHAPES: Readonly<Record<Silhouette, Shape>> = {
  sprint: {
    ...TRACK,
    stack: [36, 29],
    spring: 98,
    arch: 34,
    bevel: 34,
    heel: 0.9,
    instep: 0.96,
    toeBox: 0.92,
    toe: [44, 0.1],
    plate: [13, 20],
    foam: [9, 0],
    pins: [578, 918],
  },
  hurdles: {
    ...TRACK,
    stack: [44, 31],
    spring: 84,
    arch: 34,
    heel: 0.97,
    instep: 0.98,
    toeBox: 0.96,
    toe: [46, 0.2],
    plate: [13, 13],
    foam: [16, 6],
    pins: [580, 908],
  },
  middle: { ...TRACK, stack: [58, 40], spring: 74, arch: 30, bevel: 46, foam: [12, 2] },
  long: {
    ...TRACK,
    stack: [78, 52],
    spring: 66,
    arch: 20,
    bevel: 58,
    heel: 1.03,
    toe: [60, 0.6],
    plate: [10, 0],
    foam: [4, 10],
    pins: [622, 836],
  },
  'cross-country': {
    ...TRACK,
    stack: [60, 44],
    spring: 62,
    arch: 22,
    bevel: 42,
    heel: 1.04,
    toe: [62, 0.7],
    plate: [15, 3],
    tread: 'lugs',
    foam: [4, 4],
    pins: [606, 850],
  },
  jump: {
    ...TRACK,
    stack: [46, 38],
    spring: 52,
    arch: 18,
    bevel: 30,
    toeBox: 1.04,
    toe: [56, 0.55],
    plate: [19, 8],
    foam: [2, 6],
    pins: [574, 904],
  },
  'high-jump': {
    ...TRACK,
    stack: [44, 34],
    spring: 56,
    arch: 14,
    bevel: 22,
    heel: 1.06,
    instep: 1.02,
    toeBox: 1.04,
    toe: [56, 0.6],
    cut: 0.34,
    plate: [17, 5],
    foam: [2, 8],
    pins: [584, 880],
    laceRows: 7,
  },
  javelin: {
    ...TRACK,
    stack: [50, 42],
    spring: 46,
    arch: 8,
    bevel: 22,
    toeBox: 1.1,
    toe: [64, 0.8],
    cut: 1,
    plate: [18, 4],
    foam: [2, 10],
    pins: [580, 860],
    laceRows: 8,
  },
  throws: {
    ...TRACK,
    stack: [44, 40],
    spring: 26,
    arch: 0,
    bevel: 16,
    heel: 1.1,
    instep: 1.04,
    toeBox: 1.16,
    toe: [84, 1],
    cut: 0.12,
    plate: [30, 8],
    tread: 'rubber',
    foam: [0, 12],
  },
  youth: {
    ...TRACK,
    stack: [56, 44],
    spring: 62,
    arch: 20,
    bevel: 44,
    heel: 1.15,
    instep: 1.12,
    toeBox: 1.16,
    toe: [74, 0.9],
    plate: [14, 4],
    foam: [8, 4],
    pins: [596, 862],
    laceRows: 5,
  },
}

export const SILHOUETTES = Object.keys(SHAPES) as readonly Silhouette[]
