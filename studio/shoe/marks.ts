import { element, group, path } from '../core/svg.ts'

/**
 * Makers' marks, in a box of 100 by 100 with y upwards and the middle at 0, 0. Plain geometry,
 * chosen to resemble no real maker's.
 */
const MARKS: Readonly<Record<string, (colour: string) => string>> = {
  // A kite, split down its spine.
  kestrel: (fill) =>
    path('M-4 48L-40 14L-4 -48Z', { fill }) + path('M5 48L40 14L5 -48Z', { fill, opacity: 0.6 }),
  // A shell: a disc within an open disc, touching below.
  ostra: (fill) =>
    path('M0 -44A44 44 0 1 1 -0.1 -44ZM0 -30A30 30 0 1 0 0.1 -30Z', {
      fill,
      'fill-rule': 'evenodd',
    }) + element('circle', { cx: 0, cy: -14, r: 16, fill }),
  // Wind: two slats of unlike length and a stop.
  kazemi: (fill) =>
    path('M-46 8H22L30 28H-38Z', { fill }) +
    path('M-30 -28H46L38 -8H-38Z', { fill }) +
    element('circle', { cx: 40, cy: 18, r: 9, fill }),
  // A cell: a hexagon with a slot.
  voltarn: (fill) =>
    path('M0 48L42 24V-24L0 -48L-42 -24V24ZM-10 22H10V-22H-10Z', { fill, 'fill-rule': 'evenodd' }),
  // A berry of six.
  bramble: (fill) =>
    [
      [-30, 24],
      [0, 24],
      [30, 24],
      [-15, -4],
      [15, -4],
      [0, -32],
    ]
      .map(([cx, cy]) => element('circle', { cx, cy, r: 14, fill }))
      .join(''),
  // A hill over its own shore.
  pellion: (fill) =>
    path('M-46 -12L-6 40L14 16L46 -12Z', { fill }) + path('M-46 -36H46V-24H-46Z', { fill }),
  // Four anvils in a row on one beam.
  'anvil-row': (fill) =>
    path('M-48 -34H48V-12H-48Z', { fill }) +
    [-48, -21, 6, 33].map((x) => path(`M${x} -2H${x + 15}V30H${x}Z`, { fill })).join(''),
}

/** A ring, for a maker not drawn yet. */
const plain = (stroke: string): string =>
  element('circle', { cx: 0, cy: 0, r: 34, fill: 'none', stroke, 'stroke-width': 18 })

/** The mark of a maker (a key of catalog/brands.yaml), `size` units high, about 0, 0. */
export function brandMark(brand: string, colour: string, size: number): string {
  const draw = Object.hasOwn(MARKS, brand) ? (MARKS[brand] ?? plain) : plain
  return group({ transform: `scale(${size / 100})` }, draw(colour))
}
