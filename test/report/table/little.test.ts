import assert from "node:assert/strict";
import { test } from "vitest";
import { littleGap, littlesLaw, littleTable } from "../../../src/report/table/little.ts";
import { emptyResult, pointOf, rowOf } from "../fixtures.ts";

/** M/M/1 at 80/s and 10 ms: W = 50 ms, L = 4; 4 replications of 45,000 s. */
const law = (observed: number) =>
  littlesLaw(
    emptyResult({
      points: [pointOf("", {})],
      rows: [
        rowOf({ metric: "throughput", statistic: "mean", value: 80 }),
        rowOf({ metric: "sojournTime", statistic: "mean", value: 0.05, count: 14_400_000 }),
        rowOf({ metric: "numberInSystem", statistic: "mean", value: observed }),
      ],
    }),
  )[0]!;

test("Q = T·L, from N messages in the time t", () => {
  const { throughput, latency, queue, messages, seconds } = law(4);
  assert.deepEqual(
    { throughput, latency, messages, seconds },
    { throughput: 80, latency: 0.05, messages: 14_400_000, seconds: 180_000 },
  );
  assert.ok(Math.abs(queue - 4) < 1e-12);
  assert.ok(Math.abs(messages / seconds - throughput) < 1e-12);
});

test("the number observed is compared with T·L", () => {
  assert.ok(Math.abs(littleGap(law(4.04)) - 0.01) < 1e-12);
  assert.equal(littleGap({ ...law(4), queue: 0, observed: 0 }), 0);
  const result = emptyResult({ points: [pointOf("", {})] });
  assert.deepEqual(littleTable(result, [law(3.96)]).rows, [
    ["whole system", "80/s", "50\u00a0ms", "4", "3.96", "−1.00\u00a0%"],
  ]);
});

test("where one of the three is missing there is nothing to compare", () => {
  const rows = [
    rowOf({ metric: "throughput", statistic: "mean", value: 80 }),
    rowOf({ metric: "numberInSystem", statistic: "mean", value: 4 }),
  ];
  assert.deepEqual(littlesLaw(emptyResult({ points: [pointOf("", {})], rows })), []);
});

test("each place has its own law", () => {
  const rows = ["system", "queues.orders"].flatMap((where) => [
    rowOf({ where, metric: "throughput", statistic: "mean", value: 10 }),
    rowOf({ where, metric: "sojournTime", statistic: "mean", value: 0.1 }),
    rowOf({ where, metric: "numberInSystem", statistic: "mean", value: 1 }),
  ]);
  assert.deepEqual(
    littlesLaw(emptyResult({ points: [pointOf("", {})], rows })).map(({ where }) => where),
    ["system", "queues.orders"],
  );
});
