import assert from "node:assert/strict";
import { test } from "vitest";
import type { Profile } from "../../src/random/arrivals.ts";
import { checkProfile, rateCurve } from "../../src/random/profile.ts";

const PROFILES: Profile[] = [
  { profile: "piecewise", at: [0], factor: [2], repeat: null },
  { profile: "piecewise", at: [0, 600, 660, 1200, 1260], factor: [1, 1, 4, 4, 1], repeat: null },
  { profile: "piecewise", at: [1, 3, 3, 5], factor: [0.5, 2, 1, 0], repeat: null },
  { profile: "piecewise", at: [1, 2, 4, 4, 6], factor: [0, 2, 0, 1, 0], repeat: 10 },
  { profile: "piecewise", at: [0, 10], factor: [1, 3], repeat: 10 },
  { profile: "piecewise", at: [0, 2, 3], factor: [0, 0, 5], repeat: 7 },
  { profile: "sine", period: 86_400, amplitude: 0.6, peak: 50_000 },
  { profile: "sine", period: 10, amplitude: 1, peak: 3 },
  { profile: "sine", period: 0.5, amplitude: 0, peak: 0 },
];

/** A time in which the profile shows all it does. */
function spanOf(profile: Profile): number {
  return profile.profile === "sine" ? profile.period : (profile.repeat ?? 1 + Math.max(...profile.at));
}

test("a piecewise profile is linear between its points, level outside, and starts over", () => {
  const curve = rateCurve({ profile: "piecewise", at: [1, 3, 3, 5], factor: [0.5, 2, 1, 0], repeat: 8 });
  const expected = new Map([
    [0, 0.5],
    [1, 0.5],
    [2, 1.25],
    [3, 1], // of two points at one time the later counts
    [4, 0.5],
    [5, 0],
    [7.5, 0],
    [8, 0.5],
    [10, 1.25],
    [8e6 + 4, 0.5],
  ]);
  for (const [t, factor] of expected) assert.equal(curve.factor(t), factor, `at ${t}`);
  assert.equal(curve.maximum, 2);
  assert.equal(curve.mean, (0.5 + 2.5 + 1) / 8);
});

test("a sine profile has its maximum at its peak", () => {
  const curve = rateCurve({ profile: "sine", period: 24, amplitude: 0.5, peak: 15 });
  assert.equal(curve.factor(15), 1.5);
  assert.equal(curve.factor(24 * 1000 + 3), 0.5);
  assert.ok(Math.abs(curve.factor(21) - 1) < 1e-15);
  assert.deepEqual([curve.maximum, curve.mean], [1.5, 1]);
});

test("the integral of the factor is the cumulative, by the trapezoidal rule", () => {
  for (const profile of PROFILES) {
    const curve = rateCurve(profile);
    const end = 2.3 * spanOf(profile);
    const steps = 100_000;
    let sum = 0;
    for (let i = 0; i < steps; i++)
      sum += (curve.factor((i * end) / steps) + curve.factor(((i + 1) * end) / steps)) / 2;
    const expected = (sum * end) / steps;
    assert.ok(Math.abs(curve.cumulative(end) - expected) < 1e-4 * expected, JSON.stringify(profile));
  }
});

test("the inverse is the earliest time with that integral: cumulative of inverse is the identity, and just before it is less", () => {
  for (const profile of PROFILES) {
    const curve = rateCurve(profile);
    const end = 5.7 * spanOf(profile);
    const most = curve.cumulative(end);
    for (let i = 1; i <= 5000; i++) {
      const area = (i / 5000) * most;
      const t = curve.inverse(area);
      const back = curve.cumulative(t);
      assert.ok(Math.abs(back - area) <= 1e-14 * Math.max(area, end), `${JSON.stringify(profile)} at ${area}: ${back}`);
      const before = t - 1e-6 * spanOf(profile);
      assert.ok(curve.cumulative(before) < area, `${JSON.stringify(profile)} at ${area}: reached earlier than ${t}`);
    }
  }
});

test("times ascend with areas across the borders of periods", () => {
  for (const profile of PROFILES) {
    const curve = rateCurve(profile);
    const step = curve.mean === 0 ? 0.01 : (curve.mean * spanOf(profile)) / 997;
    let last = 0;
    for (let i = 1; i < 20_000; i++) {
      const t = curve.inverse(i * step);
      assert.ok(t >= last * (1 - 2 ** -50), `${JSON.stringify(profile)}: ${t} after ${last}`);
      last = t;
    }
  }
});

test("a stretch without rate is jumped over", () => {
  const curve = rateCurve({ profile: "piecewise", at: [0, 2, 2, 5, 5], factor: [1, 1, 0, 0, 1], repeat: null });
  assert.equal(curve.inverse(2), 2);
  assert.ok(Math.abs(curve.inverse(2.0001) - 5.0001) < 1e-12);
});

test("a profile that ends at 0 gathers no more: beyond its whole area the time is Infinity", () => {
  const curve = rateCurve({ profile: "piecewise", at: [0, 10], factor: [2, 0], repeat: null });
  assert.equal(curve.inverse(10), 10);
  assert.equal(curve.inverse(10.001), Number.POSITIVE_INFINITY);
  assert.deepEqual([curve.end, curve.mean], [10, 0]);
  for (const profile of PROFILES)
    assert.equal(rateCurve(profile).inverse(Number.POSITIVE_INFINITY), Number.POSITIVE_INFINITY);
});

test("faults of profiles are named with their values", () => {
  for (const profile of PROFILES) assert.deepEqual(checkProfile(profile), []);
  const piecewise = (at: number[], factor: number[], repeat: number | null = null) =>
    checkProfile({ profile: "piecewise", at, factor, repeat })[0];
  assert.match(piecewise([], []), /at least one point/);
  assert.match(piecewise([0, 1], [1]), /2 times and 1 factors/);
  assert.match(piecewise([0, 2, 1], [1, 1, 1]), /1 s follows 2 s/);
  assert.match(piecewise([0, 1], [1, -2]), /not -2 \(at 1 s\)/);
  assert.match(piecewise([-1], [1]), /≥ 0, not -1 s/);
  assert.match(piecewise([0, 10], [1, 2], 5), /point at 10 s.*repeat after 5 s/);
  assert.match(piecewise([0, 10], [0, 0]), /0 at every time/);
  assert.match(checkProfile({ profile: "sine", period: 10, amplitude: 1.5, peak: 0 })[0], /not at 1\.5/);
  assert.match(checkProfile({ profile: "sine", period: 0, amplitude: 0.5, peak: 0 })[0], /not 0 s/);
  assert.match(checkProfile({ profile: "sine", period: 1, amplitude: 0.5, peak: Number.NaN })[0], /not NaN s/);
});
