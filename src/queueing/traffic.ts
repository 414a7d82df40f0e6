import type { Matrix } from "mathjs";
import math from "mathjs/lib/browser/math.js"; // in one file, which is read ten times as fast as six hundred
import { mustBeProbability, mustNotBeNegative } from "./domain.ts";

/**
 * Chances of going from one station to others: from all stations to all, or only those above 0, by the number of the
 * station that is next (counted from 0). What is missing to 1 leaves.
 */
export type Routing = (number[] | ReadonlyMap<number, number>)[];

/**
 * Arrival rates in an open network: the solution of λⱼ = γⱼ + Σ λᵢpᵢⱼ, one strongly connected part after the other, so
 * that a loop in one corner costs no accuracy elsewhere, and ten thousand stations need no square matrix.
 *
 * @param external γ, arrivals from outside [1/s], ≥ 0
 * @param routing one row for each station
 * @throws RangeError when messages can come where none ever leaves
 */
export function trafficRates(external: number[], routing: Routing): number[] {
  for (const rate of external) mustNotBeNegative("external arrival rate", rate);
  const links = routing.map((row, i) => linksOf(row, i, external.length));
  const rates = external.slice();
  for (const part of partsInOrder(links)) {
    if (part.every((j) => rates[j] === 0)) continue;
    solve(part, links, rates);
    const inside = new Set(part);
    for (const from of part) {
      for (const { to, chance } of links[from]) if (!inside.has(to)) rates[to] += rates[from] * chance;
    }
  }
  return rates;
}

interface Link {
  to: number;
  chance: number;
}

function linksOf(row: Routing[number], from: number, stations: number): Link[] {
  const links: Link[] = [];
  let total = 0;
  for (const [to, chance] of row.entries()) {
    mustBeProbability("routing entry", chance);
    if (!(to < stations)) throw new RangeError(`Station ${from + 1} sends to station ${to + 1} of ${stations}.`);
    total += chance;
    if (chance > 0) links.push({ to, chance });
  }
  if (total > 1 + 1e-9) throw new RangeError(`The routing probabilities of station ${from + 1} sum to ${total} > 1.`);
  return links;
}

/** Turns what reaches a strongly connected part from outside it into its arrival rates, in place. */
function solve(part: number[], links: Link[][], rates: number[]): void {
  const place = new Map(part.map((station, at) => [station, at]));
  const columns = part.map((from) => links[from].filter(({ to }) => place.has(to)));
  if (columns.every((column) => column.reduce((sum, { chance }) => sum + chance, 0) > 1 - 1e-12)) {
    throw new RangeError(`Messages that reach station ${part[0] + 1} never leave.`);
  }
  if (columns.every((column) => column.length === 0)) return; // one station, without a loop
  const solved = math
    .lusolve(
      identityLess(columns.map((column) => new Map(column.map(({ to, chance }) => [place.get(to) ?? 0, chance])))),
      part.map((station) => rates[station]),
    )
    .valueOf() as number[][];
  part.forEach((station, at) => {
    rates[station] = solved[at][0];
  });
}

/** I − P, P given by columns. */
function identityLess(columns: Map<number, number>[]): Matrix {
  const matrix = math.sparse().resize([columns.length, columns.length]);
  columns.forEach((column, j) => {
    matrix.set([j, j], 1 - (column.get(j) ?? 0));
    for (const [i, chance] of column) if (i !== j) matrix.set([i, j], -chance);
  });
  return matrix;
}

/**
 * Strongly connected parts, each before those it sends to (Tarjan 1972, whose order is the reverse); with a stack of its
 * own, since a chain of ten thousand stations is deeper than calls may be.
 */
function partsInOrder(links: Link[][]): number[][] {
  const order = new Array<number>(links.length).fill(-1); // −1: not seen yet
  const lowest = order.slice();
  const waiting = new Uint8Array(links.length); // whether a station is on the stack
  const stack: number[] = [];
  const parts: number[][] = [];
  let seen = 0;
  const enter = (station: number) => {
    order[station] = lowest[station] = seen++;
    stack.push(station);
    waiting[station] = 1;
    return { station, next: 0 };
  };
  const leave = (station: number) => {
    if (lowest[station] !== order[station]) return;
    const part = stack.splice(stack.lastIndexOf(station));
    for (const one of part) waiting[one] = 0;
    parts.push(part);
  };
  for (let start = 0; start < links.length; start++) {
    const path = order[start] < 0 ? [enter(start)] : [];
    while (path.length > 0) {
      const here = path[path.length - 1];
      if (here.next < links[here.station].length) {
        const { to } = links[here.station][here.next++];
        if (order[to] < 0) path.push(enter(to));
        else if (waiting[to]) lowest[here.station] = Math.min(lowest[here.station], order[to]);
        continue;
      }
      path.pop();
      leave(here.station);
      const above = path[path.length - 1];
      if (above) lowest[above.station] = Math.min(lowest[above.station], lowest[here.station]);
    }
  }
  return parts.reverse();
}
