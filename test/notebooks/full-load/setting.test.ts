import assert from "node:assert/strict";
import { test } from "vitest";
import { modelName, nearestLaw, SERVICE_LAWS, SERVICE_TIME } from "../../../notebooks/full-load/setting.ts";
import { rawMoment } from "../../../src/random/moments.ts";

test("every service law has the mean and the variability that its slider stop shows", () => {
  for (const { law, variability } of SERVICE_LAWS) {
    const mean = rawMoment(law, 1);
    const variance = rawMoment(law, 2) - mean ** 2;
    assert.ok(Math.abs(mean / SERVICE_TIME - 1) < 1e-12, `${law.dist}: mean ${mean}`);
    assert.ok(Math.abs(variance / mean ** 2 - variability ** 2) < 1e-12, `${law.dist}: variability ${variability}`);
  }
});

test("service laws stand in order of variability, so that the slider goes one way", () => {
  const stops = SERVICE_LAWS.map(({ variability }) => variability);
  assert.deepEqual(
    stops,
    stops.toSorted((a, b) => a - b),
  );
});

test("a stop of the variability axis is found again as the law it stands for", () => {
  for (const service of SERVICE_LAWS) assert.equal(nearestLaw(service.variability), service);
});

test("settings are called as Kendall calls them", () => {
  const names = SERVICE_LAWS.map((service) => modelName({ consumers: 4, service }));
  assert.deepEqual(names, ["M/D/4", "M/E₂/4", "M/M/4", "M/H₂/4", "M/H₂/4", "M/H₂/4", "M/H₂/4"]);
});
