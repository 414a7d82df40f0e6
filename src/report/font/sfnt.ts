/** The tables of a TrueType font by their tag ("head", "glyf", …). Everything in them is big-endian. */
export type Tables = Map<string, DataView>;

/**
 * Opens a TrueType font.
 * @throws RangeError when the bytes are not one (no collection, no OpenType with PostScript outlines, no WOFF)
 * @see OpenType specification 1.9, "The OpenType font file"
 */
export function openFont(bytes: Uint8Array): Tables {
  const file = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.byteLength < 12 || file.getUint32(0) !== 0x00010000) throw new RangeError("This is not a TrueType font.");
  const tables: Tables = new Map();
  for (let i = 0; i < file.getUint16(4); i++) {
    const record = 12 + 16 * i;
    const tag = String.fromCharCode(...bytes.subarray(record, record + 4));
    const start = bytes.byteOffset + file.getUint32(record + 8);
    tables.set(tag, new DataView(bytes.buffer, start, file.getUint32(record + 12)));
  }
  return tables;
}

/** @throws RangeError when the font lacks the table. */
export function table(font: Tables, tag: string): DataView {
  const found = font.get(tag);
  if (!found) throw new RangeError(`The font has no table "${tag}".`);
  return found;
}

export const glyphCount = (font: Tables): number => table(font, "maxp").getUint16(4);

/** Advance width of a glyph, in units of the em square. */
export function advanceOf(font: Tables, glyph: number): number {
  const widths = table(font, "hhea").getUint16(34);
  return table(font, "hmtx").getUint16(4 * Math.min(glyph, widths - 1));
}

/**
 * Which glyph shows a character, as code point → glyph; 0 is the empty box.
 * @throws RangeError when the font has no character map of format 12
 */
export function characterMap(font: Tables): (code: number) => number {
  const groups = segmentedCoverage(table(font, "cmap"));
  return (code) => {
    const group = groups.find(({ first, last }) => first <= code && code <= last);
    return group ? group.glyph + code - group.first : 0;
  };
}

function segmentedCoverage(cmap: DataView): { first: number; last: number; glyph: number }[] {
  for (let i = 0; i < cmap.getUint16(2); i++) {
    const start = cmap.getUint32(4 + 8 * i + 4);
    if (cmap.getUint16(start) !== 12) continue;
    return Array.from({ length: cmap.getUint32(start + 12) }, (_, k) => {
      const group = start + 16 + 12 * k;
      return { first: cmap.getUint32(group), last: cmap.getUint32(group + 4), glyph: cmap.getUint32(group + 8) };
    });
  }
  throw new RangeError("The font has no character map of format 12.");
}

/** Glyphs by their PostScript name ("zero.tf"), from a `post` table of format 2; empty for other formats. */
export function glyphNames(font: Tables): Map<string, number> {
  const post = table(font, "post");
  const names = new Map<string, number>();
  if (post.getUint32(0) !== 0x00020000) return names;
  const glyphs = post.getUint16(32);
  const strings = pascalStrings(post, 34 + 2 * glyphs);
  for (let glyph = 0; glyph < glyphs; glyph++) {
    const name = strings[post.getUint16(34 + 2 * glyph) - 258]; // the first 258 are the Macintosh's, not spelled out
    if (name !== undefined) names.set(name, glyph);
  }
  return names;
}

function pascalStrings(view: DataView, start: number): string[] {
  const strings: string[] = [];
  for (let at = start; at < view.byteLength; at += 1 + view.getUint8(at)) {
    const letters = Array.from({ length: view.getUint8(at) }, (_, i) => view.getUint8(at + 1 + i));
    strings.push(String.fromCharCode(...letters));
  }
  return strings;
}
