import assert from "node:assert/strict";
import { test } from "vitest";
import { openFont, table } from "../../../src/report/font/sfnt.ts";
import { fontFaces } from "../../../src/report/page/embedded-fonts.ts";
import { inter } from "../inter.ts";

const faces = [
  ...fontFaces(inter, "0123456789 msé").matchAll(
    /font-family: "([^"]+)"; font-weight: (\d+); src: url\(data:font\/ttf;base64,([\w+/=]+)\)/g,
  ),
];

test("a page has Inter in two weights and figures of equal width", () => {
  assert.deepEqual(
    faces.map(([, family, weight]) => [family, weight]),
    [
      ["Inter", "400"],
      ["Inter", "600"],
      ["Inter Tabular", "400"],
    ],
  );
});

test("the fonts inside are those of the page's characters", () => {
  const widths = faces.map(([, , , data]) => {
    const font = openFont(Uint8Array.from(Buffer.from(data!, "base64")));
    return Array.from({ length: table(font, "maxp").getUint16(4) }, (_, glyph) =>
      table(font, "hmtx").getUint16(4 * glyph),
    );
  });
  assert.equal(widths[0]!.length, 17); // the empty box, 14 characters, and the two parts of é
  const digits = widths.map((all) => new Set(all.slice(1, 11)).size);
  assert.ok(digits[0]! > 5);
  assert.equal(digits[2], 1);
});
