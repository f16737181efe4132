import type { EventId } from '../../src/js/catalog/vocabulary.ts'
import { band } from '../ground/shape.ts'
import {
  across,
  curve,
  laneLine,
  laneLines,
  laneNumber,
  startLine,
  vaultBox,
  LANE,
} from './markings.ts'
import type { Scene } from './render-scene.ts'

/** Position of the near lane line, in front of a shoe in the middle of its lane, in decimetres. */
const NEAR = -2.6

/** The home page's picture: three lanes with staggered start lines. */
export const HERO: Scene = {
  view: 'side',
  window: { left: -0.14, top: -0.06, width: 1.48 },
  base: 'tartan',
  layers: [
    ...laneLines(NEAR, 9),
    startLine(3.2, NEAR, NEAR + LANE),
    startLine(6.4, NEAR + LANE, NEAR + 2 * LANE),
    startLine(11.2, NEAR + 2 * LANE, NEAR + 3 * LANE),
  ],
  shoes: [
    { slug: 'kite-100', colour: 'slate', by: [8, 2 * LANE] },
    { slug: 'kite-100', colour: 'tidewater', by: [3.2, LANE] },
    { slug: 'kite-100', colour: 'chalk' },
  ],
}

/** The picture of a shared link: one shoe at a start line, from the front. */
export const SHARE: Scene = {
  view: 'three-quarter',
  window: { left: -0.24, top: -0.09, width: 1.5 },
  base: 'tartan',
  layers: [laneLine(3.2), startLine(3.7, -60, 3.2)],
  shoes: [{ slug: 'kite-100', colour: 'chalk' }],
}

/** One picture for each event, three times as wide as high. */
export const EVENT_SCENES: Readonly<Record<EventId, Scene>> = {
  // On the line, from straight above: a pair behind the start of lane one.
  sprint: {
    view: 'top',
    window: { left: -0.4, top: -0.075, width: 2.7 },
    base: 'tartan',
    layers: [startLine(3.1, -60, 60), laneNumber('1', [4.4, 0.75], 2.9)],
    shoes: [
      { slug: 'kite-100', colour: 'chalk', by: [0, 0.8], left: true },
      { slug: 'kite-100', colour: 'chalk', by: [-0.25, -0.75] },
    ],
  },
  hurdles: {
    view: 'side',
    window: { left: -0.55, top: 0.16, width: 1.65 },
    base: 'tartan',
    layers: laneLines(1.6, 8),
    shoes: [
      { slug: 'barriera-400', colour: 'prugna', by: [-4.4, LANE] },
      { slug: 'barriera-400', colour: 'limone' },
    ],
  },
  // The start of a 1500 m runs in a curve across all lanes.
  'middle-distance': {
    view: 'top',
    window: { left: -0.9, top: -0.12, width: 2.9 },
    base: 'tartan',
    layers: [laneLine(0.03), curve([-38.5, 4], 42, 0.5)],
    shoes: [
      { slug: 'varv-1500', colour: 'midsummer', by: [0.15, 0.98], turn: -3 },
      { slug: 'varv-1500', colour: 'birch', by: [-0.1, -0.92], turn: -5 },
    ],
  },
  // Along the kerb, on the inside of the bend.
  'long-distance': {
    view: 'three-quarter',
    window: { left: -0.55, top: 0.1, width: 1.85 },
    base: 'tartan',
    layers: [
      { shape: { disc: [1.4, 368.4], radius: 364.8 }, finish: 'grass' },
      curve([1.4, 368.4], 365),
    ],
    shoes: [{ slug: 'vidd-10', colour: 'aurora' }],
  },
  // Soles up, as if someone is checking the pins before the race.
  'cross-country': {
    view: 'sole',
    window: { left: -0.95, top: -0.108, width: 2.9 },
    base: 'earth',
    layers: [],
    shoes: ['meadow', 'hawthorn', 'storm'].flatMap((colour, i) => [
      { slug: 'sheugh', colour, turn: 90, left: true, by: [3.2 * (i - 1) - 0.63, 0] },
      { slug: 'sheugh', colour, turn: 90, by: [3.2 * (i - 1) + 0.63, 0] },
    ]),
  },
  // Toes behind the line: a board of 20 cm, then putty that would show a foot over it.
  'long-jump': {
    view: 'top',
    window: { left: -0.75, top: 0.02, width: 2.3 },
    base: 'tartan',
    layers: [across(1.1, 3.1, 'board'), across(3.1, 4.1, 'putty'), across(4.1, 60, 'sand')],
    shoes: [{ slug: 'brisant', colour: 'night-blue', by: [0.2, 0] }],
  },
  // The same board from the side, as wide as the runway.
  'triple-jump': {
    view: 'side',
    window: { left: -0.25, top: 0.17, width: 1.65 },
    base: 'tartan',
    layers: [
      { shape: band([1, 0.3], [3, 0.3], LANE), finish: 'board' },
      laneLine(6.4),
      laneLine(-5.8),
    ],
    shoes: [{ slug: 'ressac', colour: 'deep-teal' }],
  },
  // A run-up's curve, and the tape that marks where it begins to lean.
  'high-jump': {
    view: 'three-quarter',
    window: { left: -0.3, top: 0.1, width: 1.85 },
    base: 'tartan',
    layers: [
      curve([2, -77], 80, 0.2),
      { shape: band([3.5, 0.8], [4.3, 1.6], 0.2), finish: 'chalk' },
      { shape: band([3.5, 1.6], [4.3, 0.8], 0.2), finish: 'chalk' },
    ],
    shoes: [{ slug: 'tsuru-l', colour: 'crane-white' }],
  },
  // The box that the pole goes into: 60 cm wide in front, 15 cm at its stop a metre on.
  'pole-vault': {
    view: 'top',
    window: { left: -0.75, top: -0.225, width: 3.6 },
    base: 'tartan',
    layers: vaultBox(4.4),
    shoes: [{ slug: 'asta', colour: 'ghiaccio', by: [0, -0.3] }],
  },
  // The throwing arc, a foul line: a band 7 cm wide, 8 m about its centre.
  javelin: {
    view: 'three-quarter',
    window: { left: -0.3, top: 0.06, width: 1.9 },
    base: 'tartan',
    layers: [
      { shape: { ring: [3.5 - 80, 0], radius: 80 + 30, width: 60 }, finish: 'grass' },
      curve([3.5 - 80, 0], 80, 0.7),
    ],
    shoes: [{ slug: 'harpon', colour: 'steel-and-lime' }],
  },
  throws: {
    view: 'three-quarter',
    window: { left: -0.35, top: 0.1, width: 1.85 },
    base: 'tartan',
    layers: [
      { shape: { disc: [-7.2, 1], radius: 10.675 }, finish: 'concrete' },
      curve([-7.2, 1], 10.7, 0.1),
    ],
    shoes: [{ slug: 'quench', colour: 'cobalt' }],
  },
  'all-round': {
    view: 'side',
    window: { left: -0.2, top: 0.17, width: 1.75 },
    base: 'tartan',
    layers: laneLines(NEAR, 9),
    shoes: [
      { slug: 'fledge', colour: 'bramble', by: [11.5, 2 * LANE] },
      { slug: 'fledge', colour: 'kingfisher', by: [4.6, LANE] },
      { slug: 'fledge', colour: 'duckling' },
    ],
  },
}
