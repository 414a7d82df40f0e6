import assert from "node:assert/strict";
import { test } from "vitest";
import { Stream } from "../../src/random/stream.ts";
import { normalCdf } from "../../src/special/normal.ts";
import { fits, insignificant, withinKolmogorov } from "./significance.ts";

const draws = (count: number, draw: () => number) => Array.from({ length: count }, draw);

test("a stream is sfc32 started from the hash of seed, replication and name", () => {
  // The reference, compiled as C (PractRand, sfc32):
  //   uint32_t raw32() { uint32_t tmp = a + b + counter++; a = b ^ (b >> 9); b = c + (c << 3);
  //                      c = ((c << 21) | (c >> 11)) + tmp; return tmp; }
  // with a, b, c, counter = the words of MurmurHash3_x86_128, seed 0, of the little-endian bytes of the doubles 7 and 3
  // and the UTF-16 units of the name; the first 15 results dropped.
  const stream = new Stream(7, 3, "consumers.orders/service");
  const expected = [2573454483, 956618026, 3432129144, 3257402226, 198299871, 3694242781];
  assert.deepEqual(
    draws(6, () => stream.u32()),
    expected,
  );
});

test("the same seed, replication and name give the same numbers", () => {
  const [one, other] = [new Stream(1, 2, "queues.a"), new Stream(1, 2, "queues.a")];
  assert.deepEqual(
    draws(1000, () => one.exponential() + one.normal()),
    draws(1000, () => other.exponential() + other.normal()),
  );
});

test("streams that differ in seed, replication or any character of the name start differently", () => {
  const seeds = [0, 1, -1, 2, 2 ** 31, 2 ** 32, 2 ** 32 + 1, -(2 ** 32), 2 ** 53 - 1, 2 ** 53, -(2 ** 53)];
  const names = [
    "",
    "a",
    "b",
    "A",
    "aa",
    "a ",
    "ab",
    "ba",
    "ä",
    "\u0000",
    "a\u0000",
    "x".repeat(500),
    `${"x".repeat(499)}y`,
  ];
  const starts = new Set<string>();
  for (const seed of seeds) {
    for (const replication of [0, 1, 2, 2 ** 32]) {
      for (const name of names) {
        const stream = new Stream(seed, replication, name);
        starts.add(draws(4, () => stream.u32()).join());
      }
    }
  }
  assert.equal(starts.size, seeds.length * 4 * names.length);
});

test("seed −0 is seed 0", () => assert.equal(new Stream(-0, 0, "").u32(), new Stream(0, -0, "").u32()));

test("a seed that is no integer is refused", () => {
  for (const seed of [0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 54]) {
    assert.throws(() => new Stream(seed, 0, ""), { name: "RangeError", message: new RegExp(`not ${seed}`) });
  }
  assert.throws(() => new Stream(1, 0.5, ""), RangeError);
});

test("first numbers of neighbouring seeds, replications and names are equidistributed", () => {
  const sources: [string, (i: number) => Stream][] = [
    ["seeds", (i) => new Stream(i, 0, "queues.a")],
    ["replications", (i) => new Stream(1, i, "queues.a")],
    ["names", (i) => new Stream(1, 0, `queues.${i}`)],
  ];
  for (const [what, source] of sources) {
    const high = new Int32Array(64);
    const low = new Int32Array(64);
    for (let i = 0; i < 20_000; i++) {
      const first = source(i).u32();
      high[first >>> 26]++;
      low[first & 63]++;
    }
    fits(high, () => 20_000 / 64, `high bits of first numbers of ${what}`);
    fits(low, () => 20_000 / 64, `low bits of first numbers of ${what}`);
  }
});

test("streams with neighbouring names are uncorrelated", () => {
  let sum = 0;
  const pairs = 200;
  const length = 500;
  for (let i = 0; i < pairs; i++) {
    const [one, other] = [new Stream(1, 0, `consumers.${i}/service`), new Stream(1, 0, `consumers.${i + 1}/service`)];
    for (let k = 0; k < length; k++) sum += (one.uniform() - 0.5) * (other.uniform() - 0.5);
  }
  insignificant(sum / Math.sqrt(pairs * length * (1 / 144)), "products of neighbouring streams");
});

test("pairs of successive numbers fill the square evenly, by high and by low bits", () => {
  const stream = new Stream(5, 0, "pairs");
  const high = new Int32Array(4096);
  const low = new Int32Array(4096);
  const count = 1_000_000;
  let last = stream.u32();
  for (let i = 0; i < count; i++) {
    const next = stream.u32();
    high[((last >>> 26) << 6) | (next >>> 26)]++;
    low[((last & 63) << 6) | (next & 63)]++;
    last = next;
  }
  fits(high, () => count / 4096, "pairs by high bits");
  fits(low, () => count / 4096, "pairs by low bits");
});

/** A stream whose generator deals given numbers. */
class Rigged extends Stream {
  private readonly deck: number[];

  constructor(deck: number[]) {
    super(0, 0, "rigged");
    this.deck = deck;
  }

  override u32(): number {
    return this.deck === undefined ? super.u32() : this.deck.shift()!;
  }
}

test("a uniform number is never 0 and never 1, whatever the generator deals", () => {
  const all = 2 ** 32 - 1;
  assert.equal(new Rigged([all, all]).uniform(), 1 - 2 ** -53);
  assert.equal(new Rigged([0, 2 ** 11]).uniform(), 2 ** -53);
  assert.equal(new Rigged([0, 0, 0, 2047, 2 ** 31, 0]).uniform(), 0.5);
});

test("exponential and normal numbers stay finite at the ends of the generator's range", () => {
  const all = 2 ** 32 - 1;
  for (const deck of [
    [0, 0],
    [all, all, all, all, 0, 1, 0, 1, 0, 1, 0, 1],
  ]) {
    assert.ok(Number.isFinite(new Rigged([...deck]).exponential()));
    assert.ok(Number.isFinite(new Rigged([...deck]).normal()));
  }
});

/** Counts of `count` draws in cells of width 1/20 from 0 to `end`, and beyond. */
function histogram(draw: () => number, end: number, count: number): Float64Array {
  const cells = new Float64Array(20 * end + 1);
  for (let i = 0; i < count; i++) cells[Math.min(20 * end, Math.floor(20 * draw()))]++;
  return cells;
}

test("exponential numbers fill cells far into the tail as their law says", () => {
  const stream = new Stream(11, 0, "exponential");
  const count = 2_000_000;
  const above = (x: number) => Math.exp(-x);
  const expected = (i: number) => count * (i < 180 ? above(i / 20) - above((i + 1) / 20) : above(9));
  fits(
    histogram(() => stream.exponential(), 9, count),
    expected,
    "exponential numbers",
  );
});

test("normal numbers fill cells on both sides as their law says", () => {
  const stream = new Stream(12, 0, "normal");
  const count = 2_000_000;
  const expected = (i: number) => 2 * count * (normalCdf(-i / 20) - (i < 80 ? normalCdf(-(i + 1) / 20) : 0));
  fits(
    histogram(() => Math.abs(stream.normal()), 4, count),
    expected,
    "distances from 0",
  );
  let positive = 0;
  for (let i = 0; i < count; i++) if (stream.normal() > 0) positive++;
  insignificant((2 * positive - count) / Math.sqrt(count), "signs");
});

/** A stream whose next number begins in the outermost column of the ziggurat's lowest layer: in the tail. */
class InTail extends Stream {
  private dealt = 2;

  override u32(): number {
    const number = super.u32();
    this.dealt++;
    return this.dealt === 1 ? 2 ** 32 - 1 : this.dealt === 2 ? 0xfffffe00 : number;
  }

  force(): this {
    this.dealt = 0;
    return this;
  }
}

/** Greatest distance between the empirical distribution and a cdf. */
function distance(draws: number[], cdf: (x: number) => number): number {
  const sorted = draws.toSorted((a, b) => a - b);
  return sorted.reduce((most, x, i) => Math.max(most, Math.abs((i + 0.5) / sorted.length - cdf(x))), 0);
}

test("beyond the last layer the exponential tail begins anew, and the normal one falls off as it should", () => {
  const stream = new InTail(15, 0, "tail");
  const count = 20_000;
  const tail = 7.69711747013105;
  const exponentials = draws(count, () => stream.force().exponential());
  withinKolmogorov(
    distance(exponentials, (x) => -Math.expm1(tail - x)),
    count,
    "exponential tail",
  );
  const edge = 3.654152885361009;
  const normals = draws(count, () => stream.force().normal());
  withinKolmogorov(
    distance(normals, (z) => 1 - normalCdf(-z) / normalCdf(-edge)),
    count,
    "normal tail",
  );
});

test("moments of exponential and normal numbers are those of their laws", () => {
  const stream = new Stream(13, 0, "moments");
  const count = 1_000_000;
  const sums = new Float64Array(4);
  for (let i = 0; i < count; i++) {
    const [x, z] = [stream.exponential(), stream.normal()];
    sums[0] += x;
    sums[1] += x * x;
    sums[2] += z;
    sums[3] += z * z;
  }
  insignificant((sums[0] - count) / Math.sqrt(count), "mean of exponential numbers");
  insignificant((sums[1] - 2 * count) / Math.sqrt(20 * count), "second moment of exponential numbers");
  insignificant(sums[2] / Math.sqrt(count), "mean of normal numbers");
  insignificant((sums[3] - count) / Math.sqrt(2 * count), "second moment of normal numbers");
});

test("below(n) is even for small n and without the bias of a remainder for large n", () => {
  const stream = new Stream(14, 0, "below");
  for (const n of [1, 2, 3, 10, 1000]) {
    const counts = new Int32Array(n);
    for (let i = 0; i < 200_000; i++) counts[stream.below(n)]++;
    if (n > 1) fits(counts, () => 200_000 / n, `below(${n})`);
    else assert.equal(counts[0], 200_000);
  }
  // A remainder would make the lower third of these ranges twice as likely.
  for (const n of [3 * 2 ** 30, 3 * 2 ** 51, 2 ** 32, 2 ** 53]) {
    const thirds = new Int32Array(3);
    for (let i = 0; i < 100_000; i++) thirds[Math.floor((3 * stream.below(n)) / n)]++;
    fits(thirds, () => 100_000 / 3, `below(${n})`);
  }
});

test("the numbers of a stream are pinned: whoever changes them changes every result", () => {
  const stream = new Stream(1, 0, "pinned");
  const numbers = [stream.uniform(), stream.exponential(), stream.normal(), stream.below(1000)];
  assert.deepEqual(numbers, [0.7710204705093638, 1.5744991716971453, 0.3960406309519534, 816]);
});
