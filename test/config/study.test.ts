import assert from "node:assert/strict";
import { test } from "vitest";
import { explain } from "../../src/config/problem.ts";
import { loadModel, loadStudy } from "../../src/config/study.ts";
import { CONSUMER, filesOf, load, MODEL, PRODUCER, problemsOf, studyOf } from "./loading.ts";

const FILES = { "m.yaml": `parameters: {load: 0.5}\nproducers: {app: {rate: load * 100/s}}\n${CONSUMER}` };

test("the comment at the head of an experiment is its question, and its first line the title", async () => {
  const { title, question, name } = await studyOf(
    `# yaml-language-server: $schema=../experiment.schema.json
# How much latency does load cost?
# Asked by everybody.
#
# A second paragraph.
model: m.yaml   # not this one
`,
    FILES,
  );
  assert.equal(title, "How much latency does load cost?");
  assert.equal(question, "How much latency does load cost? Asked by everybody.\n\nA second paragraph.");
  assert.equal(name, "lab");
});

test("a title that is written wins, and a file without both is called by its name", async () => {
  assert.equal((await studyOf("# Why?\ntitle: Because\nmodel: m.yaml\n", FILES)).title, "Because");
  assert.equal((await studyOf("model: m.yaml\n", FILES)).title, "lab");
});

test("a study's name is fit for a folder", async () => {
  for (const [file, name] of [
    ["experiments/first.yaml", "first"],
    ["a b/ü:?.yml", "ü"],
    ["..", "study"],
    ["C:\\x\\y.yaml", "y"],
  ]) {
    const loaded = await loadStudy(MODEL, { file, files: filesOf({}) });
    assert.ok("study" in loaded);
    assert.equal(loaded.study.name, name);
  }
});

test("a bare model is run with defaults", async () => {
  const study = await studyOf(`title: Mine\n${MODEL}`);
  assert.equal(study.title, "Mine");
  assert.equal(study.points.length, 1);
  assert.deepEqual([study.points[0].scenario, study.points[0].at], ["", {}]);
  assert.deepEqual([study.objectives, study.watch, study.plots, study.measured], [[], [], [], []]);
});

test("the command line wins over the file, and is named in problems", async () => {
  const text = "model: m.yaml\nrun: {seed: 1, replications: 4}\nsweep: {load: [0.1, 0.2]}\n";
  const study = await studyOf(text, FILES, {
    sweep: { load: "0.5..0.7 step 0.1" },
    seed: "42",
    replications: "8",
    precision: "1%",
  });
  assert.deepEqual(
    study.points.map(({ at }) => at.load),
    [0.5, 0.6, 0.7],
  );
  assert.deepEqual([study.run.seed, study.run.replications, study.run.precision?.[0].within], [42, 8, 0.01]);
  const listed = await studyOf("model: m.yaml\n", FILES, { sweep: { "consumers.worker.prefetch": "1,10, unlimited" } });
  assert.deepEqual(
    listed.points.map(({ at }) => at["consumers.worker.prefetch"]),
    [1, 10, "unlimited"],
  );
  const [problem] = await problemsOf("model: m.yaml\n", FILES, { sweep: { laod: "0.5..0.7 step 0.1" } });
  assert.equal(
    explain(problem),
    [
      "command line:1:1  parameters.laod  [path-unknown]",
      "1 | --sweep laod=0.5..0.7 step 0.1",
      "  | ^^^^^^^^^^^^",
      "The model has no parameter laod. Did you mean load? A setting is named by its path, such as consumers.worker.prefetch.",
    ].join("\n"),
  );
  const [seed] = await problemsOf("model: m.yaml\n", FILES, { seed: "x7" });
  assert.deepEqual([seed.file, seed.column, seed.excerpt, seed.code], ["command line", 8, "--seed x7", "name-unknown"]);
});

test("a value in a list of the command line is pointed to", async () => {
  const [problem] = await problemsOf(MODEL, {}, { sweep: { "consumers.worker.prefetch": "1,20 ms,x" } });
  assert.deepEqual(
    [problem.code, problem.excerpt.slice(problem.caret.at, problem.caret.at + problem.caret.length)],
    ["unit-wrong", "20 ms"],
  );
});

test("a bare model can be swept from the command line", async () => {
  const { points } = await studyOf(MODEL, {}, { sweep: { "consumers.worker.replicas": "1..3" } });
  assert.deepEqual(
    points.map(({ model }) => model.pools[0].replicas),
    [1, 2, 3],
  );
});

test("a model is loaded by itself, with its warnings", async () => {
  const loaded = await loadModel(`parameters: {x: 1}\n${PRODUCER}\nconsumers: {worker: {service: 20 ms}}`, {
    file: "m.yaml",
    files: filesOf({}),
  });
  assert.ok("model" in loaded);
  assert.equal(loaded.model.pools.length, 1);
  assert.deepEqual(
    loaded.warnings.map(({ code }) => code),
    ["parameter-unused", "queue-unstable"],
  );
  const broken = await loadModel("producers: 3", { file: "m.yaml", files: filesOf({}) });
  assert.ok("problems" in broken && broken.problems.length === 1);
});

test("a warning of some points says at which, and one of all does not", async () => {
  const loaded = await load("model: m.yaml\nsweep: {load: [0.5, 1.25, 1.5]}\n", FILES);
  assert.ok("study" in loaded);
  assert.deepEqual(
    loaded.warnings.map(({ code, points }) => [code, points]),
    [["queue-unstable", "load = 1.25 and 1 more point"]],
  );
  const all = await load("model: m.yaml\nsweep: {load: [1.25, 1.5]}\n", FILES);
  assert.ok("study" in all);
  assert.deepEqual(
    all.warnings.map(({ points }) => points),
    [""],
  );
});

test("every setting is told with its value and its place, defaults included", async () => {
  const loaded = await load("model: m.yaml\nsweep: {queues.queue.capacity: [11, 20]}\nrun: {seed: 3}\n", FILES, {
    replications: "6",
  });
  assert.ok("study" in loaded);
  const resolved = new Map(loaded.resolved().map(({ path, value, from, place }) => [path, [value, from, place]]));
  assert.deepEqual(resolved.get("producers.app.rate"), ["poisson 50/s", "file", "m.yaml:2"]);
  assert.deepEqual(resolved.get("queues.queue.capacity"), ["11", "file", "lab.yaml:2"]);
  assert.deepEqual(resolved.get("queues.queue.max-length"), ["10", "default", ""]);
  assert.deepEqual(resolved.get("consumers.worker.prefetch"), ["1", "default", ""]);
  assert.deepEqual(resolved.get("run.seed"), ["3", "file", "lab.yaml:3"]);
  assert.deepEqual(resolved.get("run.replications"), ["6", "command line", "command line:1"]);
  assert.deepEqual(resolved.get("run.budget.time"), ["unlimited", "default", ""]);
});

test("both limits of a queue are told, by what the consumers hold: theory's K counts them, max-length does not", async () => {
  const limits = async (queue: string, consumer: string) => {
    const text = `${PRODUCER}\nqueues: {inbox: {${queue}}}\nconsumers: {worker: {service: 1 ms, ${consumer}}}`;
    const loaded = await load(text);
    assert.ok("study" in loaded);
    const resolved = new Map(loaded.resolved().map(({ path, value }) => [path, value]));
    return [resolved.get("queues.inbox.capacity"), resolved.get("queues.inbox.max-length")];
  };
  assert.deepEqual(await limits("capacity: 11", "replicas: 1"), ["11", "10"]);
  assert.deepEqual(await limits("max-length: 10", "replicas: 2, concurrency: 3"), ["16", "10"]);
  assert.deepEqual(await limits("capacity: 2", "replicas: 3"), ["2", "0"]);
  assert.deepEqual(await limits("capacity: 2", "prefetch: unlimited"), ["2", "0"]);
  assert.deepEqual(await limits("order: fifo", "replicas: 3"), ["unlimited", "unlimited"]);
});

test("a settled study shares no state with another load of the same text", async () => {
  const [one, two] = [await studyOf("model: m.yaml\n", FILES), await studyOf("model: m.yaml\n", FILES)];
  one.points[0].model.pools[0].replicas = 99;
  assert.equal(two.points[0].model.pools[0].replicas, 1);
});
