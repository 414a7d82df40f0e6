/**
 * The x with A x = b, by Gaussian elimination with partial pivoting.
 *
 * @param matrix A, as rows; not changed
 * @throws RangeError when A is singular
 */
export function solve(matrix: number[][], b: number[]): number[] {
  const rows = matrix.map((row, i) => [...row, b[i]]);
  const n = rows.length;
  for (let column = 0; column < n; column++) {
    bringUpLargest(rows, column);
    for (let i = column + 1; i < n; i++) subtract(rows[i], rows[i][column] / rows[column][column], rows[column]);
  }
  const x = new Array<number>(n).fill(0);
  for (let i = n - 1; i >= 0; i--) {
    let rest = rows[i][n];
    for (let j = i + 1; j < n; j++) rest -= rows[i][j] * x[j];
    x[i] = rest / rows[i][i];
  }
  return x;
}

function bringUpLargest(rows: number[][], column: number): void {
  let best = column;
  for (let i = column + 1; i < rows.length; i++) {
    if (Math.abs(rows[i][column]) > Math.abs(rows[best][column])) best = i;
  }
  if (rows[best][column] === 0) throw new RangeError("The system of equations has no single solution.");
  [rows[column], rows[best]] = [rows[best], rows[column]];
}

function subtract(row: number[], factor: number, other: number[]): void {
  for (let j = 0; j < row.length; j++) row[j] -= factor * other[j];
}
