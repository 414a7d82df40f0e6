import assert from "node:assert/strict";
import { test } from "vitest";
import { uniforms } from "../stats/single-server.ts";
import { type Sample, samples } from "./samples.ts";

/* Every model of this folder on random and on extreme inputs: no figure is ever NaN, negative or beyond its bounds, Little's
   law ties means, tails fall, quantiles invert them. */

const UNCOMMON = new Set(["beta", "exact"]);

/** Numbers in an answer, wherever they are, with the names that lead there. */
function* figuresOf(answer: unknown, path: string[] = []): Generator<[string[], number]> {
  if (typeof answer === "number") yield [path, answer];
  else if (ArrayBuffer.isView(answer)) for (const value of answer as Float64Array) yield [path, value];
  else if (answer !== null && typeof answer === "object") {
    for (const [key, value] of Object.entries(answer)) if (!UNCOMMON.has(key)) yield* figuresOf(value, [...path, key]);
  }
}

/** Parts of an answer that describe a queue. */
function* queuesOf(answer: unknown): Generator<Record<string, unknown>> {
  if (answer === null || typeof answer !== "object" || ArrayBuffer.isView(answer)) return;
  if (!Array.isArray(answer)) yield answer as Record<string, unknown>;
  for (const value of Object.values(answer)) yield* queuesOf(value);
}

const SHARE = /^(utilization|utilizations|.*[pP]robability|.*Share|blocked|killed)$/;

function checkFigures(answer: unknown): void {
  for (const [path, value] of figuresOf(answer)) {
    const name = path.findLast((part) => !/^\d+$/.test(part)) ?? "";
    const shown = `${path.join(".")} = ${value}`;
    assert.ok(Number.isFinite(value) && value >= 0, shown);
    if (SHARE.test(name)) assert.ok(value <= 1 + 1e-12, shown);
  }
}

function near(a: number, b: number, relative: number, what: string): void {
  assert.ok(Math.abs(a - b) <= relative * Math.max(Math.abs(a), Math.abs(b)) + 1e-250, `${what}: ${a} and ${b}`);
}

/** L = λW and Lq = λWq, with the rate of those whose times are told. */
function checkLittle(queue: Record<string, unknown>, rate: number): void {
  const { numberInSystem: L, sojournTime: W, numberInQueue: Lq, waitingTime: Wq } = queue as Record<string, number>;
  near(L, rate * W, 1e-9, "L = λW");
  if (Lq === undefined || Wq === undefined) return;
  // Lq may be what is left of a difference, so it is compared on the scale of L
  assert.ok(Math.abs(Lq - rate * Wq) <= 1e-9 * L, `Lq = λWq: ${Lq} and ${rate * Wq}`);
  assert.ok(W >= Wq && L >= Lq);
}

type Law = (x: number) => number;

function checkLaws(queue: Record<string, unknown>): void {
  for (const kind of ["waiting", "sojourn", "hold", "delay"]) {
    const [tail, quantile] = [queue[`${kind}Tail`], queue[`${kind}Quantile`]] as (Law | undefined)[];
    if (tail === undefined) continue;
    const scale = ((queue[`${kind}Time`] ?? queue.meanHold ?? queue.meanDelay) || queue.sojournTime || 1) as number;
    assert.equal(tail(-scale), 1);
    let before = 1;
    for (const multiple of [0, 1e-9, 0.01, 0.3, 1, 3, 20, 1e3]) {
      const now = tail(multiple * scale);
      assert.ok(now >= 0 && now <= before + 1e-8, `P(${kind} > ${multiple * scale}) = ${now} after ${before}`);
      before = now;
    }
    if (quantile === undefined) continue;
    for (const p of [0, 0.5, 0.99]) {
      const t = quantile(p);
      assert.ok(t >= 0 && t < Infinity, `quantile ${p} of ${kind}: ${t}`);
      assert.ok(tail(t * (1 + 1e-6)) <= 1 - p + 2e-7, `P(${kind} > ${t}) exceeds ${1 - p}`);
      if (t > 0) assert.ok(tail(t * (1 - 1e-6)) >= 1 - p - 2e-7, `P(${kind} > ${t}) is below ${1 - p}`);
    }
  }
  const probability = queue.probability as Law | undefined;
  if (probability === undefined) return;
  const mean = queue.numberInSystem as number;
  for (const n of [0, 1, 2, 7, Math.floor(mean), Math.ceil(3 * mean)]) {
    // a coefficient of a generating function costs as many values as its number
    if (n > 5000) continue;
    const p = probability(n);
    assert.ok(p >= 0 && p <= 1, `P(N = ${n}) = ${p}`);
  }
  assert.ok(probability(0) + probability(1) + probability(2) <= 1 + 1e-9);
  for (const n of [-1, 0.5]) assert.equal(probability(n), 0);
}

function check({ answer, rates, little = true }: Sample): void {
  checkFigures(answer);
  let next = 0;
  for (const queue of queuesOf(answer)) {
    checkLaws(queue);
    if (!little || queue.numberInSystem === undefined || queue.sojournTime === undefined) continue;
    const rate = rates?.[next++] ?? (queue.throughput as number | undefined);
    if (rate !== undefined) checkLittle(queue, rate);
  }
}

for (const [name, draw] of Object.entries(samples)) {
  test(`${name} answers random and extreme questions in numbers that make sense`, () => {
    const uniform = uniforms(name.length * 1000 + name.charCodeAt(0));
    for (let trial = 0; trial < 5; trial++) {
      const ask = draw(uniform, trial);
      try {
        check(ask());
      } catch (error) {
        throw new Error(
          `trial ${trial}, ${ask.toString().replaceAll(/\s+/g, " ").slice(0, 200)}: ${(error as Error).message}`,
        );
      }
    }
  });
}
