import assert from "node:assert/strict";
import { test } from "vitest";
import { exactly } from "../../../notebooks/full-load/exact.ts";
import { rowOf } from "../../../notebooks/full-load/rows.ts";
import { nearestLaw, SERVICE_LAWS, SERVICE_TIME, type Setting } from "../../../notebooks/full-load/setting.ts";
import { steadyStudy } from "../../../notebooks/full-load/system.ts";
import { LocalObserver } from "../../../src/experiment/observer.ts";
import { runStudy } from "../../../src/experiment/run-study.ts";

const close = (actual: number, expected: number, relative: number, what = "") =>
  assert.ok(Math.abs(actual / expected - 1) <= relative, `${what} ${actual} is not within ${relative} of ${expected}`);

test("with one consumer the mean wait is ρ/(1 − ρ) · (1 + C²)/2 · S for every law", () => {
  for (const service of SERVICE_LAWS) {
    for (const load of [0.1, 0.5, 0.9, 0.98]) {
      const { waitingTime } = exactly({ load, consumers: 1, service });
      const expected = (load / (1 - load)) * ((1 + service.variability ** 2) / 2) * SERVICE_TIME;
      close(waitingTime, expected, 1e-9, `C = ${service.variability}, ρ = ${load}:`);
    }
  }
});

test("near full load several consumers wait (1 + C²)/2 times as long as with exponential service", () => {
  const wait = (variability: number) =>
    exactly({ load: 0.98, consumers: 4, service: nearestLaw(variability) }).waitingTime;
  for (const { variability } of SERVICE_LAWS) close(wait(variability), wait(1) * ((1 + variability ** 2) / 2), 0.03);
});

const short = (setting: Setting) =>
  runStudy(steadyStudy(setting, 4000), {
    pool: new LocalObserver(),
    clock: () => 0,
    version: "",
    engine: "queuelab",
    specHash: "",
  });

test("the page's theory is the theory that a report puts beside the same system", async () => {
  for (const service of SERVICE_LAWS) {
    for (const consumers of [1, 4]) {
      const setting = { load: 0.8, consumers, service };
      const row = rowOf(await short(setting), { metric: "waitingTime" });
      assert.ok(row.theory, `no theory for ${service.law.dist} with ${consumers} consumers`);
      close(exactly(setting).waitingTime, row.theory.value, 1e-9, `${service.law.dist}, ${consumers} consumers:`);
    }
  }
});
