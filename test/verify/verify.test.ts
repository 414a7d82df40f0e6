import assert from "node:assert/strict";
import { describe, test } from "vitest";
import { LocalObserver, type ObserverPool } from "../../src/experiment/observer.ts";
import type { Observation } from "../../src/model/observation.ts";
import type { Job } from "../../src/model/replication.ts";
import { ReferenceReplication } from "../../src/reference/reference-replication.ts";
import { loadSimJs } from "../../src/reference/simjs.ts";
import type { Model } from "../../src/spec.ts";
import type { Effort } from "../../src/verify/effort.ts";
import { type Verification, verify } from "../../src/verify/verify.ts";

/* A verification that cannot fail proves nothing: faults are planted between it and the engine, and it must see them. */

const EFFORT: Effort = {
  name: "quick",
  length: 0.3,
  engineLength: 0.1,
  coverageRuns: 20,
  overTime: 1,
  longOnes: false,
};
const ONLY = ["MM1-r80", "M/M/1 at load 0.9", "M/M/4 at load 0.9"];

const simjs = await loadSimJs();
const reference = () => new LocalObserver((job) => new ReferenceReplication(simjs, job));

interface Plant {
  job?: (job: Job) => Job;
  observation?: (observation: Observation) => Observation;
}

/** A pool with a fault. */
function faulty({ job = (one) => one, observation = (one) => one }: Plant): ObserverPool {
  const sound = new LocalObserver();
  return {
    width: 1,
    observe: async (task) => observation(await sound.observe({ ...task, job: job(task.job) })),
    forget: (keys) => sound.forget(keys),
  };
}

function verified(plant: Plant, only = ONLY, effort = EFFORT): Promise<Verification> {
  return verify({ pool: faulty(plant), reference: reference(), effort, seed: 1, only, version: "0" });
}

const outcomes = ({ checks }: Verification) => Object.fromEntries(checks.map(({ name, outcome }) => [name, outcome]));

function slowed({ model, ...job }: Job, factor: number): Job {
  const pools = model.pools.map((pool): Model["pools"][number] => {
    const { service } = pool;
    if (service.by === "arrival") return pool;
    return { ...pool, service: { by: "class", law: service.law.map((law) => ({ dist: "scaled", by: factor, law })) } };
  });
  return { ...job, model: { ...model, pools } };
}

describe("a sound engine", () => {
  test("passes every check", async () => {
    const found = await verified({});
    assert.deepEqual(outcomes(found), {
      cases: "passed",
      grid: "passed",
      formulas: "passed",
      coverage: "passed",
      little: "passed",
      conservation: "passed",
      engines: "passed",
      repeats: "passed",
    });
    assert.equal(found.missing, 0);
    assert.ok(found.comparisons.length > 20);
  });
});

describe("is found out", () => {
  test("a service 3 % too slow", async () => {
    const slow = { job: (job: Job) => slowed(job, 1.03) };
    const { grid, engines } = outcomes(await verified(slow, ["MM1-r80", "M/D/3"], { ...EFFORT, length: 1 }));
    assert.deepEqual([grid, engines], ["failed", "failed"]);
  });

  test("a queue that serves the youngest first", async () => {
    const lifo = (job: Job): Job => {
      const queues = job.model.queues.map((queue) => ({ ...queue, order: "lifo" as const }));
      return { ...job, model: { ...job.model, queues } };
    };
    const { grid, cases } = outcomes(await verified({ job: lifo }));
    assert.deepEqual([grid, cases], ["failed", "failed"]);
  });

  test("random numbers that are the same in every replication, by what intervals cover", async () => {
    const equal = { job: (job: Job): Job => ({ ...job, replication: 0 }) };
    const { coverage, repeats } = outcomes(await verified(equal, ["MM1-r80"], { ...EFFORT, coverageRuns: 50 }));
    assert.equal(coverage, "failed");
    assert.equal(repeats, "passed"); // the fault is the same each time
  });

  test("ages half as old again as they are, by Little's law", async () => {
    const losing = (observation: Observation): Observation => ({
      ...observation,
      batches: observation.batches.map((batch) => ({ ...batch, ages: batch.ages.map((age) => age * 1.5) })),
    });
    const found = await verified({ observation: losing }, ["MM1-r80"]);
    assert.equal(outcomes(found).little, "failed");
  });

  test("a copy that vanished, by an error that is reported and not hidden", async () => {
    const losing = (observation: Observation): Observation => ({
      ...observation,
      copies: { ...observation.copies, begun: observation.copies.begun + 1 },
    });
    const found = await verified({ observation: losing }, ["MM1-r80"]);
    assert.equal(outcomes(found).errors, "failed");
    assert.match(found.faults[0].why, /the ledger does not balance/);
  });

  test("a run that comes out differently on another thread", async () => {
    let run = 0;
    const restless = (job: Job): Job => ({ ...job, seed: job.seed + ++run });
    assert.equal(outcomes(await verified({ job: restless }, ["MM1-r80"])).repeats, "failed");
  });
});

test("what is finished when it is interrupted is judged, and what is missing counted: of each kind something", async () => {
  const interruption = new AbortController();
  const found = await verify({
    pool: new LocalObserver(),
    reference: reference(),
    effort: { ...EFFORT, coverageRuns: 200 },
    seed: 1,
    only: ["MM1-r80"],
    version: "0",
    signal: interruption.signal,
    onProgress: ({ done }) => {
      if (done === 5) interruption.abort();
    },
  });
  assert.deepEqual([found.pieces, found.missing], [14, 9]);
  assert.equal(outcomes(found).formulas, "passed");
  const runs = found.coverages.reduce((sum, one) => sum + one.runs, 0);
  assert.ok(0 < runs && runs < 4 * 200);
});

test("on the way it is told how much of the work is done and what has been found so far, as at the end", async () => {
  const shares: number[] = [];
  let last: Verification | null = null;
  const found = await verify({
    pool: new LocalObserver(),
    reference: reference(),
    effort: { ...EFFORT, length: 0.05, coverageRuns: 2 },
    seed: 1,
    only: ["MM1K5"],
    version: "0",
    onProgress: ({ share, done, of, found: soFar }) => {
      shares.push(share);
      last = soFar();
      assert.equal(last.missing, of - done);
    },
  });
  assert.ok(shares.every((share, i) => share <= 1 && share >= (shares[i - 1] ?? 0) - 1e-12));
  assert.equal(shares.at(-1), 1);
  assert.deepEqual(last, found);
});

test("other seeds give other numbers, the same seed the same", async () => {
  const run = (seed: number) =>
    verify({ pool: new LocalObserver(), reference: reference(), effort: EFFORT, seed, only: ["PS-MM1"], version: "0" });
  const [one, again, other] = [await run(1), await run(1), await run(2)];
  assert.deepEqual(again, one);
  assert.notEqual(other.comparisons[0].value, one.comparisons[0].value);
});
