import type { EventId } from '../../src/js/catalog/vocabulary.ts'
import { band } from '../ground/shape.ts'
import { across, curve, laneLine, laneLines, laneNumber, startLine, LANE } from './marks.ts'
import type { Scene } from './track-scene.ts'

/** How far the near lane line lies in front of a shoe that stands in its lane, in decimetres. */
const NEAR = -2.6

/** The home page's picture: three lanes, three starts, as the stagger has them. */
export const HERO: Scene = {
  view: 'side',
  window: { left: -0.24, top: -0.06, width: 1.48 },
  base: 'tartan',
  layers: [
    ...laneLines(NEAR, 9),
    startLine(3.2, NEAR, NEAR + LANE),
    startLine(6.2, NEAR + LANE, NEAR + 2 * LANE),
    startLine(9.2, NEAR + 2 * LANE, NEAR + 3 * LANE),
  ],
  shoes: [
    { slug: 'kite-100', colour: 'slate', by: [5.6, 2 * LANE] },
    { slug: 'kite-100', colour: 'tidewater', by: [2.8, LANE] },
    { slug: 'kite-100', colour: 'chalk' },
  ],
}

/** What a shared link shows: one shoe on its line, from the front. */
export const SHARE: Scene = {
  view: 'three-quarter',
  window: { left: -0.24, top: -0.09, width: 1.5 },
  base: 'tartan',
  layers: [laneLine(3.2), startLine(3.7, -60, 3.2)],
  shoes: [{ slug: 'kite-100', colour: 'chalk' }],
}

/** One picture for each event, three times as wide as high. */
export const EVENT_SCENES: Readonly<Record<EventId, Scene>> = {
  // On the line, from straight above: a pair behind the start of lane four.
  sprint: {
    view: 'top',
    window: { left: -0.72, top: -0.075, width: 2.7 },
    base: 'tartan',
    layers: [startLine(3.1, -60, 60), laneNumber('4', [4.5, 1.2], 4)],
    shoes: [
      { slug: 'kite-100', colour: 'chalk', by: [0, 0.8], left: true },
      { slug: 'kite-100', colour: 'chalk', by: [-0.25, -0.75] },
    ],
  },
  hurdles: {
    view: 'side',
    window: { left: -0.55, top: 0.2, width: 1.6 },
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
    layers: [laneLine(0.6), curve([-38.5, 4], 42, 0.5)],
    shoes: [
      { slug: 'varv-1500', colour: 'midsummer', by: [-0.1, 1.45], turn: 1 },
      { slug: 'varv-1500', colour: 'birch', by: [-0.05, -0.4], turn: -2 },
    ],
  },
  'long-distance': {
    view: 'three-quarter',
    window: { left: -0.55, top: -0.06, width: 1.85 },
    base: 'tartan',
    layers: [curve([1.4, 365 + 3.4], 365, 0.5)],
    shoes: [{ slug: 'vidd-10', colour: 'aurora' }],
  },
  'cross-country': {
    view: 'sole',
    window: { left: -0.62, top: 0.04, width: 2.1 },
    base: 'cinder',
    layers: [],
    shoes: [
      { slug: 'sheugh', colour: 'meadow', turn: 90, by: [-2.6, 0] },
      { slug: 'sheugh', colour: 'meadow', turn: 90, left: true, by: [-1.35, 0] },
    ],
  },
  // Toes behind the line: a board of 20 cm, then putty that would show a foot over it.
  'long-jump': {
    view: 'top',
    window: { left: -0.75, top: 0.02, width: 2.3 },
    base: 'tartan',
    layers: [across(1.1, 3.1, 'board'), across(3.1, 4.1, 'putty'), across(4.1, 60, 'sand')],
    shoes: [{ slug: 'brisant', colour: 'night-blue', by: [0.2, 0] }],
  },
  'triple-jump': {
    view: 'side',
    window: { left: -0.2, top: 0.2, width: 1.6 },
    base: 'tartan',
    layers: [laneLine(7), laneLine(-5.2), startLine(1, -5.2, 7)],
    shoes: [{ slug: 'ressac', colour: 'deep-teal' }],
  },
  // A run-up's curve, and the tape that marks where it begins to lean.
  'high-jump': {
    view: 'three-quarter',
    window: { left: -0.32, top: 0, width: 1.85 },
    base: 'tartan',
    layers: [
      { shape: band([3.3, -0.4], [4.1, 0.4], 0.25), finish: 'chalk' },
      { shape: band([3.3, 0.4], [4.1, -0.4], 0.25), finish: 'chalk' },
    ],
    shoes: [{ slug: 'tsuru-l', colour: 'crane-white' }],
  },
  'pole-vault': {
    view: 'side',
    window: { left: -0.3, top: 0.2, width: 1.6 },
    base: 'tartan',
    layers: laneLines(5, 2),
    shoes: [{ slug: 'asta', colour: 'ghiaccio' }],
  },
  // The arc that nobody may step over: a band 7 cm wide, 8 m about its centre.
  javelin: {
    view: 'three-quarter',
    window: { left: -0.3, top: 0.02, width: 1.75 },
    base: 'tartan',
    layers: [
      { shape: { ring: [3.5 - 80, 0], radius: 80 + 30, width: 60 }, finish: 'grass' },
      curve([3.5 - 80, 0], 80, 0.7),
    ],
    shoes: [{ slug: 'harpon', colour: 'steel-and-lime' }],
  },
  throws: {
    view: 'three-quarter',
    window: { left: -0.35, top: 0.02, width: 1.8 },
    base: 'tartan',
    layers: [
      { shape: { disc: [-6, 3], radius: 10.675 }, finish: 'concrete' },
      curve([-6, 3], 10.7, 0.09),
    ],
    shoes: [{ slug: 'quench', colour: 'cobalt' }],
  },
  'all-round': {
    view: 'side',
    window: { left: -0.5, top: 0.2, width: 1.75 },
    base: 'tartan',
    layers: laneLines(NEAR, 9),
    shoes: [
      { slug: 'fledge', colour: 'bramble', by: [8, 3 * LANE] },
      { slug: 'fledge', colour: 'kingfisher', by: [3, LANE] },
      { slug: 'fledge', colour: 'duckling' },
    ],
  },
}
