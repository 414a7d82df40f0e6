import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "vitest";
import { readResult, resultFile } from "../../src/cli/read-result.ts";
import { resultPieces } from "../../src/cli/result-text.ts";
import { writeResult } from "../../src/cli/write-result.ts";
import { chartsOf } from "../../src/report/charts.ts";
import type { Result } from "../../src/result.ts";
import { gridResult, hostileResult, scenarioResult, sweepResult, transientResult } from "../report/fixtures.ts";
import { scratch } from "./scratch.ts";

const RESULTS = { sweepResult, scenarioResult, gridResult, transientResult, hostileResult };

for (const [name, make] of Object.entries(RESULTS)) {
  test(`${name}: what is written is what is read`, () => {
    const result = make();
    const folder = scratch({ "result.json": [...resultPieces(result)].join("") });
    assert.deepEqual(readResult(join(folder, "result.json")), JSON.parse(JSON.stringify(result)));
  });
}

test("each record has a line of its own", () => {
  const result = sweepResult();
  const text = [...resultPieces(result)].join("");
  const lines = text.split("\n");
  const records = [
    result.points,
    result.rows,
    result.curves,
    result.verdicts,
    result.caveats,
    result.ledgers,
    result.plots,
  ];
  const lists = records.filter((list) => list.length > 0);
  assert.equal(lines.length, Object.keys(result).length + lists.flat().length + lists.length + 3);
});

test("a folder of results means the result inside", () => {
  const folder = scratch({ "result.json": "{}" });
  assert.equal(resultFile(folder), join(folder, "result.json"));
  assert.equal(resultFile(join(folder, "result.json")), join(folder, "result.json"));
  assert.equal(resultFile(join(folder, "none")), join(folder, "none"));
});

/** What is said of a result after one change. */
function refusal(change: (result: Result) => void): string {
  const result = structuredClone(sweepResult());
  change(result);
  const path = join(scratch({ "result.json": JSON.stringify(result) }), "result.json");
  try {
    readResult(path);
  } catch (failure) {
    return (failure as Error).message.slice(path.length);
  }
  return "read";
}

const broken = (value: unknown): never => value as never;

test("a result with one thing wrong is refused, and the place is named", () => {
  assert.equal(
    refusal(() => {}),
    "read",
  );
  assert.match(
    refusal(({ rows }) => {
      rows[3].value = broken("12");
    }),
    /rows\.3\.value: /,
  );
  assert.match(
    refusal(({ rows }) => {
      rows[3].metric = broken("speed");
    }),
    /rows\.3\.metric: /,
  );
  assert.match(
    refusal(({ rows }) => {
      rows[3].point = 1e6;
    }),
    /names a point that it does not have/,
  );
  assert.match(
    refusal(({ rows }) => {
      rows[3].versus = sweepResult().points.length;
    }),
    /names a point that it does not have/,
  );
  assert.match(
    refusal(({ points }) => {
      points[0].at = broken({ load: [1] });
    }),
    /points\.0\.at\.load/,
  );
  assert.match(
    refusal(({ curves }) => {
      curves[0].y.pop();
    }),
    /curves\.0: must have as many y as x/,
  );
  assert.match(
    refusal(({ made }) => {
      made.engine = broken("abacus");
    }),
    /made\.engine: /,
  );
  assert.match(
    refusal((result) => {
      Object.assign(result, { extra: 1 });
    }),
    /extra/,
  );
  assert.match(
    refusal((result) => {
      Reflect.deleteProperty(result, "rows");
    }),
    /rows: /,
  );
});

test("a new result takes away what was made from the former one, and nothing else", () => {
  const folder = scratch({ "mine.svg": "", "result.csv": "", "report.html": "" });
  writeResult(sweepResult(), folder);
  const charts = chartsOf(sweepResult(), { width: 720 }).charts.map(({ name }) => name);
  const files = Object.fromEntries(
    charts.flatMap((name) => ["svg", "png", "vl.json"].map((ending) => [`${name}.${ending}`, ""])),
  );
  assert.ok(charts.length > 1);
  const again = scratch({
    ...files,
    "mine.svg": "",
    "result.json": [...resultPieces(sweepResult())].join(""),
    "result.csv": "",
    "report.html": "",
  });
  writeResult(gridResult(), again);
  assert.deepEqual(readdirSync(again), ["mine.svg", "result.json"]);
});

test("a former result that cannot be read keeps nothing from being written", () => {
  const folder = scratch({ "result.json": "{", "a.svg": "" });
  const written = writeResult(gridResult(), folder);
  assert.deepEqual(written, JSON.parse(JSON.stringify(gridResult())));
  assert.deepEqual(readdirSync(folder), ["a.svg", "result.json"]);
});

test("what is written is answered as its reader sees it", () => {
  const result = { ...sweepResult(), question: "a\u2028b" };
  result.rows[0]!.high = Number.POSITIVE_INFINITY;
  const folder = scratch({});
  const answered = writeResult(result, join(folder, "out"));
  assert.deepEqual(answered, readResult(join(folder, "out", "result.json")));
  assert.equal(answered.rows[0]!.high, null);
});
