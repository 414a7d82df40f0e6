import assert from "node:assert/strict";
import fc from "fast-check";
import { test } from "vitest";
import {
  commonScale,
  compactEstimate,
  coordinate,
  estimate,
  percent,
  plain,
  quantity,
  rounded,
} from "../../src/report/format.ts";
import { rowOf } from "./fixtures.ts";

const latency = (value: number | null, low: number | null, high: number | null) =>
  rowOf({ metric: "latency", statistic: "p99", value, low, high });

test("a quantity is shown in the unit that reads best", () => {
  const shown = [
    quantity(0.0123, "s", "latency"),
    quantity(4.5e-7, "s", "latency"),
    quantity(0.000012, "s", "latency"),
    quantity(179, "s", "latency"),
    quantity(1260, "s", "latency"),
    quantity(50_000, "s", "latency"),
    quantity(80, "1/s", "throughput"),
    quantity(12_345_678, "1/s", "throughput"),
    quantity(0.02, "1/s", "arrivalRate"),
    quantity(0.8, "1", "utilization"),
    quantity(0.000123, "1", "lossProbability"),
    quantity(3.2, "1", "numberInQueue"),
    quantity(14_400, "1", "lost"),
    quantity(0, "s", "latency"),
    quantity(2.5, "s^2", "latency"),
  ];
  assert.deepEqual(
    shown.map((text) => text.replace("\u00a0", " ")),
    [
      "12.3 ms",
      "450 ns",
      "12 µs",
      "179 s",
      "21 min",
      "13.9 h",
      "80/s",
      "12.3 M/s",
      "1.20/min",
      "80 %",
      "0.0123 %",
      "3.20",
      "14,400",
      "0 s",
      "2.50 s^2",
    ],
  );
});

test("the interval decides how many digits a value deserves", () => {
  const shown = [
    latency(0.0123, 0.0119, 0.0128),
    latency(0.0501, 0.04995, 0.05025),
    latency(24_913, 24_400, 25_500),
    latency(0.5, 0.5, 0.5),
    latency(0.5, null, null),
  ];
  assert.deepEqual(
    shown.map((row) => estimate(row).replaceAll("\u00a0", " ")),
    ["12.3 ms (11.9 – 12.8)", "50.10 ms (49.95 – 50.25)", "6.92 h (6.78 – 7.08)", "500 ms", "500 ms"],
  );
});

test("a difference below zero has a true minus sign and no dash beside it", () => {
  assert.equal(estimate(latency(-0.0123, -0.013, -0.0116)).replaceAll("\u00a0", " "), "−12.3 ms (−13.0 to −11.6)");
  assert.equal(compactEstimate(latency(0.001, -0.002, 0.004), { factor: 1000, symbol: "ms" }), "1 (−2 to 4)");
});

test("losses that never happened have an upper bound, not an interval of zero width", () => {
  const row = rowOf({ metric: "lossProbability", statistic: "mean", value: 0, low: 0, high: 3 / 14_400_000 });
  assert.equal(estimate(row).replaceAll("\u00a0", " "), "0 % (0 – 0.000021)");
});

test("an interval without an upper end is open", () =>
  assert.equal(estimate(latency(0.05, 0.031, null)), "50\u00a0ms (31\u00a0–\u00a0∞)"));

test("a value that cannot be said is a dash", () => assert.equal(estimate(latency(null, null, null)), "–"));

test("rounding never moves a value by more than a sixth of its interval's half-width", () => {
  const positive = { min: 1e-6, max: 1e4, noNaN: true };
  fc.assert(
    fc.property(fc.double(positive), fc.double({ min: 1e-3, max: 0.5, noNaN: true }), (value, relative) => {
      const half = value * relative;
      const text = compactEstimate(latency(value, value - half, value + half), { factor: 1, symbol: "s" });
      const [shown, low, high] = text
        .replaceAll(",", "")
        .split(/[ (–)]+/)
        .map(Number);
      for (const [said, meant] of [
        [shown, value],
        [low, value - half],
        [high, value + half],
      ]) {
        assert.ok(Math.abs(said! - meant!) <= half / 6 + 1e-12 * value, `${text} for ${value} ± ${half}`);
      }
    }),
  );
});

test("coordinates lose binary dust and nothing else", () => {
  assert.deepEqual([0.1 + 0.2, 0.95, 100, -2.5, "fifo"].map(coordinate), ["0.3", "0.95", "100", "−2.5", "fifo"]);
});

test("plain numbers have three significant digits, whole numbers all of theirs", () => {
  assert.deepEqual([Math.PI, 1234.5, 14_400, 0, 0.00012345, 1.5e-12, Infinity, -7].map(plain), [
    "3.14",
    "1,230",
    "14,400",
    "0",
    "0.000123",
    "1.50e−12",
    "∞",
    "−7",
  ]);
});

test("minus zero is zero", () => assert.equal(rounded(-0.004, -2), "0.00"));

test("a share is a percentage without dust", () => assert.equal(percent(0.95).replace("\u00a0", " "), "95 %"));

test("values that share a column share the unit of their median, unless the largest would grow very long", () => {
  assert.equal(commonScale([0.002, 0.03, 0.8], "s", "latency").symbol, "ms");
  assert.equal(commonScale([0.3, 0.4, 137], "s", "latency").symbol, "s");
  assert.equal(commonScale([0, 0, 0], "s", "latency").symbol, "s");
});

test("an interval is never written as one that begins at zero when it does not", () => {
  const shown = [latency(0.044, 0.0032, 0.083), latency(-0.044, -0.083, -0.0032), latency(0.044, -0.0032, 0.083)];
  const scale = { factor: 1000, symbol: "ms" };
  assert.deepEqual(
    shown.map((row) => compactEstimate(row, scale)),
    ["44 (3–83)", "−44 (−83 to −3)", "44 (−3 to 83)"],
  );
});
