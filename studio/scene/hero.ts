import { Definitions, element, group, path, svgDocument, type Stop } from '../core/svg.ts'
import { sideView } from '../shoe/side-view.ts'
import type { ShoeSpec } from '../shoe/spec.ts'
import { GROUND } from './card.ts'
import { laneLines, surface, type Bend } from './lanes.ts'

const TARTAN = '#C8402A'
const LINE = '#F6F5F1'

/** The shop window's own spike: chalk and ink with a tartan plate. */
const SPIKE: ShoeSpec = {
  slug: 'hero',
  brand: 'kestrel',
  silhouette: 'sprint',
  overlay: 'lane',
  upper: 'film',
  closure: 'laces',
  cut: 'low',
  plate: 'full',
  plateMaterial: 'pebax',
  midsole: 'eva',
  pins: { forefoot: 7, heel: 0, shape: 'pyramid', lengthMm: 7 },
  stackMm: [10, 8],
  palette: {
    upper: '#22252B',
    overlay: '#C8402A',
    midsole: '#F6F5F1',
    plate: '#C8402A',
    laces: '#F6F5F1',
  },
}

/** Where the shoe and the track lie in a picture. */
interface Layout {
  readonly width: number
  readonly height: number
  /** Heel x and ground y of the shoe, and pixels to a thousandth of its length. */
  readonly shoe: readonly [x: number, y: number, scale: number]
  readonly bend: Bend
  /** Which two lane lines enclose the lane that the shoe stands in. */
  readonly lane: readonly [number, number]
}

/** Thin lane lines over the whole picture, and one lane of tartan. */
function track({ bend, lane, width }: Layout, defs: Definitions): string {
  const [from, to] = [bend.radii[lane[0]] ?? 0, bend.radii[lane[1]] ?? 0]
  const stops: Stop[] = [
    [0, '#D24A33'],
    [0.6, TARTAN],
    [1, '#B93A26'],
  ]
  const fill = defs.linear({ from: [0, 0], to: [width, 0], stops })
  const edges: Bend = { ...bend, radii: [from, to] }
  return (
    laneLines(bend, '#D3CFC5', [1.4, 4]) +
    path(surface(bend, from, to), { fill }) +
    laneLines(edges, LINE, [5, 7])
  )
}

/** The spike standing on a track bend. */
function scene(layout: Layout): string {
  const defs = new Definitions('track')
  const { width, height } = layout
  const [x, y, scale] = layout.shoe
  const ground = track(layout, defs)
  const art = sideView(SPIKE)
  return svgDocument(
    [width, height],
    String(defs),
    art.defs,
    element('rect', { width, height, fill: GROUND }),
    ground,
    group({ transform: `translate(${x} ${y}) scale(${scale} ${-scale})` }, art.body),
  )
}

/** Radii of lane lines that draw apart as they come nearer to the viewer. */
function lanes(first: number, gap: number, count: number): number[] {
  return Array.from({ length: count }, (_, i) => first + gap * i * (1 + 0.13 * i))
}

/** The home page's picture, 1600 by 900. */
export function heroSvg(): string {
  return scene({
    width: 1600,
    height: 900,
    shoe: [196, 700, 1.19],
    bend: { centre: [560, -3900], radii: lanes(4195, 34, 12), angles: [72, 100] },
    lane: [6, 7],
  })
}

/** The picture shown when a page is shared, 1200 by 630. */
export function shareSvg(): string {
  return scene({
    width: 1200,
    height: 630,
    shoe: [132, 488, 0.93],
    bend: { centre: [420, -2900], radii: lanes(3095, 25, 12), angles: [70, 102] },
    lane: [6, 7],
  })
}
