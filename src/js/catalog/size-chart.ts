import type { Gender } from './vocabulary.ts'

/** One size as each system marks it, and the foot it is made for. */
export interface SizeRow {
  /** The size the shop stores and sorts by: unique and ascending within a chart. */
  readonly eu: number
  /** US label: "10.5"; kids' "13.5C" and, one size on, "1Y". Unique within a chart. */
  readonly us: string
  /** The women's US label of the same shoe; only on the men's chart, for unisex models. */
  readonly usWomen?: string
  /** UK label: "9.5". Kids' start again at 1 after 13.5; men's and kids' have UK 6 twice. */
  readonly uk: string
  /**
   * Centimetres as the box says (JP, CN), which is not the foot's length: by US 9 it runs 8 mm
   * ahead. Kids' is the foot's length to the nearest 5 mm.
   */
  readonly cm: number
  /** Length of the foot the size is made for, heel to longest toe, in whole millimetres. */
  readonly footMm: number
}

/**
 * Men's, which unisex models share. Labels are Nike's chart as packed in
 * lorenzocermeno/shoe-size-converter (src/data/data.json); the women's US label is Nike's men's
 * + 1.5. `footMm` is the Brannock device's 25.4 / 3 × (US men's + 22), rounded.
 *
 * As in the source: EU has no 37, 39.5, 41.5, 43.5 or 46.5; EU 39 and 40 are both UK 6; EU 36.5 and
 * 37.5 are both 23.5 cm, EU 38 and 38.5 both 24 cm.
 */
const MEN: readonly SizeRow[] = [
  { eu: 35.5, us: '3.5', usWomen: '5', uk: '3', cm: 22.5, footMm: 216 },
  { eu: 36, us: '4', usWomen: '5.5', uk: '3.5', cm: 23, footMm: 220 },
  { eu: 36.5, us: '4.5', usWomen: '6', uk: '4', cm: 23.5, footMm: 224 },
  { eu: 37.5, us: '5', usWomen: '6.5', uk: '4.5', cm: 23.5, footMm: 229 },
  { eu: 38, us: '5.5', usWomen: '7', uk: '5', cm: 24, footMm: 233 },
  { eu: 38.5, us: '6', usWomen: '7.5', uk: '5.5', cm: 24, footMm: 237 },
  { eu: 39, us: '6.5', usWomen: '8', uk: '6', cm: 24.5, footMm: 241 },
  { eu: 40, us: '7', usWomen: '8.5', uk: '6', cm: 25, footMm: 246 },
  { eu: 40.5, us: '7.5', usWomen: '9', uk: '6.5', cm: 25.5, footMm: 250 },
  { eu: 41, us: '8', usWomen: '9.5', uk: '7', cm: 26, footMm: 254 },
  { eu: 42, us: '8.5', usWomen: '10', uk: '7.5', cm: 26.5, footMm: 258 },
  { eu: 42.5, us: '9', usWomen: '10.5', uk: '8', cm: 27, footMm: 262 },
  { eu: 43, us: '9.5', usWomen: '11', uk: '8.5', cm: 27.5, footMm: 267 },
  { eu: 44, us: '10', usWomen: '11.5', uk: '9', cm: 28, footMm: 271 },
  { eu: 44.5, us: '10.5', usWomen: '12', uk: '9.5', cm: 28.5, footMm: 275 },
  { eu: 45, us: '11', usWomen: '12.5', uk: '10', cm: 29, footMm: 279 },
  { eu: 45.5, us: '11.5', usWomen: '13', uk: '10.5', cm: 29.5, footMm: 284 },
  { eu: 46, us: '12', usWomen: '13.5', uk: '11', cm: 30, footMm: 288 },
  { eu: 47, us: '12.5', usWomen: '14', uk: '11.5', cm: 30.5, footMm: 292 },
  { eu: 47.5, us: '13', usWomen: '14.5', uk: '12', cm: 31, footMm: 296 },
  { eu: 48, us: '13.5', usWomen: '15', uk: '12.5', cm: 31.5, footMm: 301 },
  { eu: 48.5, us: '14', usWomen: '15.5', uk: '13', cm: 32, footMm: 305 },
  { eu: 49, us: '14.5', usWomen: '16', uk: '13.5', cm: 32.5, footMm: 309 },
  { eu: 49.5, us: '15', usWomen: '16.5', uk: '14', cm: 33, footMm: 313 },
]

/**
 * Women's, from the same source as the men's. `footMm` is 25.4 / 3 × (US women's + 21), rounded.
 *
 * As in the source: EU has no 37, 39.5, 41.5 or 43.5. The EU number does not mean the same foot as
 * on the men's chart: 38.5 is made for 241 mm here, for 237 mm there.
 */
const WOMEN: readonly SizeRow[] = [
  { eu: 34.5, us: '4', uk: '1.5', cm: 21, footMm: 212 },
  { eu: 35, us: '4.5', uk: '2', cm: 21.5, footMm: 216 },
  { eu: 35.5, us: '5', uk: '2.5', cm: 22, footMm: 220 },
  { eu: 36, us: '5.5', uk: '3', cm: 22.5, footMm: 224 },
  { eu: 36.5, us: '6', uk: '3.5', cm: 23, footMm: 229 },
  { eu: 37.5, us: '6.5', uk: '4', cm: 23.5, footMm: 233 },
  { eu: 38, us: '7', uk: '4.5', cm: 24, footMm: 237 },
  { eu: 38.5, us: '7.5', uk: '5', cm: 24.5, footMm: 241 },
  { eu: 39, us: '8', uk: '5.5', cm: 25, footMm: 246 },
  { eu: 40, us: '8.5', uk: '6', cm: 25.5, footMm: 250 },
  { eu: 40.5, us: '9', uk: '6.5', cm: 26, footMm: 254 },
  { eu: 41, us: '9.5', uk: '7', cm: 26.5, footMm: 258 },
  { eu: 42, us: '10', uk: '7.5', cm: 27, footMm: 262 },
  { eu: 42.5, us: '10.5', uk: '8', cm: 27.5, footMm: 267 },
  { eu: 43, us: '11', uk: '8.5', cm: 28, footMm: 271 },
  { eu: 44, us: '11.5', uk: '9', cm: 28.5, footMm: 275 },
  { eu: 44.5, us: '12', uk: '9.5', cm: 29, footMm: 279 },
]

/**
 * Kids' and youth, from Nike's size guide (nike.com/au/size-fit/kids-footwear). `footMm` is its
 * foot length in sixteenths of an inch × 25.4, rounded; `cm` is that to the nearest 5 mm.
 *
 * As in the source: US starts again at 1Y after 13.5C and UK at 1 after 13.5, while EU runs on;
 * EU has no 29, 30.5, 32.5, 34.5, 37 or 39.5; EU 39 and 40 are both UK 6; and five `cm` come twice.
 */
const KIDS: readonly SizeRow[] = [
  { eu: 25, us: '8C', uk: '7.5', cm: 15, footMm: 151 },
  { eu: 25.5, us: '8.5C', uk: '8', cm: 15.5, footMm: 154 },
  { eu: 26, us: '9C', uk: '8.5', cm: 16, footMm: 159 },
  { eu: 26.5, us: '9.5C', uk: '9', cm: 16.5, footMm: 164 },
  { eu: 27, us: '10C', uk: '9.5', cm: 16.5, footMm: 167 },
  { eu: 27.5, us: '10.5C', uk: '10', cm: 17, footMm: 171 },
  { eu: 28, us: '11C', uk: '10.5', cm: 17.5, footMm: 176 },
  { eu: 28.5, us: '11.5C', uk: '11', cm: 18, footMm: 179 },
  { eu: 29.5, us: '12C', uk: '11.5', cm: 18.5, footMm: 184 },
  { eu: 30, us: '12.5C', uk: '12', cm: 19, footMm: 189 },
  { eu: 31, us: '13C', uk: '12.5', cm: 19, footMm: 192 },
  { eu: 31.5, us: '13.5C', uk: '13', cm: 19.5, footMm: 197 },
  { eu: 32, us: '1Y', uk: '13.5', cm: 20, footMm: 202 },
  { eu: 33, us: '1.5Y', uk: '1', cm: 20.5, footMm: 205 },
  { eu: 33.5, us: '2Y', uk: '1.5', cm: 21, footMm: 210 },
  { eu: 34, us: '2.5Y', uk: '2', cm: 21.5, footMm: 214 },
  { eu: 35, us: '3Y', uk: '2.5', cm: 21.5, footMm: 217 },
  { eu: 35.5, us: '3.5Y', uk: '3', cm: 22, footMm: 222 },
  { eu: 36, us: '4Y', uk: '3.5', cm: 22.5, footMm: 224 },
  { eu: 36.5, us: '4.5Y', uk: '4', cm: 22.5, footMm: 227 },
  { eu: 37.5, us: '5Y', uk: '4.5', cm: 23, footMm: 232 },
  { eu: 38, us: '5.5Y', uk: '5', cm: 23.5, footMm: 235 },
  { eu: 38.5, us: '6Y', uk: '5.5', cm: 24, footMm: 238 },
  { eu: 39, us: '6.5Y', uk: '6', cm: 24.5, footMm: 243 },
  { eu: 40, us: '7Y', uk: '6', cm: 24.5, footMm: 246 },
]

const CHARTS: Readonly<Record<Gender, readonly SizeRow[]>> = {
  women: WOMEN,
  men: MEN,
  unisex: MEN,
  kids: KIDS,
}

/**
 * The sizes a last is made in, smallest first: women's EU 34.5 to 44.5, men's and unisex 35.5 to
 * 49.5, kids' 25 to 40. Only sizes that the source lists are here; there is no exact conversion
 * between the systems (ISO 19407), so none is computed.
 */
export function sizeChart(gender: Gender): readonly SizeRow[] {
  return CHARTS[gender]
}
