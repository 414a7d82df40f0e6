import assert from "node:assert/strict";
import { test } from "vitest";
import { caveatTexts } from "../../src/cli/caveats.ts";
import { summaryText } from "../../src/cli/summary.ts";
import { listText, tableText } from "../../src/cli/table-text.ts";
import { plainStyle, wrapped } from "../../src/cli/terminal.ts";
import { answer } from "../../src/report/answer.ts";
import type { Result } from "../../src/result.ts";
import {
  emptyResult,
  gridResult,
  hostileResult,
  pointOf,
  scenarioResult,
  sweepResult,
  transientResult,
} from "../report/fixtures.ts";

const RESULTS = { sweepResult, scenarioResult, gridResult, transientResult };

for (const [name, make] of Object.entries(RESULTS)) {
  test(`${name} fits into a terminal of any width from 40 to 100 columns`, () => {
    const result = make();
    for (let width = 40; width <= 100; width += 3) {
      const lines = summaryText(result, { width, style: plainStyle }).split("\n");
      assert.deepEqual(
        lines.filter((line) => line.length > width),
        [],
        `${width} columns`,
      );
    }
  });
}

test("a summary has title, answer, numbers and caveats, in this order", () => {
  const result = scenarioResult();
  const text = summaryText(result, { width: 100, style: plainStyle });
  const flat = text.replaceAll(/[ \n]+/g, " ");
  const [first] = answer(result);
  const places = [result.title, `• ${first}`, "─────", `! unlimited prefetch: ${result.caveats[0].text}`];
  const found = places.map((part) => flat.indexOf(part));
  assert.ok(
    found.every((place) => place >= 0),
    found.join(),
  );
  assert.deepEqual(
    found,
    found.toSorted((a, b) => a - b),
  );
});

test("marks are put where the style puts them", () => {
  const text = summaryText(scenarioResult(), { width: 80, style: (format, of) => `<${format}>${of}</${format}>` });
  assert.match(text, /^<bold>Prefetch on RabbitMQ<\/bold>\n/);
  assert.match(text, /<yellow> {2}! /);
  assert.doesNotMatch(summaryText(sweepResult(), { width: 80, style: (format, of) => `<${format}>${of}` }), /<yellow>/);
});

test("nothing in a result reaches the terminal as a command", () => {
  const result = { ...hostileResult(), title: "a\u001b[31mb\u009b31mc\u202ed" };
  assert.doesNotMatch(summaryText(result, { width: 80, style: plainStyle }), /(?!\n)[\p{Cc}\p{Bidi_Control}]/u);
});

test("of a large sweep as many lines are shown as one reads, and the rest is counted", () => {
  const one = sweepResult();
  const points = Array.from({ length: 100 }, (_, i) => pointOf("", { load: i }));
  const rows = points.flatMap((_, point) =>
    one.rows.filter((row) => row.point === 0).map((row) => ({ ...row, point })),
  );
  const text = summaryText({ ...one, points, rows }, { width: 100, style: plainStyle });
  assert.match(text, /\n {2}59 .*\n {2}40 more lines are in the report\.\n/);
});

test("a caveat that many points share is told once", () => {
  const points = [1, 2, 3].map((load) => pointOf("", { load }));
  const caveat = (point: number | null, where: string, text: string) => ({ point, where, code: "x", text });
  const caveats = [0, 1, 2].map((point) => caveat(point, "system", "Too short."));
  const others = [
    caveat(1, "queues.q", "It grows."),
    caveat(1, "queues.q", "queues.q is odd."),
    caveat(null, "system", "All."),
  ];
  const result: Result = emptyResult({ points, caveats: [...caveats, ...others] });
  const all = ["load 1 and 2 more: Too short.", "load 2: queues.q: It grows.", "load 2: queues.q is odd.", "All."];
  assert.deepEqual(caveatTexts(result, 4), all);
  assert.deepEqual(caveatTexts(result, 3), [...all.slice(0, 2), "2 more caveats are in the report."]);
});

test("labels stand to the left, numbers to the right, heads above their rule", () => {
  const table = {
    head: ["load", "mean latency\n[ms]"],
    rows: [
      ["0.5", "1"],
      ["0.75", "1,000"],
    ],
    labels: 1,
    notes: [],
  };
  assert.equal(
    tableText(table),
    [
      "        mean latency",
      "  load          [ms]",
      "  ──────────────────",
      "  0.5              1",
      "  0.75         1,000",
    ].join("\n"),
  );
});

test("where there is no room for two columns of numbers, each number has a line", () => {
  const text = summaryText(scenarioResult(), { width: 40, style: plainStyle });
  assert.match(text, /\n {2}scenario prefetch 10\n(?: {4}.*\n)* {4}mean latency 192\.5 \(190\.6–194\.4\) ms\n/);
  const rows = [
    ["0.5", "1", ""],
    ["0.75", "2 (1–3)", "3"],
  ];
  const table = { head: ["load", "p99\n[ms]", "loss"], rows, labels: 1, notes: [] };
  assert.equal(listText(table, 16), "  load 0.5\n    p99 1 ms\n\n  load 0.75\n    p99 2 (1–3)\n    ms\n    loss 3");
});

test("text is broken at blanks, and stands below the text of its mark", () => {
  assert.equal(wrapped("one two three four", 11, "  • "), "  • one two\n    three\n    four");
  assert.equal(wrapped("unbreakable", 4), "unbreakable");
  assert.equal(wrapped("wait 300\u00a0ms", 10), "wait\n300\u00a0ms");
});
