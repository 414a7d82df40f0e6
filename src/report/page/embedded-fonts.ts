import { subsetFont } from "../font/subset.ts";

/** TrueType files of Inter in two weights. */
export interface Fonts {
  regular: Uint8Array;
  semibold: Uint8Array;
}

/**
 * The `@font-face` rules of a page, with just the glyphs of its characters inside as data. A third face holds figures
 * of equal width, for tables; a page picks it by name and every other character falls through to Inter.
 */
export function fontFaces({ regular, semibold }: Fonts, characters: string): string {
  return [
    face("Inter", 400, subsetFont(regular, characters)),
    face("Inter", 600, subsetFont(semibold, characters)),
    face("Inter Tabular", 400, subsetFont(regular, "0123456789", { tabular: true })),
  ].join("\n");
}

const face = (family: string, weight: number, font: Uint8Array): string =>
  `@font-face { font-family: "${family}"; font-weight: ${weight}; src: url(data:font/ttf;base64,${base64(font)}) format("truetype"); }`;

function base64(bytes: Uint8Array): string {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}
