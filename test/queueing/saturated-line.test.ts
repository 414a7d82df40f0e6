import assert from "node:assert/strict";
import { test } from "vitest";
import { saturatedLine } from "../../src/queueing/saturated-line.ts";
import { agrees, close } from "./cases.ts";

test("three equal servers without buffers agree with the exact case, and four with Hunt's", () => {
  agrees("LINE3-B0", { X: saturatedLine([1, 1, 1], [0, 0]) }, 1e-12);
  close(saturatedLine([1, 1, 1], [0, 0]), 22 / 39, 1e-13);
  close(saturatedLine([1, 1], [0]), 2 / 3, 1e-13);
});

test("two servers with room between them are M/M/1/K: X = μ(1 − p₀)", () => {
  // the first is the source of rate 1.2; buffer, server 2 and a blocked message make K = 3 + 1 + 1
  const rho = 1.2;
  const empty = (1 - rho) / (1 - rho ** 6);
  close(saturatedLine([1.2, 1], [3]), 1 - empty, 1e-12);
});

test("a line works as well backwards", () => {
  close(saturatedLine([1, 2, 3], [1, 0]), saturatedLine([3, 2, 1], [0, 1]), 1e-12);
});

test("plenty of room lets the slowest server set the pace", () => {
  close(saturatedLine([1, 2], [60]), 1, 1e-9);
});

test("saturatedLine refuses buffers that do not fit and lines that are too large", () => {
  assert.throws(() => saturatedLine([1, 1, 1], [0]), { message: "3 servers have 2 buffers between them, not 1." });
  assert.throws(() => saturatedLine([1, 1, 1, 1], [30, 30, 30]), {
    message: "More than 3000 states are too many to solve.",
  });
});

test("a server alone is always at work", () => {
  assert.equal(saturatedLine([2.5], []), 2.5);
});
