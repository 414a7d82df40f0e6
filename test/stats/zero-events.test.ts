import { test } from "vitest";
import { zeroEventBound } from "../../src/stats/zero-events.ts";
import { close } from "./close.ts";

test("at the bound, no event in n trials has the probability that is left to doubt", () => {
  for (const n of [1, 10, 299, 1e6]) close((1 - zeroEventBound(n, 0.95)) ** n, 0.05, 1e-9);
});

test("the bound is the rule of three for many trials", () => {
  close(zeroEventBound(1e6, 0.95), 2.9957e-6, 1e-9);
  close(zeroEventBound(1e12, 0.95), 2.995732e-12, 1e-17);
});
