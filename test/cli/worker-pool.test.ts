import assert from "node:assert/strict";
import { afterAll, test } from "vitest";
import { WorkerPool } from "../../src/cli/worker-pool.ts";
import { loadStudy } from "../../src/config/study.ts";
import { LocalObserver, type Task } from "../../src/experiment/observer.ts";
import { planOf } from "../../src/experiment/plan.ts";
import { ReferenceReplication } from "../../src/reference/reference-replication.ts";
import { loadSimJs } from "../../src/reference/simjs.ts";
import { QUICK } from "./built.ts";

const files = { read: () => ({ path: "one.yaml", text: QUICK["models/one.yaml"] }) };
const loaded = await loadStudy(QUICK["experiments/quick.yaml"], { file: "quick.yaml", files });
assert.ok("study" in loaded);

/** Every job of the study, run to `until` [s]. */
const tasks = (until: number): Task[] =>
  planOf(loaded.study).flatMap(({ points }) =>
    points.flatMap(({ jobs, index }) => jobs.map((job) => ({ job, until, key: `${index}/${job.replication}` }))),
  );

const pool = new WorkerPool(2);
afterAll(() => pool.close());

test("threads see what one sees here, and go on where they stopped", async () => {
  const here = new LocalObserver();
  for (const until of [10, 25]) {
    const seen = await Promise.all(tasks(until).map((task) => pool.observe(task)));
    assert.equal(seen.length, 4);
    assert.deepEqual(
      seen,
      tasks(until).map((task) => here.observeNow(task)),
    );
  }
});

test("threads of the other engine see what a replication of it sees", async () => {
  const other = new WorkerPool(1, "simjs");
  const simjs = await loadSimJs();
  const [task] = tasks(25);
  const replication = new ReferenceReplication(simjs, task.job);
  replication.advance(task.until);
  assert.deepEqual(await other.observe(task), replication.observe());
  await other.close();
});

test("turns count what was run to its end, until it is forgotten", async () => {
  const keys = tasks(1).map(({ key }) => key);
  pool.forget(keys);
  assert.deepEqual(pool.turns, []);
  await Promise.all(tasks(30).map((task) => pool.observe(task)));
  assert.deepEqual(pool.turns, [1, 1, 1, 1]);
  await pool.observe(tasks(40)[2]);
  assert.deepEqual(pool.turns, [1, 1, 2, 1]);
  pool.forget(keys);
  assert.deepEqual(pool.turns, []);
});

test("nobody waits behind a long run while another thread is free", async () => {
  const [long] = tasks(20_000);
  const short = tasks(1).slice(1);
  const answered: string[] = [];
  await Promise.all([long, ...short].map((task) => pool.observe(task).then(() => answered.push(task.key))));
  assert.equal(answered.at(-1), long.key);
  pool.forget(answered);
});

test("a task that fails takes neither the others nor the thread with it", async () => {
  const [good] = tasks(10);
  const bad = { ...good, key: "bad", job: { ...good.job, model: { ...good.job.model, queues: [] } } };
  const answers = await Promise.allSettled([
    pool.observe(bad),
    pool.observe(good),
    pool.observe({ ...good, key: "again" }),
  ]);
  assert.deepEqual(
    answers.map(({ status }) => status),
    ["rejected", "fulfilled", "fulfilled"],
  );
});

test("a thread that runs out of memory is told as such, also to those who ask it later", async () => {
  const hungry = new WorkerPool(1, "queuelab", { maxOldGenerationSizeMb: 1 });
  const [task] = tasks(1e9);
  const refused = { name: "Refusal", message: /not enough memory/ };
  const answers = [task, { ...task, key: "in line" }].map((one) => assert.rejects(hungry.observe(one), refused));
  await Promise.all(answers);
  await assert.rejects(hungry.observe(task), refused);
  await hungry.close();
});

test("a pool that is closed in the midst of long runs brings its threads to rest, and answers none of them", async () => {
  const busy = new WorkerPool(2);
  let answers = 0;
  for (const task of tasks(1e9)) busy.observe(task).then(...[1, 2].map(() => () => answers++));
  while (busy.turns.every((turns) => turns === 0)) await new Promise((resolve) => setTimeout(resolve, 5));
  const before = performance.now();
  await busy.close();
  assert.ok(performance.now() - before < 1500, "it waited until its patience ended");
  assert.equal(answers, 0);
});
