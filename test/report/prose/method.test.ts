import assert from "node:assert/strict";
import { test } from "vitest";
import { methodSentences, reproduction } from "../../../src/report/prose/method.ts";
import { emptyResult, pointOf, sweepResult, transientResult } from "../fixtures.ts";

test("a steady study says how often, how long, and what was set aside", () => {
  const sentences = methodSentences(sweepResult()).map((sentence) => sentence.replaceAll("\u00a0", " "));
  assert.equal(
    sentences[0],
    "24 points, each simulated in 4 independent replications of 13.9 h of simulated time; 237,600,000 messages in the measured windows.",
  );
  assert.ok(sentences.includes("Intervals are 95 % confidence intervals."));
  assert.ok(sentences.some((sentence) => sentence.includes("set aside as warm-up (83.3 min)")));
});

test("lengths that differ between points are given as a range", () => {
  const points = [
    pointOf("", { size: 1 }, { seconds: 10, warmup: 0 }),
    pointOf("", { size: 2 }, { seconds: 20, warmup: 0 }),
  ];
  const sentences = methodSentences(emptyResult({ points })).map((sentence) => sentence.replaceAll("\u00a0", " "));
  assert.match(sentences[0]!, /of 10 s to 20 s of simulated time/);
  assert.ok(sentences.includes("Nothing was set aside as warm-up."));
});

test("a transient study speaks of replications, not of batches", () => {
  const text = methodSentences(transientResult()).join(" ");
  assert.match(text, /averages are over the 20 replications/);
  assert.doesNotMatch(text, /batches/);
});

test("where precision asked for more replications, it is said how many there were", () => {
  const { points, made } = transientResult();
  const more = points.map((point, i) => (i === 0 ? { ...point, replications: 180 } : point));
  const text = methodSentences({ ...transientResult(), points: more }).join(" ");
  assert.match(text, /in 20 to 180 independent replications/);
  assert.match(text, /over the 20 to 180 replications/);
  assert.match(text, /There are more than 20 where/);
  assert.match(methodSentences({ ...transientResult(), made: { ...made, replications: 1 } }).join(" "), /no intervals/);
});

test("an independent engine is named", () => {
  const result = sweepResult();
  assert.match(methodSentences({ ...result, made: { ...result.made, engine: "simjs" } }).at(-1)!, /simjs/);
});

test("the command names the engine if it is not the usual one", () => {
  const result = sweepResult();
  assert.match(reproduction({ ...result, made: { ...result.made, engine: "simjs" } })[0]![1], / --engine simjs$/);
});

test("the command repeats the file's name and what the command line said", () => {
  const { made, ...result } = sweepResult();
  const command = ["first.yml", "--precision", "2%", "--sweep", "load=0.5..0.9 step 0.2"];
  const [[, line]] = reproduction({ ...result, made: { ...made, command } });
  assert.equal(line, "queuelab run first.yml --precision 2% --sweep 'load=0.5..0.9 step 0.2' --seed 42");
});

test("the command to reproduce is safe to paste into a shell", () => {
  const command = (name: string) => reproduction({ ...sweepResult(), name })[0]![1];
  assert.equal(command("pooling"), "queuelab run pooling.yaml --seed 42");
  assert.equal(command("a'; rm -rf ~; '"), "queuelab run 'a'\\''; rm -rf ~; '\\''.yaml' --seed 42");
});
