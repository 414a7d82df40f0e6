import { type Matrix, sum } from "./matrix.ts";

/**
 * Stationary probabilities of a finite irreducible Markov chain from its transition rates (the diagonal is not read).
 *
 * States are eliminated one after the other by additions, multiplications and divisions of non-negative numbers only,
 * so each probability, however small, has nearly full relative accuracy.
 *
 * @throws RangeError when some state cannot reach those before it
 * @see Grassmann, Taksar & Heyman (1985), Operations Research 33(5), 1107–1116
 */
export function stationary(rates: Matrix): Float64Array {
  const n = rates.rows;
  const q = rates.data.slice();
  for (let k = n - 1; k > 0; k--) {
    let leaving = 0;
    for (let j = 0; j < k; j++) leaving += q[k * n + j];
    if (!(leaving > 0)) throw new RangeError("The chain is reducible: some states are never reached again.");
    for (let i = 0; i < k; i++) {
      const share = q[i * n + k] / leaving;
      q[i * n + k] = share;
      if (share === 0) continue;
      for (let j = 0; j < k; j++) q[i * n + j] += share * q[k * n + j];
    }
  }
  const probability = new Float64Array(n);
  probability[0] = 1;
  for (let k = 1; k < n; k++) {
    for (let i = 0; i < k; i++) probability[k] += probability[i] * q[i * n + k];
  }
  const total = sum(probability);
  return probability.map((value) => value / total);
}
