import assert from "node:assert/strict";
import { test } from "vitest";
import { forwardStep, WEIGHTS } from "../../src/queueing/forward-step.ts";
import { close } from "./cases.ts";

/* Five states from 3 on: of six messages, two wait, and more and more arrive. */
const chain = { lowest: 3, up: (t: number) => 1 + 0.5 * t, down: (n: number) => 0.7 * Math.min(n, 5) };
const law = Float64Array.of(0.1, 0.2, 0.4, 0.25, 0.05);

/** Sum of the differences of two laws. */
const distance = (a: Float64Array, b: number[]) => a.reduce((sum, p, i) => sum + Math.abs(p - b[i]), 0);

test("the stages of a step, and its error, are those of the method's table, solved with full matrices in NumPy", () => {
  const known = [
    [0.1454249078210558, 0.23690647676763357, 0.3277916242979313, 0.2163012274878424, 0.07357576362553696],
    [0.22407966533429594, 0.27000466623437386, 0.2360022018622916, 0.16999398338157826, 0.09991948318746033],
    [0.19519368967764916, 0.2596740141500275, 0.2673968489722883, 0.1863242029809815, 0.09141124421905353],
    [0.18697133786165857, 0.2556910551571998, 0.2775299343383776, 0.19139873715149705, 0.08840893549126702],
    [0.25554338603609994, 0.262538522675753, 0.22227438505479405, 0.15994717079057452, 0.09969653544277803],
  ];
  const { times, stages, error } = forwardStep(chain, law, 2, 0.5);
  stages.forEach((stage, s) => {
    assert.ok(distance(stage, known[s]) < 1e-14, `stage ${s}: ${stage}`);
  });
  close(error, 0.021696725914558387, 1e-13); // more than the true one, 0.0078
  [2.125, 2.375, 2.275, 2.25, 2.5].forEach((time, s) => {
    close(times[s], time, 1e-9);
  });
});

test("the last stage is before the end of the step, where a rate may jump", () => {
  const jumping = { ...chain, up: (t: number) => (t < 2.5 ? 1 : 100) };
  const smooth = { ...chain, up: () => 1 };
  assert.deepEqual(forwardStep(jumping, law, 2, 0.5).stages, forwardStep(smooth, law, 2, 0.5).stages);
});

test("steps half as long come sixteen times as near to what an explicit method of order 8 finds in SciPy", () => {
  const truth = [0.2543136489816093, 0.2656660752078943, 0.22013545153498346, 0.15942774752397268, 0.1004570767515403];
  const errorOf = (steps: number) => {
    let now: Float64Array = law;
    for (let k = 0; k < steps; k++) now = forwardStep(chain, now, 2 + (0.5 * k) / steps, 0.5 / steps).stages[4];
    return distance(now, truth);
  };
  const [coarse, fine] = [errorOf(8), errorOf(16)];
  assert.ok(fine < 1e-6, `${fine}`);
  close(coarse / fine, 16, 0.15);
});

test("an integral over a step is of the same order", () => {
  // two states, from the lower one: its probability is (down + up·e^(−st))/s with s = up + down
  const [up, down] = [0.4, 0.9];
  const pair = { lowest: 3, up: () => up, down: () => down };
  const s = up + down;
  const integralOf = (h: number) =>
    forwardStep(pair, Float64Array.of(1, 0), 0, h).stages.reduce((sum, [p], k) => sum + WEIGHTS[k] * h * p, 0);
  const truth = (h: number) => (down * h + (up * -Math.expm1(-s * h)) / s) / s;
  const errors = [0.2, 0.1].map((h) => Math.abs(integralOf(h) - truth(h)));
  assert.ok(errors[1] < 1e-7, `${errors}`);
  close(errors[0] / errors[1], 32, 0.2);
});
