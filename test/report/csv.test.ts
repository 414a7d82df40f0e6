import assert from "node:assert/strict";
import { test } from "vitest";
import { csv } from "../../src/report/csv.ts";
import { emptyResult, pointOf, rowOf, scenarioResult } from "./fixtures.ts";

/** Reads RFC 4180, character by character: a second implementation, not the inverse of the first. */
function parse(text: string): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  let field = "";
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!;
    if (quoted && c === '"' && text[i + 1] === '"') field += text[i++];
    else if (c === '"') quoted = !quoted;
    else if (quoted) field += c;
    else if (c === ",") [record, field] = [[...record, field], ""];
    else if (c === "\n") {
      records.push([...record, field]);
      [record, field] = [[], ""];
    } else if (c !== "\r") field += c;
  }
  return records;
}

test("each row becomes a record with all digits, below a head", () => {
  const result = scenarioResult();
  const [head, ...records] = parse(csv(result));
  assert.equal(records.length, result.rows.length);
  for (const [i, row] of result.rows.entries()) {
    const field = (name: string) => records[i]![head!.indexOf(name)]!;
    assert.equal(field("scenario"), result.points[row.point]!.scenario);
    assert.equal(field("value"), row.value === null ? "" : String(row.value));
    assert.equal(field("high") === "" ? null : Number(field("high")), row.high);
    assert.equal(field("versus"), row.versus === null ? "" : String(row.versus));
    assert.equal(field("measured-source"), row.measured?.source ?? "");
    assert.equal(field("quality"), row.quality.join(" "));
  }
});

test("commas, quotes and line breaks in names survive", () => {
  const name = 'a "quoted", name\r\nin two lines';
  const result = emptyResult({
    points: [pointOf(name, { [name]: 1 })],
    rows: [rowOf({ metric: "latency", statistic: "mean", where: name })],
  });
  const text = csv(result);
  assert.ok(text.includes('"a ""quoted"", name\r\nin two lines"'));
  const [head, record] = parse(text);
  assert.equal(head![2], name);
  assert.equal(record!.length, head!.length);
});
