import assert from "node:assert/strict";
import { test } from "vitest";
import { unbroken } from "../../../src/report/page/table-markup.ts";

const kept = (text: string): string[] =>
  [
    ...unbroken(text.replaceAll("~", "\u00a0"))
      .map(({ text: part }) => part)
      .join("")
      .matchAll(/<span class="value">([^<]*)<\/span>/g),
  ].map(([, inside]) => inside!.replaceAll("\u00a0", "~"));

test("intervals and stretches of time stay on one line, other brackets need not", () => {
  assert.deepEqual(kept("p99 is 450~ms (400~–~530) at load 0.9."), ["(400~–~530)"]);
  assert.deepEqual(kept("40~ms (−2.5~to~80), 50~ms (31~–~∞)"), ["(−2.5~to~80)", "(31~–~∞)"]);
  assert.deepEqual(kept("in the window 7.5~–~149~s, by −0.6 standard errors"), ["7.5~–~149~s"]);
  assert.deepEqual(kept("M/M/1 (exact) at a – b"), []);
});

test("nothing of a text is lost, and all of it is escaped", () => {
  const text = "a < b (1\u00a0–\u00a02) & 3\u00a0–\u00a04\u00a0h.";
  const shown = unbroken(text)
    .map((part) => part.text)
    .join("");
  assert.equal(shown.replace(/<\/?span[^>]*>/g, ""), "a &lt; b (1\u00a0–\u00a02) &amp; 3\u00a0–\u00a04\u00a0h.");
});
