import assert from "node:assert/strict";
import { test } from "vitest";
import { Predictions } from "../../src/theory/predictions.ts";
import { exponential, model, poisson, pool, producer, queue } from "../model/systems.ts";

/** M/M/1 queues beside each other: of mean service 1, with these rates. */
const beside = (rates: number[]) =>
  model({
    producers: rates.map((rate, i) => producer(`n${i}`, poisson(rate), [`n${i}`])),
    queues: rates.map((_, i) => queue(`n${i}`)),
    pools: rates.map((_, i) => pool(`n${i}`, exponential(1))),
  });

const latency = { where: "system", class: "*", metric: "latency" } as const;
const close = (actual: number | undefined, expected: number) =>
  assert.ok(Math.abs(actual! / expected - 1) < 1e-8, `${actual}, not ${expected}`);

test("equal queues side by side have the law of one", () => {
  const theory = new Predictions(beside([0.75, 0.75, 0.75, 0.75]));
  close(theory.of(latency, "p99")?.value, 4 * Math.log(100));
  close(theory.of(latency, "variance")?.value, 16);
  close(theory.law(latency)?.at(4), Math.exp(-1));
  assert.equal(theory.of(latency, "p99")?.exact, true);
});

test("different queues side by side count as often as they are passed", () => {
  const theory = new Predictions(beside([0.5, 0.75]));
  // 0.4 of all stay an exponential time of mean 2, and 0.6 one of mean 4
  close(theory.of(latency, "mean")?.value, 0.4 * 2 + 0.6 * 4);
  close(theory.of(latency, "variance")?.value, 0.4 * 8 + 0.6 * 32 - 3.2 ** 2);
  close(theory.law(latency)?.at(5), 0.4 * Math.exp(-5 / 2) + 0.6 * Math.exp(-5 / 4));
  const p99 = theory.of(latency, "p99")!.value;
  close(0.4 * Math.exp(-p99 / 2) + 0.6 * Math.exp(-p99 / 4), 0.01);
});

test("where copies go on from queue to queue, theirs is not a mixture of the queues' laws", () => {
  const onward = beside([0.5, 0.25]);
  onward.pools[0].then = [
    { share: 0.5, to: ["queues.n1"] },
    { share: 0.5, to: [] },
  ];
  const theory = new Predictions(onward);
  assert.equal(theory.of(latency, "p99"), null);
  assert.notEqual(theory.of(latency, "mean"), null);
});
