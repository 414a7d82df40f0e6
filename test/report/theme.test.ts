import assert from "node:assert/strict";
import { test } from "vitest";
import { COLOURS, INK, MUTED, PAPER, TEXT_COLOURS } from "../../src/report/theme.ts";

/** Contrast of a colour with paper as WCAG 2 defines it, 1 … 21. */
function contrast(colour: string): number {
  const luminance = (hex: string) => {
    const [r, g, b] = [1, 3, 5].map((at) => {
      const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
  };
  return (luminance(PAPER) + 0.05) / (luminance(colour) + 0.05);
}

test("black on white has a contrast of 21", () => assert.ok(Math.abs(contrast("#000000") - 21) < 1e-9));

test("all text can be read: contrast at least 4.5 to 1", () => {
  for (const colour of [INK, MUTED, ...TEXT_COLOURS])
    assert.ok(contrast(colour) >= 4.5, `${colour} ${contrast(colour)}`);
});

test("the first three lines of a chart stand out from paper by at least 3 to 1", () => {
  for (const colour of COLOURS.slice(0, 3)) assert.ok(contrast(colour) >= 3, `${colour} ${contrast(colour)}`);
});
