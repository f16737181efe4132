import type { COLOUR_FAMILIES } from '../../src/js/catalog/vocabulary.ts'

/** The basic colours used in descriptions. */
export type ColourWord = (typeof COLOUR_FAMILIES)[number]

/** Upper limits of the hues, in degrees. */
const HUES: readonly (readonly [upTo: number, word: ColourWord])[] = [
  [14, 'red'],
  [42, 'orange'],
  [68, 'yellow'],
  [168, 'green'],
  [255, 'blue'],
  [290, 'purple'],
  [338, 'pink'],
  [360, 'red'],
]

/**
 * Name a colour with a basic word, as when describing a shoe on the phone.
 *
 * @param hex - "#rrggbb"
 */
export function colourWord(hex: string): ColourWord {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(
    (at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255,
  )
  const most = Math.max(red, green, blue)
  const least = Math.min(red, green, blue)
  const chroma = most - least
  const lightness = (most + least) / 2
  const plain = plainWord(lightness, chroma)
  if (plain !== undefined) return plain
  const hue = hueOf([red, green, blue], most, chroma)
  return HUES.find(([upTo]) => hue < upTo)?.[1] ?? 'red'
}

/** White, grey and black: they have a measurable hue, but people don't name it. */
function plainWord(lightness: number, chroma: number): ColourWord | undefined {
  if (lightness > 0.88 && chroma < 0.14) return 'white'
  if (lightness < 0.13 && chroma < 0.2) return 'black'
  return chroma < 0.11 ? 'grey' : undefined
}

function hueOf([red, green, blue]: [number, number, number], most: number, chroma: number): number {
  if (most === red) return (((green - blue) / chroma) * 60 + 360) % 360
  if (most === green) return ((blue - red) / chroma) * 60 + 120
  return ((red - green) / chroma) * 60 + 240
}
