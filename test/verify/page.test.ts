import assert from "node:assert/strict";
import { test } from "vitest";
import { errorChart } from "../../src/verify/chart.ts";
import { checksOf } from "../../src/verify/checks.ts";
import { type Evidence, together } from "../../src/verify/evidence.ts";
import { verificationPage } from "../../src/verify/page.ts";
import { comparisonTable } from "../../src/verify/tables.ts";
import type { Verification } from "../../src/verify/verify.ts";
import { verificationSentences } from "../../src/verify/words.ts";
import { inter } from "../report/inter.ts";
import { comparisonOf } from "./evidence.ts";

const CASES = ["MM1-r50", "MM1-r80", "MG1-E2-r80", "MG1-D-r50", "PS-MM1", "NPC4", "TANDEM5", "LAZ-138", "MD1K5", "XSS"];

function verification(changes: Partial<Evidence> = {}): Verification {
  const evidence = together([
    { comparisons: CASES.slice(0, -1).map((model, i) => comparisonOf({ model, z: i / 4 - 1 })) },
    { comparisons: [comparisonOf({ from: "grid", model: "<script>", slope: 20 })] },
    { repeats: [{ model: "MM1-r80", same: true }], skipped: [{ what: "POISON", why: "no reason" }] },
    changes,
  ]);
  const made = { version: "0.1.0", seed: 7, effort: "quick" as const, only: [] };
  return { version: 1, made, checks: checksOf(evidence), pieces: 20, missing: 0, ...evidence };
}

test("the page answers first, shows what is farthest apart, names sources and what was left out", async () => {
  const page = await verificationPage(verification(), inter);
  const parts = [
    "All 3 checks passed",
    "<h2>Checks",
    "<h2>What they found",
    "<h2>Farthest apart",
    "<h2>The exact cases",
    "<h2>Not checked",
  ];
  const places = parts.map((part) => page.indexOf(part));
  assert.deepEqual(
    places,
    places.toSorted((a, b) => a - b),
  );
  assert.ok(places[0]! > 0 && page.includes("Kleinrock") && page.includes("no reason"));
  assert.match(page, /<code>queuelab verify --seed 7<\/code>/);
});

test("values that are compared are written to the same place, and the symbols are explained", () => {
  const { rows, notes } = comparisonTable([comparisonOf({ exact: 2.6364, value: 2.5875, low: 2.56, high: 2.61691 })]);
  assert.deepEqual(rows[0]!.slice(2, 4), ["2.6364", "2.5875 (2.5600–2.6169)"]);
  assert.match(notes.join(" "), /Times in s.* W is the mean time in the system/);
});

test("the page runs nothing and fetches nothing", async () => {
  const page = await verificationPage(verification(), inter);
  assert.ok(!/<script/i.test(page) && !/https?:\/\/(?!www\.w3\.org)/.test(page));
});

test("a failure is the first thing said, with its findings", () => {
  const failed = verification({ repeats: [{ model: "NPC4", same: false }] });
  const [verdict, finding] = verificationSentences(failed);
  assert.match(verdict!, /^1 of 3 checks failed: A run against itself/);
  assert.equal(finding, "NPC4 came out differently the second time.");
});

test("the sentences say the farthest error, the rate of false alarms, what can be seen and what is missing", () => {
  const text = verificationSentences({ ...verification(), missing: 3 }).join(" ");
  for (const part of [
    /farthest is W of MM1-r50, 1\.0 standard errors apart/,
    /at most once in \d+ seeds/,
    /all 1\.1 % wrong/,
  ])
    assert.match(text.replaceAll("\u00a0", " "), part);
  assert.match(text, /^All 3 checks passed, as far as they came\..* 3 of 20 pieces are missing/);
  assert.match(text, /Not checked: 1 case or value; the report says which and why\./);
});

test("the picture of errors needs ten models, and shows the worst of them", () => {
  const { comparisons } = verification();
  assert.equal(errorChart(comparisons, { width: 720 }), null);
  const more = [...comparisons, comparisonOf({ model: "far out", z: -9 })];
  assert.match(errorChart(more, { width: 720 })!.describes, /10 models, from -9\.00 to 1\.00/);
});
