import assert from "node:assert/strict";
import { test } from "vitest";
import { RowIndex } from "../../src/report/rows.ts";
import { agreement, agreementSentence, chanceSentences, theoryNames } from "../../src/report/theory.ts";
import { emptyResult, pointOf, rowOf } from "./fixtures.ts";

const against = (point: number, value: number, changes = {}) =>
  rowOf({
    point,
    metric: "latency",
    statistic: "mean",
    value: 1,
    low: 0.9,
    high: 1.1,
    theory: { value, model: "M/M/1", exact: true, source: "" },
    ...changes,
  });
const subject = { where: "system", class: "*", metric: "latency", statistic: "mean" } as const;

test("agreement counts points whose reliable value has its exact theory inside its interval", () => {
  const approximate = { theory: { value: 5, model: "heavy traffic", exact: false, source: "" } };
  const rows = [
    against(0, 1),
    against(1, 1.1),
    against(2, 1.2),
    against(3, 9, { quality: ["too-short"] }),
    against(4, 9, approximate),
    against(5, 9, { low: null }),
    against(0, 9, { versus: 1 }),
  ];
  const index = new RowIndex(emptyResult({ points: rows.map((_, i) => pointOf("", { i })), rows }));
  assert.deepEqual(agreement(index, subject), { subject, points: 3, inside: 2 });
  assert.equal(agreement(index, { ...subject, statistic: "p99" }), null);
});

test("that points err together is said when one of several misses", () => {
  const sentence = (...counts: [number, number][]) =>
    agreementSentence(counts.map(([points, inside]) => ({ subject, points, inside })));
  assert.equal(
    sentence([3, 2]),
    "Exact theory lies inside the interval of mean latency at 2 of 3 points. The points share their random numbers, so they err together.",
  );
  assert.equal(
    sentence([3, 3], [3, 3]),
    "Exact theory lies inside the interval of mean latency at 3 of 3 points, of mean latency at 3 of 3.",
  );
  assert.equal(sentence([1, 0]), "Exact theory lies inside the interval of mean latency at 0 of 1 point.");
});

test("theory is called by its models, and approximations by what they are", () => {
  const named = (...models: [string, boolean][]) =>
    theoryNames(models.map(([model, exact]) => ({ theory: { value: 1, model, exact, source: "" } })));
  assert.equal(named(["M/M/1", true], ["M/M/1", true], ["M/M/4", true]), "M/M/1 and M/M/4 (exact)");
  assert.equal(named(["Allen–Cunneen", false]), "Allen–Cunneen (approximation)");
  assert.equal(named(["M/M/1", true], ["Allen–Cunneen", false]), "M/M/1 and Allen–Cunneen (partly approximate)");
  assert.equal(named(["a", true], ["b", true], ["c", true], ["d", true]), "a, b, c and d (exact)");
  const long = ["M/H2/1, first", "M/H2/1, second", "M/H2/1, third", "M/H2/1, fourth", "M/H2/1, fifth"];
  assert.equal(named(...long.map((name): [string, boolean] => [name, true])), "5 models (exact)");
});

test("the farthest of all comparisons is named, with the rate of false alarms and whether it is one", () => {
  const near = against(0, 1, { theory: { value: 1, model: "M/M/1", exact: true, source: "", z: 0.2 } });
  const far = against(1, 1.2, {
    where: "queues.a",
    theory: { value: 1.2, model: "M/M/1", exact: true, source: "", z: -2.34 },
  });
  const result = emptyResult({
    points: [pointOf("", { load: 0.5 }), pointOf("", { load: 0.9 })],
    rows: [near, far],
    agreement: { compared: 2, refuted: 0, falseAlarms: 0.01, threshold: 2.8 },
  });
  assert.deepEqual(chanceSentences(result), [
    "Of 2 comparisons with exact theory, the farthest apart is mean latency at queues.a, load 0.9, by −2.3 standard errors; none is more than chance explains (a false alarm comes in at most 1\u00a0% of all reports).",
  ]);
  const refuted = { ...result, agreement: { ...result.agreement!, refuted: 1 } };
  assert.match(chanceSentences(refuted)[0]!, /; one is more than chance explains .*: see the caveats\.$/);
  assert.deepEqual(chanceSentences(emptyResult()), []);
});
