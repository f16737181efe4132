/** One filled shape of a mark: SVG path data in a box of 100 about 0, 0 with y upwards. */
export interface MarkShape {
  readonly d: string
  readonly opacity?: number
  /** Overlapping outlines cut holes. */
  readonly evenOdd?: boolean
}

const disc = (x: number, y: number, r: number): MarkShape => ({
  d: `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`,
})

/** Makers' marks: simple geometry that doesn't resemble a real maker's. */
const MARKS: Readonly<Record<string, readonly MarkShape[]>> = {
  // A kite, split down its spine.
  kestrel: [{ d: 'M-4 48L-40 14L-4 -48Z' }, { d: 'M5 48L40 14L5 -48Z', opacity: 0.6 }],
  // A shell: a disc within an open disc, touching below.
  ostra: [
    { d: 'M0 -44A44 44 0 1 1 -0.1 -44ZM0 -30A30 30 0 1 0 0.1 -30Z', evenOdd: true },
    disc(0, -14, 16),
  ],
  // Wind: two slats of unlike length and a stop.
  kazemi: [{ d: 'M-46 8H22L30 28H-38Z' }, { d: 'M-30 -28H46L38 -8H-38Z' }, disc(40, 18, 9)],
  // A cell: a hexagon with a slot.
  voltarn: [{ d: 'M0 48L42 24V-24L0 -48L-42 -24V24ZM-10 22H10V-22H-10Z', evenOdd: true }],
  // A berry of six.
  bramble: [
    disc(-30, 24, 14),
    disc(0, 24, 14),
    disc(30, 24, 14),
    disc(-15, -4, 14),
    disc(15, -4, 14),
    disc(0, -32, 14),
  ],
  // A hill over its own shore.
  pellion: [{ d: 'M-46 -12L-6 40L14 16L46 -12Z' }, { d: 'M-46 -36H46V-24H-46Z' }],
  // Four anvils in a row on one beam.
  'anvil-row': [
    { d: 'M-48 -34H48V-12H-48Z' },
    ...[-48, -21, 6, 33].map((x) => ({ d: `M${x} -2H${x + 15}V30H${x}Z` })),
  ],
}

/** A ring, for a maker without a mark of its own. */
const RING: readonly MarkShape[] = [
  { d: 'M0 -43A43 43 0 1 1 -0.1 -43ZM0 -25A25 25 0 1 0 0.1 -25Z', evenOdd: true },
]

/** The shapes of a maker's mark, by its key in catalog/brands.yaml. */
export function markShapes(brand: string): readonly MarkShape[] {
  return Object.hasOwn(MARKS, brand) ? (MARKS[brand] ?? RING) : RING
}
