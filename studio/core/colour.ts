import { clamp, lerp } from './number.ts'

/** Lightness 0..1 and two opponent axes, in OKLab: equal steps look equal. */
type Lab = readonly [number, number, number]

const toLinear = (c: number): number => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
const toGamma = (c: number): number =>
  c <= 0.0031308 ? 12.92 * c : 1.055 * Math.max(c, 0) ** (1 / 2.4) - 0.055

/** Red, green and blue, each 0..255, of a `#rrggbb` colour; throws on anything else. */
export function channels(hex: string): [number, number, number] {
  const found = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(hex)
  if (!found) throw new TypeError(`Not a colour such as #C8402A: ${JSON.stringify(hex)}`)
  const read = (i: number): number => parseInt(found[i] ?? '0', 16)
  return [read(1), read(2), read(3)]
}

function toLab(hex: string): Lab {
  const [r, g, b] = channels(hex).map((c) => toLinear(c / 255)) as [number, number, number]
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ]
}

function fromLab([light, a, b]: Lab): string {
  const l = (light + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (light - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (light - 0.0894841775 * a - 1.291485548 * b) ** 3
  const rgb = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ]
  const pair = (c: number): string =>
    Math.round(clamp(toGamma(c)) * 255)
      .toString(16)
      .padStart(2, '0')
  return `#${rgb.map(pair).join('')}`
}

/** How light a colour looks: 0 black, 1 white. */
export function lightness(hex: string): number {
  return toLab(hex)[0]
}

/** A colour a share `t` of the way from `from` to `to`. */
export function mix(from: string, to: string, t: number): string {
  const [p, q] = [toLab(from), toLab(to)]
  return fromLab([lerp(p[0], q[0], t), lerp(p[1], q[1], t), lerp(p[2], q[2], t)])
}

/** The same hue, lighter (`by` above 0) or darker, on the 0..1 lightness scale. */
export function shade(hex: string, by: number): string {
  const [light, a, b] = toLab(hex)
  // Very light and very dark colours can't keep their chroma. Reduce it, or they turn neon.
  const next = clamp(light + by, 0.02, 0.995)
  const keep = next > light ? clamp((1 - next) / (1 - light + 1e-3) + 0.25) : 1
  return fromLab([next, a * keep, b * keep])
}

/** How far apart two colours look; below about 0.2 a small mark gets lost. */
export function difference(one: string, other: string): number {
  const [p, q] = [toLab(one), toLab(other)]
  // Lightness counts double, since it separates small marks first.
  return Math.hypot(2 * (p[0] - q[0]), p[1] - q[1], p[2] - q[2])
}

/** The colour among `choices` with the most contrast on `ground`. */
export function mostContrasting(ground: string, choices: readonly string[]): string {
  const ranked = [...choices].sort((a, b) => difference(b, ground) - difference(a, ground))
  return ranked[0] ?? ground
}
