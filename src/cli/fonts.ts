import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Fonts } from "../report/page/embedded-fonts.ts";

const { resolve } = createRequire(import.meta.url);

/** The TrueType files of Inter, regular and semibold, which come with the product: no system has the same fonts. */
export const FONT_FILES = {
  regular: resolve("@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf"),
  semibold: resolve("@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf"),
};

export function readFonts(): Fonts {
  return { regular: readFileSync(FONT_FILES.regular), semibold: readFileSync(FONT_FILES.semibold) };
}
