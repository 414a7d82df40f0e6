import assert from "node:assert/strict";
import { test } from "vitest";
import { fontMetrics } from "../../../src/report/font/metrics.ts";
import { characterMap, openFont, table } from "../../../src/report/font/sfnt.ts";
import { subsetFont } from "../../../src/report/font/subset.ts";
import { inter, interMetrics } from "../inter.ts";

const TEXT = "Latency of 1,234 messages (µs): é ü Å ½ – “quoted” ≤ λ";

/** The bytes of a glyph's outline; of an accented letter, those of its parts. */
function outline(bytes: Uint8Array, character: string): number[][] {
  const font = openFont(bytes);
  const offsets = table(font, "loca");
  const long = table(font, "head").getInt16(50) === 1;
  const offset = (i: number) => (long ? offsets.getUint32(4 * i) : 2 * offsets.getUint16(2 * i));
  const glyf = table(font, "glyf");
  const parts = (glyph: number): number[][] => {
    const own = Array.from({ length: offset(glyph + 1) - offset(glyph) }, (_, i) => glyf.getUint8(offset(glyph) + i));
    if (own.length === 0 || own[0]! < 0x80) return [own];
    const view = new DataView(Uint8Array.from(own).buffer);
    const found: number[][] = [];
    for (let at = 10, flags = 0x20; flags & 0x20; ) {
      flags = view.getUint16(at);
      found.push(...parts(view.getUint16(at + 2)));
      at += 4 + (flags & 1 ? 4 : 2) + (flags & 8 ? 2 : flags & 0x40 ? 4 : flags & 0x80 ? 8 : 0);
    }
    return found;
  };
  return parts(characterMapOf(font)(character.codePointAt(0)!));
}

/** A subset has a map of format 4 with a segment for each character, so that `characterMap` (format 12) will not do. */
function characterMapOf(font: ReturnType<typeof openFont>): (code: number) => number {
  const cmap = table(font, "cmap");
  if (cmap.getUint16(2) > 1) return characterMap(font); // a whole font
  const start = cmap.getUint32(8);
  const n = cmap.getUint16(start + 6) / 2;
  return (code) => {
    for (let i = 0; i < n; i++) {
      const [end, first] = [cmap.getUint16(start + 14 + 2 * i), cmap.getUint16(start + 16 + 2 * (n + i))];
      if (first <= code && code <= end) return (code + cmap.getUint16(start + 16 + 2 * (2 * n + i))) & 0xffff;
    }
    return 0;
  };
}

function advance(bytes: Uint8Array, character: string): number {
  const font = openFont(bytes);
  const glyph = characterMapOf(font)(character.codePointAt(0)!);
  return table(font, "hmtx").getUint16(4 * Math.min(glyph, table(font, "hhea").getUint16(34) - 1));
}

test("each character of a subset has the width and, part by part, the length of outline it had", () => {
  const subset = subsetFont(inter.regular, TEXT);
  for (const character of new Set(TEXT)) {
    assert.equal(advance(subset, character), interMetrics.width(character, 2048, false), character);
    const lengths = (bytes: Uint8Array) => outline(bytes, character).map((bytes) => Math.ceil(bytes.length / 4));
    assert.deepEqual(lengths(subset), lengths(inter.regular), character);
  }
});

test("the outline of a simple letter is copied byte for byte", () => {
  const subset = subsetFont(inter.regular, "gé");
  const [copied, original] = [outline(subset, "g")[0]!, outline(inter.regular, "g")[0]!];
  assert.ok(original.length > 50);
  assert.deepEqual(copied.slice(0, original.length), original);
});

test("a character that was not asked for shows the empty box", () => {
  const font = openFont(subsetFont(inter.regular, "abc"));
  assert.equal(characterMapOf(font)("d".codePointAt(0)!), 0);
  assert.equal(table(font, "maxp").getUint16(4), 4);
});

test("figures of equal width are equally wide, and the ordinary ones are not", () => {
  const digits = [..."0123456789"];
  const widths = (bytes: Uint8Array) => new Set(digits.map((digit) => advance(bytes, digit)));
  assert.equal(widths(subsetFont(inter.regular, "0123456789", { tabular: true })).size, 1);
  assert.ok(widths(subsetFont(inter.regular, "0123456789")).size > 5);
});

test("the file sums up to the number that the format prescribes, and each table to its own check sum", () => {
  const bytes = subsetFont(inter.semibold, TEXT);
  const sum = (view: DataView) => {
    let total = 0;
    for (let at = 0; at < view.byteLength; at += 4) total = (total + view.getUint32(at)) >>> 0;
    return total;
  };
  const file = new DataView(bytes.buffer);
  assert.equal(sum(file), 0xb1b0afba);
  for (let i = 0; i < file.getUint16(4); i++) {
    const [start, length] = [file.getUint32(12 + 16 * i + 8), file.getUint32(12 + 16 * i + 12)];
    const tag = String.fromCharCode(...bytes.slice(12 + 16 * i, 16 + 16 * i));
    if (tag !== "head")
      assert.equal(sum(new DataView(bytes.buffer, start, (length + 3) & ~3)), file.getUint32(12 + 16 * i + 4), tag);
  }
});

test("the licence travels with the subset, and the subset is small", () => {
  const bytes = subsetFont(inter.regular, Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).join(""));
  const names = table(openFont(bytes), "name");
  const original = table(openFont(inter.regular), "name");
  assert.deepEqual(
    new Uint8Array(names.buffer, names.byteOffset, names.byteLength),
    new Uint8Array(original.buffer.slice(original.byteOffset, original.byteOffset + original.byteLength)),
  );
  assert.ok(bytes.length < 30_000, String(bytes.length));
});

test("a font is measured after it has been opened only if it has a character map of format 12", () => {
  const subset = subsetFont(inter.regular, "abc");
  assert.throws(() => fontMetrics(subset, inter.semibold).width("a", 1, false), {
    message: "The font has no character map of format 12.",
  });
});
