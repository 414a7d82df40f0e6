import assert from "node:assert/strict";
import { test } from "vitest";
import { explain, problemAt } from "../../src/config/problem.ts";
import { aligned, either, shown } from "../../src/config/show.ts";
import { lineSource } from "../../src/config/source.ts";

const complaint = { code: "unit-missing", message: "20 has no unit." } as const;
const at = (text: string, start: number, length: number) =>
  problemAt({ source: lineSource("a.yaml", text), start, end: start + length }, ["consumers", "w"], complaint);

test("a problem is explained with its place, line, caret and message", () => {
  assert.equal(
    explain(at("service: 20", 9, 2)),
    "a.yaml:1:10  consumers.w  [unit-missing]\n1 | service: 20\n  |          ^^\n20 has no unit.",
  );
});

test("of a long line a part around the place is shown, with the caret below it", () => {
  for (const start of [0, 10, 500, 900, 998]) {
    const text = `${".".repeat(start)}20${".".repeat(998 - start)}`;
    const problem = at(text, start, 2);
    assert.ok(problem.excerpt.length <= 120);
    assert.equal(problem.excerpt.slice(problem.caret.at, problem.caret.at + problem.caret.length), "20");
    assert.equal(problem.column, start + 1);
  }
});

test("a place over the end of its line is underlined to the end, and an empty one by one caret", () => {
  assert.deepEqual(at("ab\ncd", 1, 4).caret, { at: 1, length: 1 });
  assert.deepEqual(at("", 0, 0).caret, { at: 0, length: 1 });
});

test("what a terminal would obey keeps its column as a dot, and is escaped in messages", () => {
  assert.equal(aligned("a\tb\u001b[0m\u202ec"), "a b·[0m·c");
  assert.equal(shown("a\tb\u001b[0m\u202ec"), "a\\u0009b\\u001b[0m\\u202ec");
  assert.equal(shown("x".repeat(200)), `${"x".repeat(60)} … ${"x".repeat(15)}`);
  assert.equal(shown(undefined), "undefined");
});

test("words are listed as in prose", () => {
  assert.deepEqual([[], ["a"], ["a", "b"], ["a", "b", "c"]].map(either), ["", "a", "a or b", "a, b or c"]);
});
