import assert from "node:assert/strict";
import fc from "fast-check";
import { test } from "vitest";
import { shorten, textWidth, wrap } from "../../../src/report/chart/text-width.ts";
import { interMetrics } from "../inter.ts";

const words = fc.string({ minLength: 0, maxLength: 60, unit: "grapheme-ascii" });

test("an estimated width is never too small and at most 2 % too large for plain text", () => {
  for (const text of ["consumers.worker.prefetch 250", "Share of messages that take longer", "iiiii WWWWW @@@"]) {
    const [estimated, real] = [textWidth(text, 12), interMetrics.width(text, 12, false)];
    assert.ok(estimated >= real && estimated < 1.02 * real, `${estimated} for ${real}: ${text}`);
  }
  fc.assert(fc.property(words, (text) => textWidth(text, 12) >= interMetrics.width(text, 12, false) - 1e-9));
  for (const character of "–−…≈×·µ≤≥éüßÅλΩЖ“”’→")
    assert.ok(textWidth(character, 12) >= interMetrics.width(character, 12, false), character);
});

test("wrapped lines fit and lose nothing but the spaces where they break", () => {
  fc.assert(
    fc.property(words, fc.integer({ min: 30, max: 300 }), (text, width) => {
      const lines = wrap(text, 12, width);
      for (const line of lines) assert.ok(textWidth(line, 12) <= width || [...line].length === 1, line);
      assert.equal(lines.join("").replaceAll(" ", ""), text.replaceAll(" ", ""));
    }),
  );
});

test("a shortened text fits and says that it was cut", () => {
  assert.equal(shorten("short", 12, 100), "short");
  const cut = shorten("a rather long scenario name", 12, 80);
  assert.ok(cut.endsWith("…") && textWidth(cut, 12) <= 80, cut);
  assert.ok("a rather long scenario name".startsWith(cut.slice(0, -1)));
});
