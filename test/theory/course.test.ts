import assert from "node:assert/strict";
import { test } from "vitest";
import type { Profile } from "../../src/random/arrivals.ts";
import type { Model, Producer } from "../../src/spec.ts";
import { modelCourse, varyingCourses } from "../../src/theory/course/model-course.ts";
import type { QueueCourse } from "../../src/theory/course/queue-course.ts";
import { constant, exponential, model, poisson, pool, producer, queue, single } from "../model/systems.ts";

const SINE: Profile = { profile: "sine", period: 24, amplitude: 0.5, peak: 5 };
const DAY: Profile = { profile: "piecewise", at: [0, 6, 6, 20], factor: [1, 1, 3, 0], repeat: 24 };

function courseOf(of: Model): QueueCourse {
  const course = modelCourse(of).get(of.queues[0].name)!;
  assert.ok("at" in course, "why" in course ? course.why : "");
  return course;
}

function whyOf(of: Model): string {
  return modelCourse(of).get(of.queues[0].name)!.why;
}

/** Two producers at one queue; of the second, a quarter. */
function two(first: Partial<Producer>, second: Partial<Producer>): Model {
  return model({
    producers: [
      { ...producer("a", poisson(4), ["q"]), ...first },
      {
        ...producer("b", poisson(8), ["q"]),
        to: [
          { share: 0.25, to: ["queues.q"] },
          { share: 0.75, to: ["queues.r"] },
        ],
        ...second,
      },
    ],
    queues: [queue("q"), queue("r")],
    pools: [pool("q", exponential(0.1)), pool("r", exponential(0.1))],
  });
}

test("rates of several producers, whole and split, add up, and so do their integrals", () => {
  const { arrivals } = courseOf(two({ profile: SINE }, { profile: DAY, count: 2 }));
  for (const t of [0, 3, 6, 13, 29, 100]) {
    const hour = t % 24;
    const day = hour < 6 ? 1 : hour < 20 ? 3 * (1 - (hour - 6) / 14) : 0;
    const known = 4 * (1 + 0.5 * Math.cos((2 * Math.PI * (t - 5)) / 24)) + 4 * day;
    assert.ok(Math.abs(arrivals.rate(t) - known) < 1e-9, `${t}: ${arrivals.rate(t)}`);
  }
  assert.equal(arrivals.period, 24);
  assert.ok(Math.abs(arrivals.cumulative(24) - (96 + 4 * (6 + 21))) < 1e-9);
  // a repeating rate has a past
  assert.ok(Math.abs(arrivals.rate(-18) - arrivals.rate(6)) < 1e-9);
  assert.ok(Math.abs(arrivals.cumulative(-24) + arrivals.cumulative(24)) < 1e-9);
  assert.ok(Math.abs(arrivals.cumulative(-18) - (arrivals.cumulative(6) - arrivals.cumulative(24))) < 1e-9);
});

test("corners are where the rate bends, period by period, and where a sine turns", () => {
  const { arrivals } = courseOf(two({ profile: SINE }, { profile: DAY }));
  const corners = [...new Set(arrivals.corners(0, 30))].sort((a, b) => a - b);
  assert.deepEqual(corners, [0, 5, 6, 11, 17, 20, 23, 24, 29, 30]);
  const crests = [...corners, 5].map(arrivals.rate);
  assert.ok(Math.max(...crests) <= arrivals.highest + 1e-9);
});

test("without a common period a queue is followed from empty over the longest", () => {
  const { arrivals } = courseOf(two({ profile: SINE }, { profile: { ...SINE, period: 7 } }));
  assert.deepEqual([arrivals.period, arrivals.span], [null, 24]);
  const ends = courseOf(two({ profile: { ...DAY, repeat: null } }, {}));
  assert.deepEqual([ends.arrivals.period, ends.arrivals.span], [null, 20]);
});

test("a course keeps count: what arrived was lost, is served, or is there", () => {
  const limit = { amount: 5, counts: "system" as const, overflow: "refuse" as const };
  const course = courseOf(single(poisson(3), exponential(0.5), { queue: { limit }, producer: { profile: SINE } }));
  assert.equal(course.model, "M_t/M/1/5");
  for (const from of ["empty", "long ago"] as const) {
    const [start, end] = course.at([0, 24], from);
    const { arrived, lost, served } = end.totals;
    assert.ok(Math.abs(arrived - 72) < 1e-9);
    assert.ok(Math.abs(arrived - lost - served - (end.numberInSystem - start.numberInSystem)) < 1e-9);
    // μ times the time for which the server is busy
    assert.ok(Math.abs(served - 2 * (end.totals.numberInSystem - end.totals.numberInQueue)) < 1e-4);
    assert.ok(end.lossProbability > 0.1 && end.lossProbability < 0.5);
  }
});

test("what keeps a queue from having a course is said", () => {
  const varied = { producer: { profile: SINE } };
  assert.equal(courseOf(single(poisson(1), constant(0.5), varied)).why, "service is constant, not exponential");
  assert.match(whyOf(single(poisson(1), exponential(0.5), { ...varied, pool: { serve: "shared" } })), /shared/);
  assert.match(
    whyOf(single(poisson(1), exponential(0.5), { ...varied, queue: { order: "shortest" } })),
    /service times/,
  );
  const batch = { discrete: "constant", value: 3 } as const;
  assert.match(whyOf(single(poisson(1), exponential(0.1), { producer: { profile: SINE, batch } })), /single messages/);
  const periodic = { process: "periodic", interval: 1, jitter: 0 } as const;
  assert.match(whyOf(single(periodic, exponential(0.1), varied)), /does not publish a Poisson stream/);
});

test("only queues that are fed at a varying rate are shown with a course", () => {
  const names = [...varyingCourses(two({ profile: SINE }, {})).keys()];
  assert.deepEqual(names, ["queues.q"]);
});
