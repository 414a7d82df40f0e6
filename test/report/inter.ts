import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fontMetrics } from "../../src/report/font/metrics.ts";

const require = createRequire(import.meta.url);
const read = (path: string): Uint8Array => readFileSync(require.resolve(`@expo-google-fonts/inter/${path}`));

/** Inter as the product ships it. */
export const inter = {
  regular: read("400Regular/Inter_400Regular.ttf"),
  semibold: read("600SemiBold/Inter_600SemiBold.ttf"),
};

export const interMetrics = fontMetrics(inter.regular, inter.semibold);
