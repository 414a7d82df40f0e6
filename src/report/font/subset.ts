import { concatenate, copy, fill, fontFile, padded, patched, words } from "./file.ts";
import { advanceOf, characterMap, glyphNames, openFont, type Tables, table } from "./sfnt.ts";

/** Names of the glyphs for figures of equal width, 0 … 9. */
const TABULAR = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"].map((n) => `${n}.tf`);

/**
 * A smaller TrueType font with only the glyphs of the given characters, for embedding: 340 kB become about 20.
 * Kerning and other layout features are left out; the name table stays, since it holds the licence.
 * With `tabular`, the digits 0 … 9 are those of equal width, where the font has them.
 *
 * @throws RangeError when the bytes are not a TrueType font
 * @see OpenType specification 1.9, chapters cmap, glyf, loca, hmtx
 */
export function subsetFont(bytes: Uint8Array, characters: string, { tabular = false } = {}): Uint8Array {
  const font = openFont(bytes);
  const wanted = wantedGlyphs(font, characters, tabular);
  const glyphs = [...new Set([0, ...wanted.values()])]; // glyph 0 must stay the empty box
  for (let i = 0; i < glyphs.length; i++) {
    for (const part of components(glyph(font, glyphs[i]!))) if (!glyphs.includes(part.glyph)) glyphs.push(part.glyph);
  }
  return assemble(font, glyphs, wanted);
}

/** Code point → glyph, ascending, for the characters of the basic plane that the font has. */
function wantedGlyphs(font: Tables, characters: string, tabular: boolean): Map<number, number> {
  const glyphOf = characterMap(font);
  const names = tabular ? glyphNames(font) : new Map<string, number>();
  const codes = [...new Set(characters)].map((character) => character.codePointAt(0)!).filter((code) => code < 0xffff);
  const pairs = codes.map((code) => [code, names.get(TABULAR[code - 48] ?? "") ?? glyphOf(code)] as const);
  return new Map(pairs.filter(([, id]) => id > 0).sort(([a], [b]) => a - b));
}

/** Outline of a glyph; empty for a space. */
function glyph(font: Tables, id: number): DataView {
  const [loca, glyf, long] = [table(font, "loca"), table(font, "glyf"), table(font, "head").getInt16(50) === 1];
  const offset = (i: number) => (long ? loca.getUint32(4 * i) : 2 * loca.getUint16(2 * i));
  return new DataView(glyf.buffer, glyf.byteOffset + offset(id), offset(id + 1) - offset(id));
}

/** Glyphs that a composite glyph consists of, and where in its outline their numbers stand. */
function components(outline: DataView): { glyph: number; at: number }[] {
  const parts: { glyph: number; at: number }[] = [];
  if (outline.byteLength === 0 || outline.getInt16(0) >= 0) return parts;
  for (let at = 10, more = true; more; ) {
    const flags = outline.getUint16(at);
    parts.push({ glyph: outline.getUint16(at + 2), at: at + 2 });
    at += 4 + (flags & 1 ? 4 : 2) + (flags & 8 ? 2 : flags & 0x40 ? 4 : flags & 0x80 ? 8 : 0);
    more = (flags & 0x20) !== 0;
  }
  return parts;
}

function assemble(font: Tables, glyphs: number[], wanted: Map<number, number>): Uint8Array {
  const outlines = glyphs.map((id) => renumbered(glyph(font, id), glyphs));
  const starts = [0];
  for (const outline of outlines) starts.push(starts.at(-1)! + padded(outline.length));
  const metrics = glyphs.flatMap((id) => [advanceOf(font, id), sideBearing(font, id)]);
  const tables: [string, Uint8Array][] = [
    ["OS/2", copy(table(font, "OS/2"))],
    ["cmap", characterTable([...wanted].map(([code, id]) => [code, glyphs.indexOf(id)]))],
    ["glyf", concatenate(outlines.map((outline) => fill(outline, padded(outline.length))))],
    [
      "head",
      patched(copy(table(font, "head")), [
        [8, 0],
        [10, 0],
        [50, 1],
      ]),
    ],
    ["hhea", patched(copy(table(font, "hhea")), [[34, glyphs.length]])],
    ["hmtx", words(metrics)],
    ["loca", words(starts.flatMap((start) => [start >>> 16, start & 0xffff]))],
    ["maxp", patched(copy(table(font, "maxp")), [[4, glyphs.length]])],
    ["name", copy(table(font, "name"))],
    [
      "post",
      patched(copy(table(font, "post")).slice(0, 32), [
        [0, 3],
        [2, 0],
      ]),
    ], // format 3: no glyph names
  ];
  return fontFile(tables);
}

function renumbered(outline: DataView, glyphs: number[]): Uint8Array {
  return patched(
    copy(outline),
    components(outline).map(({ glyph, at }) => [at, glyphs.indexOf(glyph)]),
  );
}

function sideBearing(font: Tables, id: number): number {
  const widths = table(font, "hhea").getUint16(34);
  return table(font, "hmtx").getUint16(id < widths ? 4 * id + 2 : 4 * widths + 2 * (id - widths));
}

/** A character map of format 4, each character a segment of its own; ends with the segment that must be there. */
function characterTable(pairs: [number, number][]): Uint8Array {
  const segments = [...pairs, [0xffff, 0] as [number, number]];
  const n = segments.length;
  const power = 2 ** Math.floor(Math.log2(n));
  const codes = segments.map(([code]) => code);
  const deltas = segments.map(([code, id]) => (code === 0xffff ? 1 : (id - code) & 0xffff));
  const header = [0, 1, 3, 1, 0, 12]; // version 0, one subtable: Windows, Unicode, at byte 12
  const search = [2 * n, 2 * power, Math.log2(power), 2 * (n - power)];
  return words([...header, 4, 16 + 8 * n, 0, ...search, ...codes, 0, ...codes, ...deltas, ...codes.map(() => 0)]);
}
