/** Eigenvalues and eigenvectors of a symmetric matrix, largest first. */
export interface Eigen {
  readonly values: Float64Array;
  /** Row-major, a column per eigenvector. */
  readonly vectors: Float64Array;
}

const SWEEPS = 30;
const TOLERANCE = 1e-22;

/** Cyclic Jacobi rotations (Golub & Van Loan, "Matrix Computations", 8.5). `matrix` is row-major and is overwritten. */
export function eigenSymmetric(matrix: Float64Array, size: number): Eigen {
  const at = (row: number, column: number): number => matrix[row * size + column] ?? 0;
  const vectors = new Float64Array(size * size);
  for (let d = 0; d < size; d++) vectors[d * size + d] = 1;
  let trace = 0;
  for (let d = 0; d < size; d++) trace += at(d, d) ** 2;
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    let off = 0;
    for (let p = 0; p < size; p++) for (let q = p + 1; q < size; q++) off += at(p, q) ** 2;
    if (off <= TOLERANCE * trace) break;
    for (let p = 0; p < size; p++)
      for (let q = p + 1; q < size; q++) {
        const apq = at(p, q);
        if (apq === 0) continue;
        const theta = (at(q, q) - at(p, p)) / (2 * apq);
        const t = Math.sign(theta || 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        const c = 1 / Math.sqrt(t * t + 1);
        rotate(matrix, vectors, size, p, q, c, t * c);
      }
  }
  const order = Array.from({ length: size }, (_, d) => d).sort((a, b) => at(b, b) - at(a, a));
  const sorted = new Float64Array(size * size);
  order.forEach((from, to) => {
    for (let row = 0; row < size; row++) sorted[row * size + to] = vectors[row * size + from] ?? 0;
  });
  return { values: Float64Array.from(order, (d) => at(d, d)), vectors: sorted };
}

function rotate(
  matrix: Float64Array,
  vectors: Float64Array,
  size: number,
  p: number,
  q: number,
  c: number,
  s: number,
): void {
  for (let k = 0; k < size; k++) {
    const kp = matrix[k * size + p] ?? 0;
    const kq = matrix[k * size + q] ?? 0;
    matrix[k * size + p] = c * kp - s * kq;
    matrix[k * size + q] = s * kp + c * kq;
  }
  for (let k = 0; k < size; k++) {
    const pk = matrix[p * size + k] ?? 0;
    const qk = matrix[q * size + k] ?? 0;
    matrix[p * size + k] = c * pk - s * qk;
    matrix[q * size + k] = s * pk + c * qk;
  }
  for (let k = 0; k < size; k++) {
    const kp = vectors[k * size + p] ?? 0;
    const kq = vectors[k * size + q] ?? 0;
    vectors[k * size + p] = c * kp - s * kq;
    vectors[k * size + q] = s * kp + c * kq;
  }
}
