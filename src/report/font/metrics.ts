import { advanceOf, characterMap, openFont, table } from "./sfnt.ts";

/** How wide a text is in a font: what a headless Vega needs to leave the right room for labels. */
export interface FontMetrics {
  /** Width [px] of `text` at `size` [px] per em; `bold` from weight 600 on. */
  width(text: string, size: number, bold: boolean): number;
}

/**
 * Measures with the fonts' own advance widths; kerning is left out, as it is in the fonts that a page embeds.
 * @throws RangeError when one of the two is not a TrueType font
 */
export function fontMetrics(regular: Uint8Array, semibold: Uint8Array): FontMetrics {
  const [light, heavy] = [advances(regular), advances(semibold)];
  return {
    width(text, size, bold) {
      let ems = 0;
      for (const character of text) ems += (bold ? heavy : light)(character.codePointAt(0)!);
      return ems * size;
    },
  };
}

/** Advance of a code point in ems, remembered. */
function advances(bytes: Uint8Array): (code: number) => number {
  const font = openFont(bytes);
  const glyphOf = characterMap(font);
  const unitsPerEm = table(font, "head").getUint16(18);
  const known = new Map<number, number>();
  return (code) => {
    const advance = known.get(code) ?? advanceOf(font, glyphOf(code)) / unitsPerEm;
    known.set(code, advance);
    return advance;
  };
}
