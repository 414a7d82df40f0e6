/** A dense matrix, row after row. */
export interface Matrix {
  rows: number;
  columns: number;
  data: Float64Array;
}

export function zeros(rows: number, columns: number): Matrix {
  return { rows, columns, data: new Float64Array(rows * columns) };
}

export function identity(size: number): Matrix {
  const result = zeros(size, size);
  for (let i = 0; i < size; i++) result.data[i * size + i] = 1;
  return result;
}

/** @throws RangeError when the rows differ in length */
export function fromRows(rows: number[][]): Matrix {
  const columns = rows[0]?.length ?? 0;
  if (rows.some((row) => row.length !== columns)) throw new RangeError("The rows of a matrix must be equally long.");
  return { rows: rows.length, columns, data: Float64Array.from(rows.flat()) };
}

/** a + factor·b. */
export function add(a: Matrix, b: Matrix, factor = 1): Matrix {
  return { ...a, data: a.data.map((value, i) => value + factor * b.data[i]) };
}

export function scale(factor: number, a: Matrix): Matrix {
  return { ...a, data: a.data.map((value) => factor * value) };
}

export function multiply(a: Matrix, b: Matrix): Matrix {
  const result = zeros(a.rows, b.columns);
  for (let i = 0; i < a.rows; i++) {
    for (let k = 0; k < a.columns; k++) {
      const value = a.data[i * a.columns + k];
      if (value === 0) continue;
      for (let j = 0, at = i * b.columns, from = k * b.columns; j < b.columns; j++) {
        result.data[at + j] += value * b.data[from + j];
      }
    }
  }
  return result;
}

/** Kronecker product: every element of `a` times all of `b`. */
export function kronecker(a: Matrix, b: Matrix): Matrix {
  const result = zeros(a.rows * b.rows, a.columns * b.columns);
  for (let i = 0; i < result.rows; i++) {
    for (let j = 0; j < result.columns; j++) {
      const outer = a.data[Math.floor(i / b.rows) * a.columns + Math.floor(j / b.columns)];
      result.data[i * result.columns + j] = outer * b.data[(i % b.rows) * b.columns + (j % b.columns)];
    }
  }
  return result;
}

/** vector · a, a row vector. */
export function rowTimes(vector: Float64Array, a: Matrix): Float64Array {
  return multiply({ rows: 1, columns: a.rows, data: vector }, a).data;
}

/** Σ of each row. */
export function rowSums(a: Matrix): Float64Array {
  return Float64Array.from({ length: a.rows }, (_, i) => sum(a.data.subarray(i * a.columns, (i + 1) * a.columns)));
}

export function sum(vector: Float64Array): number {
  return vector.reduce((total, value) => total + value, 0);
}

/** Largest absolute element. */
export function largest(a: Matrix): number {
  return a.data.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}

/**
 * The x with a·x = b, by Gaussian elimination with partial pivoting.
 *
 * @throws RangeError when `a` is singular
 */
export function solve(a: Matrix, b: Matrix): Matrix {
  const [left, right] = [
    { ...a, data: a.data.slice() },
    { ...b, data: b.data.slice() },
  ];
  const n = a.rows;
  for (let k = 0; k < n; k++) {
    let pivot = k;
    for (let i = k + 1; i < n; i++) {
      if (Math.abs(left.data[i * n + k]) > Math.abs(left.data[pivot * n + k])) pivot = i;
    }
    if (!(Math.abs(left.data[pivot * n + k]) > 0)) throw new RangeError("The matrix is singular.");
    swapRows(left, k, pivot);
    swapRows(right, k, pivot);
    for (let i = k + 1; i < n; i++) {
      const factor = left.data[i * n + k] / left.data[k * n + k];
      if (factor === 0) continue;
      subtractRow(left, i, k, factor);
      subtractRow(right, i, k, factor);
    }
  }
  for (let k = n - 1; k >= 0; k--) {
    for (let i = k + 1; i < n; i++) subtractRow(right, k, i, left.data[k * n + i]);
    for (let j = 0; j < right.columns; j++) right.data[k * right.columns + j] /= left.data[k * n + k];
  }
  return right;
}

/** @throws RangeError when `a` is singular */
export function inverse(a: Matrix): Matrix {
  return solve(a, identity(a.rows));
}

function swapRows({ columns, data }: Matrix, i: number, k: number): void {
  if (i === k) return;
  const row = data.slice(i * columns, (i + 1) * columns);
  data.copyWithin(i * columns, k * columns, (k + 1) * columns);
  data.set(row, k * columns);
}

function subtractRow({ columns, data }: Matrix, from: number, row: number, factor: number): void {
  for (let j = 0; j < columns; j++) data[from * columns + j] -= factor * data[row * columns + j];
}
