import assert from "node:assert/strict";
import fc from "fast-check";
import { test } from "vitest";
import { TEMPLATES } from "../../src/presets/templates.ts";
import type { Model, Study } from "../../src/spec.ts";
import { load } from "./loading.ts";

/** Laws that hold for whatever text comes. */

const texts = TEMPLATES.flatMap(({ model, experiment }) => [model, experiment]);
const filesFor = (text: string) => {
  const template = TEMPLATES.find(({ experiment }) => experiment === text);
  return Object.fromEntries(
    template
      ? [[`models/${template.name}.yaml`, template.model]]
      : TEMPLATES.map(({ name, model }) => [`models/${name}.yaml`, model]),
  );
};

/** A text of ours in which some stretches have become pieces that mean something to YAML or to us. */
const PIECES = [
  "",
  " ",
  "\n",
  "  ",
  ":",
  ": ",
  "- ",
  "{",
  "}",
  "[",
  "]",
  ",",
  "#",
  "*a",
  "&a ",
  "!!x ",
  '"',
  "'",
  "|",
  ">",
  "?",
  "~",
  "null",
  "true",
  "0",
  "-1",
  "1e9",
  "010",
  "0.5",
  "100%",
  "20 ms",
  "80/s",
  "5 MB",
  "load",
  "(",
  ")",
  " * 2",
  "/ 0",
  "..",
  " step ",
  "exponential ",
  "lognormal mean 1 s p99 2 s",
  "done",
  "queue",
  "<<: ",
  "\t",
  "é",
  "\u202e",
  "__proto__",
  "constructor",
];
const cut = fc.record({ at: fc.nat(2000), length: fc.nat(12), piece: fc.constantFrom(...PIECES) });
const cuts = fc
  .record({ text: fc.constantFrom(...texts), cuts: fc.array(cut, { minLength: 1, maxLength: 3 }) })
  .map(({ text, cuts }) => {
    const whole = cuts.reduce((rest, { at, length, piece }) => {
      const start = at % rest.length;
      return rest.slice(0, start) + piece + rest.slice(start + length);
    }, text);
    return { text: whole, files: filesFor(text) };
  });

/** A text of ours in which some values have become others. */
const VALUES = [
  "1",
  "2",
  "3",
  "0.5",
  "5",
  "10",
  "100",
  "25%",
  "100%",
  "0%",
  "1 ms",
  "20 ms",
  "2 s",
  "1 min",
  "80/s",
  "5/min",
  "fifo",
  "lifo",
  "sharing",
  "wait",
  "unlimited",
  "exponential 5 ms",
  "gamma mean 5 ms cv 2",
  "poisson 5/s",
  "every 10 ms",
  "done",
  "queue",
  "load",
  "-1",
  "0",
  "{}",
];
const value = fc.record({ at: fc.nat(500), piece: fc.constantFrom(...VALUES) });
const values = fc
  .record({ text: fc.constantFrom(...texts), values: fc.array(value, { minLength: 1, maxLength: 2 }) })
  .map(({ text, values }) => {
    const tokens = text.split(/((?<=: )[^{}[\],\n#]+(?=[\n,}\]]))/); // odd ones are values
    for (const { at, piece } of values) tokens[(2 * at + 1) % (tokens.length - 1)] = piece;
    return { text: tokens.join(""), files: filesFor(text) };
  });
const mutated = fc.oneof(cuts, values);

test("a mutated text is either a study that keeps every invariant or problems with their places", async () => {
  let studies = 0;
  await fc.assert(
    fc.asyncProperty(mutated, async ({ text, files }) => {
      const loaded = await load(text, files);
      if ("study" in loaded) {
        studies++;
        checkStudy(loaded.study);
      } else {
        assert.ok(loaded.problems.length > 0);
        for (const { line, column, message } of loaded.problems)
          assert.ok(line >= 1 && column >= 1 && message.length > 10);
      }
    }),
    { numRuns: 800 },
  );
  assert.ok(studies > 50, `only ${studies} studies: the mutations leave nothing to check`);
});

test("any text at all is answered", async () => {
  const any = fc.oneof(
    fc.string({ unit: "binary", maxLength: 200 }),
    fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((list) => list.join("")),
  );
  await fc.assert(
    fc.asyncProperty(any, async (text) => {
      const loaded = await load(text);
      if ("study" in loaded) checkStudy(loaded.study);
      else assert.ok(loaded.problems.length > 0);
    }),
    { numRuns: 800 },
  );
});

test("the same text is answered the same", async () => {
  await fc.assert(
    fc.asyncProperty(mutated, async ({ text, files }) => {
      const [one, two] = [await load(text, files), await load(text, files)];
      assert.deepEqual(JSON.stringify(one), JSON.stringify(two));
    }),
    { numRuns: 200 },
  );
});

function checkStudy(study: Study): void {
  assert.ok(study.points.length >= 1);
  assert.ok(/^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u.test(study.name));
  for (const { model } of study.points) checkModel(model);
  const { until, replications, confidence } = study.run;
  assert.ok(("seconds" in until ? until.seconds : until.messages) > 0 && replications >= 1 && confidence < 1);
  assert.ok(
    everyNumber(study, (number) => !Number.isNaN(number)),
    "a number is NaN",
  );
}

function checkModel({ classes, producers, queues, pools }: Model): void {
  const places = new Set(queues.map(({ name }) => name));
  assert.ok(classes.length >= 1 && producers.length >= 1 && places.size === queues.length);
  for (const { mix, to, count } of producers) {
    checkShares(mix);
    checkShares(to);
    assert.ok(count >= 1 && mix.every((part) => part.class >= 0 && part.class < classes.length));
    for (const way of to) assert.ok(way.to.length > 0 && way.to.every((name) => places.has(name)));
  }
  for (const { from, then, replicas, concurrency, service } of pools) {
    checkShares(then);
    assert.ok(from.length >= 1 && from.every(({ queue, window }) => places.has(queue) && window >= 1));
    assert.ok(then.every((way) => way.to.every((name) => places.has(name))));
    assert.ok(Number.isInteger(replicas) && replicas >= 1 && Number.isInteger(concurrency) && concurrency >= 1);
    if (service.by === "class")
      assert.ok(service.law.length === classes.length && service.law.every((law) => law?.dist));
  }
}

function checkShares(parts: readonly { share: number }[]): void {
  const sum = parts.reduce((total, { share }) => total + share, 0);
  assert.ok(Math.abs(sum - 1) < 1e-8, `shares add up to ${sum}`);
}

function everyNumber(value: unknown, holds: (number: number) => boolean): boolean {
  if (typeof value === "number") return holds(value);
  if (typeof value !== "object" || value === null) return value !== undefined;
  return Object.values(value).every((inner) => everyNumber(inner, holds));
}
