import assert from "node:assert/strict";
import { describe, test } from "vitest";
import { normalQuantile } from "../../src/special/normal.ts";
import { casesCheck, gridCheck } from "../../src/verify/checks/comparisons.ts";
import { coverageCheck } from "../../src/verify/checks/coverage.ts";
import {
  conservationCheck,
  enginesCheck,
  formulasCheck,
  littleCheck,
  repeatsCheck,
} from "../../src/verify/checks/equalities.ts";
import { checksOf } from "../../src/verify/checks.ts";
import { together } from "../../src/verify/evidence.ts";
import { comparisonOf } from "./evidence.ts";

/** As many models as errors, the errors being the quantiles of a normal law, shifted and stretched. */
function errors(n: number, { shift = 0, stretch = 1 } = {}) {
  return Array.from({ length: n }, (_, i) =>
    comparisonOf({ model: `model ${i}`, z: shift + stretch * normalQuantile((i + 0.5) / n) }),
  );
}

describe("comparisons", () => {
  test("errors like those of chance pass", () => {
    const check = casesCheck(errors(80));
    assert.deepEqual([check.outcome, check.findings, check.compared], ["passed", [], 80]);
    assert.match(check.text, /80 errors lie around 0\.00 standard errors and scatter by 1\.00/);
  });

  test("one error beyond chance fails, and is named", () => {
    const check = casesCheck([
      ...errors(80),
      comparisonOf({ metric: "W_p99", model: "odd", z: -6, value: 4, exact: 5 }),
    ]);
    assert.equal(check.outcome, "failed");
    assert.deepEqual(check.findings, ["W_p99 of odd is 4 where it should be 5: 6.0 standard errors away."]);
  });

  test("many small errors to one side fail together, though none does alone", () => {
    assert.match(casesCheck(errors(80, { shift: 0.45 })).findings.join(), /lean to one side: 0\.45 standard errors/);
    assert.deepEqual(gridCheck(errors(80, { shift: 0.45 })).findings, []);
  });

  test("too much scatter fails, too little does not", () => {
    assert.match(casesCheck(errors(80, { stretch: 1.4 })).findings.join(), /scatter 1\.40 times as widely/);
    assert.equal(casesCheck(errors(80, { stretch: 0.5 })).outcome, "passed");
  });

  test("a difference without scatter fails, however small", () => {
    const check = gridCheck([comparisonOf({ z: null, value: 5.001 })]);
    assert.match(check.findings.join(), /different without any scatter/);
  });

  test("metrics of one run have one voice", () => {
    const leaning = Array.from({ length: 80 }, (_, i) => comparisonOf({ model: `model ${i % 9}`, z: 1 }));
    assert.deepEqual(casesCheck(leaning).findings, []); // nine models say too little
  });
});

describe("coverage", () => {
  const of = (covered: number, runs: number) => coverageCheck([{ model: "M/M/1", metric: "W", covered, runs }]);

  test("is failed only by what is proved to cover too little", () => {
    assert.equal(of(90, 100).outcome, "passed");
    assert.equal(of(80, 100).outcome, "failed"); // P(at most 80 of 100 | 0.9) = 0.0020
    assert.equal(of(900, 1000).outcome, "passed");
    assert.equal(of(870, 1000).outcome, "failed");
  });
});

describe("what must be equal", () => {
  test("formulas differ from exact values by no more than these are accurate", () => {
    const one = { model: "M/M/1", metric: "W", exact: 5, within: 1e-6 };
    assert.equal(formulasCheck([{ ...one, value: 5.000004 }]).outcome, "passed");
    assert.match(formulasCheck([{ ...one, value: 5.000004 }]).text, /differ by 8\.0·10⁻⁷ at most/);
    assert.match(formulasCheck([{ ...one, value: 5 }]).text, /differ by 0 at most/);
    assert.equal(formulasCheck([{ ...one, value: 5.00001 }]).outcome, "failed");
    assert.equal(formulasCheck([{ ...one, exact: 0, value: 1e-9 }]).outcome, "passed");
    assert.equal(formulasCheck([{ ...one, value: Number.NaN }]).outcome, "failed");
  });

  test("Little's law holds to a billionth", () => {
    const one = { law: "Little", model: "M/M/1", where: "queues.a", left: 1, right: 1 } as const;
    assert.equal(littleCheck([{ ...one, gap: 9e-10 }]).outcome, "passed");
    assert.equal(littleCheck([{ ...one, gap: 1.1e-9 }]).outcome, "failed");
    assert.equal(littleCheck([{ ...one, gap: Number.NaN }]).outcome, "failed");
  });

  test("not one copy of millions may be missing", () => {
    const one = { law: "conservation", model: "M/M/1", where: "system", left: 1e7, right: 1e7, gap: 0 } as const;
    assert.equal(conservationCheck([one]).outcome, "passed");
    assert.deepEqual(conservationCheck([{ ...one, right: 1e7 - 1 }]).findings, [
      "M/M/1: 10000000 copies begun, 9999999 ended or inside.",
    ]);
  });

  test("a difference between engines is told, and so is a run that does not repeat", () => {
    const findings = enginesCheck([{ model: "M/M/1", messages: 10, difference: "1 here and 2 there" }]).findings;
    assert.deepEqual(findings, ["M/M/1: 1 here and 2 there."]);
    assert.equal(repeatsCheck([{ model: "M/M/1", same: false }]).outcome, "failed");
    assert.equal(repeatsCheck([]).outcome, "nothing compared");
  });
});

test("all checks together raise a false alarm once in a hundred at most, as is said", () => {
  const alarms = checksOf(together([])).map(({ falseAlarms }) => falseAlarms);
  assert.ok(alarms.reduce((a, b) => a + b, 0) <= 0.01 + 1e-12);
});
