import { decimal } from './number.ts'
import type { Point } from './spline.ts'

/** Attribute values of an element; `undefined` leaves one out. */
export type Attributes = Readonly<Record<string, string | number | undefined>>

/** Offset 0..1, colour, and opacity 0..1 where it is not 1. */
export type Stop = readonly [number, string, number?]

/** Start and end of a linear gradient, in drawing units. */
export interface Ramp {
  readonly from: Point
  readonly to: Point
  readonly stops: readonly Stop[]
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text made safe for an attribute or between tags. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '')
}

/** One SVG element as text. Every attribute value is escaped; numbers must be finite. */
export function element(name: string, attributes: Attributes, ...children: string[]): string {
  const written = Object.entries(attributes)
    .filter((entry): entry is [string, string | number] => entry[1] !== undefined)
    .map(([key, value]) => {
      const text = typeof value === 'number' ? decimal(value) : escapeXml(value)
      return ` ${key}="${text}"`
    })
    .join('')
  const inside = children.join('')
  return inside ? `<${name}${written}>${inside}</${name}>` : `<${name}${written}/>`
}

/** A filled or stroked path. */
export function path(d: string, attributes: Attributes): string {
  return element('path', { d, ...attributes })
}

/** An unfilled line with round ends. */
export function line(d: string, attributes: Attributes): string {
  const round = { 'stroke-linecap': 'round', 'stroke-linejoin': 'round' }
  return path(d, { fill: 'none', ...round, ...attributes })
}

export function group(attributes: Attributes, ...children: string[]): string {
  return element('g', attributes, ...children)
}

/**
 * A drawing's gradients, clips and blurs. Equal ones share an id, so ids never clash and the file
 * stays small.
 */
export class Definitions {
  readonly #prefix: string
  /** Each element without its id, and its id. */
  readonly #ids = new Map<string, string>()
  readonly #written: string[] = []

  /** @param prefix - of every id; drawings that are combined into one need different prefixes */
  constructor(prefix = 'd') {
    this.#prefix = prefix
  }

  #add(build: (id: string) => string): string {
    const key = build('')
    let id = this.#ids.get(key)
    if (id === undefined) {
      id = `${this.#prefix}${this.#ids.size + 1}`
      this.#ids.set(key, id)
      this.#written.push(build(id))
    }
    return `url(#${id})`
  }

  /** A linear gradient, as a paint. */
  linear(ramp: Ramp): string {
    const [[x1, y1], [x2, y2]] = [ramp.from, ramp.to]
    return this.#add((id) =>
      element(
        'linearGradient',
        { id, gradientUnits: 'userSpaceOnUse', x1, y1, x2, y2 },
        ...ramp.stops.map(stop),
      ),
    )
  }

  /** A gradient across the painted shape itself: `vertical` or not. */
  across(stops: readonly Stop[], vertical = false): string {
    const end = vertical ? { x2: 0, y2: 1 } : { x2: 1, y2: 0 }
    return this.#add((id) =>
      element('linearGradient', { id, x1: 0, y1: 0, ...end }, ...stops.map(stop)),
    )
  }

  /** A radial gradient fitted to the painted shape. */
  radial(stops: readonly Stop[]): string {
    return this.#add((id) => element('radialGradient', { id }, ...stops.map(stop)))
  }

  /** A clip to the inside of some path data. */
  clip(d: string): string {
    return this.#add((id) => element('clipPath', { id }, path(d, {})))
  }

  /** A blur; `amount` is its standard deviation in drawing units. */
  blur(amount: number): string {
    const room = { x: '-30%', y: '-60%', width: '160%', height: '220%' }
    return this.#add((id) =>
      element(
        'filter',
        { id, ...room, 'color-interpolation-filters': 'sRGB' },
        element('feGaussianBlur', { stdDeviation: amount }),
      ),
    )
  }

  /** All of them so far, as a `<defs>` element. */
  toString(): string {
    return element('defs', {}, ...this.#written)
  }
}

function stop([offset, colour, opacity]: Stop): string {
  return element('stop', { offset, 'stop-color': colour, 'stop-opacity': opacity })
}

/** A whole SVG document of a size in pixels. */
export function svgDocument(size: Point, ...children: string[]): string {
  const [width, height] = size
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${decimal(width)} ${decimal(height)}`,
      width,
      height,
    },
    ...children,
  )
}
