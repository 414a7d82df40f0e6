import assert from "node:assert/strict";
import { test } from "vitest";
import { MODEL, PRODUCER, problemsOf, studyOf } from "./loading.ts";

const BASE = `parameters: {load: 0.5, work: 10 ms}
producers: {app: {rate: load / work}}
queues: {inbox: {capacity: 10, overflow: drop-oldest}}
consumers: {worker: {service: work, replicas: 2, then: {done: 90%, inbox: 10%}}}
`;

test("a model that extends another merges maps, replaces anything else, and deletes with null", async () => {
  const text = `extends: base.yaml
parameters: {load: 0.8}
queues: {inbox: {capacity: null, overflow: null, order: lifo}}
consumers: {worker: {then: null, service: {exponential: {mean: 20 ms}}}}
`;
  const { points } = await studyOf(text, { "base.yaml": BASE });
  const [queue] = points[0].model.queues;
  const [pool] = points[0].model.pools;
  assert.deepEqual(points[0].model.producers[0].arrivals, { process: "poisson", rate: 80 });
  assert.deepEqual([queue.order, queue.limit.amount], ["lifo", Infinity]);
  assert.deepEqual([pool.replicas, pool.then], [2, [{ share: 1, to: [] }]]);
  assert.deepEqual(pool.service, { by: "class", law: [{ dist: "exponential", mean: 0.02 }] });
});

test("an experiment extends another, and the model's path is relative to the file that names it", async () => {
  const seen: [string, string][] = [];
  const texts: Record<string, string> = {
    "shared/base.yaml": "model: ../models/m.yaml\nrun: {seed: 7, replications: 8}\n",
    "../models/m.yaml": MODEL,
  };
  const files = {
    read(path: string, from: string) {
      seen.push([path, from]);
      return { path, text: texts[path] };
    },
  };
  const { loadStudy } = await import("../../src/config/study.ts");
  const loaded = await loadStudy("extends: shared/base.yaml\nrun: {seed: 8}\n", { file: "mine.yaml", files });
  assert.ok("study" in loaded);
  assert.deepEqual([loaded.study.run.seed, loaded.study.run.replications], [8, 8]);
  assert.deepEqual(seen, [
    ["shared/base.yaml", "mine.yaml"],
    ["../models/m.yaml", "shared/base.yaml"],
  ]);
});

test("a model may stand in the experiment, and extend a file there", async () => {
  const { points } = await studyOf(
    "model: {extends: m.yaml, consumers: {worker: {replicas: 3}}}\nsweep: {consumers.worker.prefetch: [1, 2]}",
    { "m.yaml": MODEL },
  );
  assert.deepEqual(
    points.map(({ model }) => model.pools[0].replicas),
    [3, 3],
  );
});

test("a problem in another file is shown there", async () => {
  const [problem] = await problemsOf("extends: base.yaml\n", {
    "base.yaml": `${PRODUCER}\nconsumers:\n  worker: {service: 10}\n`,
  });
  assert.deepEqual([problem.file, problem.line, problem.column, problem.code], ["base.yaml", 3, 21, "unit-missing"]);
});

test("files that extend too long a chain are refused", async () => {
  const texts = Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`${i}.yaml`, `extends: ${i + 1}.yaml\n`]));
  const [problem] = await problemsOf("extends: 0.yaml\n", texts);
  assert.equal(problem.code, "file-cycle");
});

test("a file that extends itself is refused", async () => {
  const [problem] = await problemsOf(`extends: lab.yaml\n${MODEL}`);
  assert.equal(problem.code, "file-cycle");
});

test("a null that deletes nothing is refused with the nearest key", async () => {
  const [problem] = await problemsOf("extends: base.yaml\nqueues: {inbox: {capacty: null}}\n", { "base.yaml": BASE });
  assert.equal(problem.message, "null deletes, but there is no capacty here to delete. Did you mean capacity?");
});

test("paths that are no paths are refused before anything is read", async () => {
  for (const path of ['""', '"a\\u0000b"', `"${"x".repeat(1001)}"`]) {
    assert.equal((await problemsOf(`model: ${path}\n`))[0].code, "file-unreadable", path);
  }
  for (const path of ["3", "[a]", "true"])
    assert.equal((await problemsOf(`model: ${path}\n`))[0].code, "kind-wrong", path);
});
