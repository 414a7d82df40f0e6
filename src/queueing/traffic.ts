import { lusolve } from "mathjs";
import { mustBeProbability, mustNotBeNegative } from "./domain.ts";

/**
 * Arrival rates in an open network: the solution of λⱼ = γⱼ + Σ λᵢpᵢⱼ, one strongly connected part after the other, so
 * that a loop in one corner costs no accuracy elsewhere.
 *
 * @param external γ, arrivals from outside [1/s], ≥ 0
 * @param routing `routing[i][j]` = pᵢⱼ, the chance of going from i to j; what a row lacks leaves
 * @throws RangeError when messages can come where none ever leaves
 */
export function trafficRates(external: number[], routing: number[][]): number[] {
  for (const rate of external) mustNotBeNegative("external arrival rate", rate);
  for (const probability of routing.flat()) mustBeProbability("routing entry", probability);
  routing.forEach((row, i) => {
    const total = row.reduce((sum, probability) => sum + probability, 0);
    if (total > 1 + 1e-9) throw new RangeError(`The routing probabilities of station ${i + 1} sum to ${total} > 1.`);
  });
  const rates = external.slice();
  for (const part of partsInOrder(routing)) {
    if (part.every((j) => rates[j] === 0)) continue;
    mustLeave(part, routing);
    const solved = lusolve(
      part.map((j) => part.map((i) => (i === j ? 1 : 0) - routing[i][j])),
      part.map((j) => rates[j]),
    ) as number[][];
    part.forEach((j, k) => {
      rates[j] = solved[k][0];
    });
    routing[0].forEach((_, to) => {
      if (!part.includes(to)) for (const from of part) rates[to] += rates[from] * routing[from][to];
    });
  }
  return rates;
}

function mustLeave(part: number[], routing: number[][]): void {
  const staying = part.every((i) => part.reduce((sum, j) => sum + routing[i][j], 0) > 1 - 1e-12);
  if (staying) throw new RangeError(`Messages that reach station ${part[0] + 1} never leave.`);
}

/** Strongly connected parts, each before those it sends to (Tarjan 1972, whose order is the reverse). */
function partsInOrder(routing: number[][]): number[][] {
  const order = new Map<number, number>();
  const lowest: number[] = [];
  const stack: number[] = [];
  const parts: number[][] = [];
  const visit = (i: number) => {
    order.set(i, order.size);
    lowest[i] = order.size - 1;
    stack.push(i);
    routing[i].forEach((probability, j) => {
      if (probability === 0) return;
      if (!order.has(j)) visit(j);
      if (stack.includes(j)) lowest[i] = Math.min(lowest[i], lowest[j]);
    });
    if (lowest[i] === order.get(i)) parts.push(stack.splice(stack.indexOf(i)));
  };
  routing.forEach((_, i) => {
    if (!order.has(i)) visit(i);
  });
  return parts.reverse();
}
