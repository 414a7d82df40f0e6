import assert from "node:assert/strict";
import { test } from "vitest";
import { MOST_INSIDE, multiplyingOf, unwatched } from "../../src/experiment/multiplying.ts";
import { LocalObserver } from "../../src/experiment/observer.ts";
import { runStudy } from "../../src/experiment/run-study.ts";
import type { Model } from "../../src/spec.ts";
import { studyOf } from "../../src/verify/study.ts";
import { exponential, model, poisson, pool, producer, queue } from "../model/systems.ts";
import { mergedObservers } from "./pools.ts";
import { MM1, transient } from "./transient.ts";

/** Each message becomes two, and nine in ten of those come back. */
const DOUBLING: Model = model({
  producers: [producer("a", poisson(1), ["a"])],
  queues: [queue("a"), queue("b")],
  pools: [
    pool("a", exponential(1), { replicas: 5000, then: [{ share: 1, to: ["queues.b", "queues.b"] }] }),
    pool("b", exponential(1), {
      replicas: 5000,
      then: [
        { share: 0.1, to: [] },
        { share: 0.9, to: ["queues.a"] },
      ],
    }),
  ],
});

const made = { version: "0", engine: "queuelab" as const, specHash: "", clock: () => 0 };
const run = { until: { seconds: 3600 }, seed: 1, replications: 2 };

test("a run in which messages multiply is stopped before memory ends, and its numbers are called unstable", async () => {
  const result = await runStudy(studyOf("doubling", DOUBLING, run), { pool: new LocalObserver(), ...made });
  const [point] = result.points;
  assert.ok(point.seconds > 5 && point.seconds < 200, String(point.seconds));
  const inside = result.ledgers[0].inside.reduce((sum, { copies }) => sum + copies, 0);
  assert.ok(inside > MOST_INSIDE / 10 && inside < 4 * MOST_INSIDE, String(inside));
  assert.ok(result.rows.length > 0 && result.rows.every(({ quality }) => quality.includes("unstable")));
  const [stopped] = result.caveats.filter(({ code }) => code === "stopped");
  assert.match(stopped.text, /^Stopped after [\d.]+ s, with up to [\d,]+ copies inside: messages multiply/);
});

test("where it is stopped depends on nothing but the model and the seed", async () => {
  const study = studyOf("doubling", DOUBLING, run);
  const alone = await runStudy(study, { pool: new LocalObserver(), ...made });
  const threads = await runStudy(study, { pool: mergedObservers(2), ...made });
  assert.equal(JSON.stringify(threads), JSON.stringify(alone));
});

test("transient runs are stopped too", async () => {
  const result = await transient({ run: { until: { seconds: 3600 }, replications: 2 } }, DOUBLING);
  assert.ok(result.points[0].seconds < 200);
  assert.ok(result.rows.some(({ quality }) => quality.includes("unstable")));
});

test("what does not multiply is not watched", () => assert.equal(multiplyingOf(MM1), null));

test("the fewer copies are inside, and the slower they become more, the longer a run goes on unwatched", () => {
  const watch = multiplyingOf(DOUBLING)!;
  assert.equal(watch.ofEach, 2);
  assert.ok(unwatched(watch, 10) > unwatched(watch, 1000));
  // one server that makes two of each message, one a second, needs as many seconds as there may be copies, halved
  assert.equal(unwatched({ published: 0, ofEach: 2, ofAll: 2 }, 2), MOST_INSIDE / 2 - 1);
});
