import assert from "node:assert/strict";
import { test } from "vitest";
import { agreement, agreementSentence, theoryNames } from "../../src/report/theory.ts";
import { emptyResult, pointOf, rowOf } from "./fixtures.ts";

const against = (value: number, changes = {}) =>
  rowOf({
    metric: "latency",
    statistic: "mean",
    value: 1,
    low: 0.9,
    high: 1.1,
    theory: { value, model: "M/M/1", exact: true, source: "" },
    ...changes,
  });

test("agreement counts reliable values whose exact theory lies inside their interval", () => {
  const approximate = { theory: { value: 5, model: "heavy traffic", exact: false, source: "" } };
  const rows = [
    against(1),
    against(1.1),
    against(1.2),
    against(9, { quality: ["too-short"] }),
    against(9, approximate),
    against(9, { versus: 0 }),
    against(9, { low: null }),
  ];
  const checked = agreement(emptyResult({ points: [pointOf("", {})], rows }))!;
  assert.deepEqual({ ...checked, expected: checked.expected.toFixed(2) }, { values: 3, inside: 2, expected: "2.85" });
  assert.equal(agreementSentence(checked), "Exact theory is known for 3 values; it lies inside the interval of 2.");
  assert.match(
    agreementSentence({ values: 264, inside: 251, expected: 250.8 }),
    /of 251 \(about 251 are expected\)\.$/,
  );
});

test("nothing to check is not agreement", () => assert.equal(agreement(emptyResult()), null));

test("theory is called by its models, and approximations by what they are", () => {
  const named = (...models: [string, boolean][]) =>
    theoryNames(models.map(([model, exact]) => ({ theory: { value: 1, model, exact, source: "" } })));
  assert.equal(named(["M/M/1", true], ["M/M/1", true], ["M/M/4", true]), "M/M/1 and M/M/4 (exact)");
  assert.equal(named(["Allen–Cunneen", false]), "Allen–Cunneen (approximation)");
  assert.equal(named(["M/M/1", true], ["Allen–Cunneen", false]), "M/M/1 and Allen–Cunneen (partly approximate)");
  assert.equal(named(["a", true], ["b", true], ["c", true], ["d", true]), "theory (exact)");
});
