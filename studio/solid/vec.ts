/** A point or direction in centimetres: x from heel to toe, y up, z to the outer side. */
export type Vec3 = readonly [number, number, number]

/** A sum of vectors, the second scaled: `a + b * by`. */
export function add(a: Vec3, b: Vec3, by = 1): Vec3 {
  return [a[0] + b[0] * by, a[1] + b[1] * by, a[2] + b[2] * by]
}

/** From `b` to `a`. */
export function sub(a: Vec3, b: Vec3): Vec3 {
  return add(a, b, -1)
}

/** A vector made `by` times as long. */
export function scale(a: Vec3, by: number): Vec3 {
  return [a[0] * by, a[1] * by, a[2] * by]
}

/** The scalar product. */
export function dot(a: Vec3, b: Vec3): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
}

/** The vector product. */
export function cross(a: Vec3, b: Vec3): Vec3 {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]]
}

export function length(a: Vec3): number {
  return Math.hypot(a[0], a[1], a[2])
}

/** The same direction with length 1; a null vector points up. */
export function unit(a: Vec3): Vec3 {
  const size = length(a)
  return size < 1e-12 ? [0, 1, 0] : scale(a, 1 / size)
}

/** The vector a share `t` of the way from `a` to `b`. */
export function between(a: Vec3, b: Vec3, t: number): Vec3 {
  return add(scale(a, 1 - t), b, t)
}
