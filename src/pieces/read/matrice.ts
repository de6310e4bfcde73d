/** Transformation of a PDF: a, b, c, d, e, f of ISO 32000-1 §8.3.3. */
export type Matrix = readonly [number, number, number, number, number, number]

export const unit: Matrix = [1, 0, 0, 1, 0, 0]

/** The inner transformation applied first, then the outer one. */
export const times = (outer: Matrix, inner: Matrix): Matrix => [
  outer[0] * inner[0] + outer[2] * inner[1],
  outer[1] * inner[0] + outer[3] * inner[1],
  outer[0] * inner[2] + outer[2] * inner[3],
  outer[1] * inner[2] + outer[3] * inner[3],
  outer[0] * inner[4] + outer[2] * inner[5] + outer[4],
  outer[1] * inner[4] + outer[3] * inner[5] + outer[5],
]

/** Numbers of an argument that should be a matrix or a box; what is missing is that of the identity. */
export function numbersOf(value: unknown): Matrix {
  const list =
    Array.isArray(value) || value instanceof Float32Array ? Array.from(value as ArrayLike<unknown>, Number) : []
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = list
  return [a, b, c, d, e, f]
}
