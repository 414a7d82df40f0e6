import regular from "@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf?url";
import semibold from "@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf?url";
import type { ChartSpec } from "../../src/report/chart/picture.ts";
import { fontMetrics } from "../../src/report/font/metrics.ts";
import { svg } from "../../src/report/render.ts";
import { answerWith } from "./reply.ts";

/* Draws pictures as the reports do, away from the page: Vega needs room, and the right to compile expressions. */

const metrics = Promise.all([regular, semibold].map(bytesOf)).then(([light, heavy]) => fontMetrics(light!, heavy!));

void Promise.all([import("vega"), import("vega-lite")]); // `svg` asks for them again; by then they are here

answerWith(async ({ name, spec }: ChartSpec) =>
  svg(spec, { fontMetrics: await metrics, id: name.replace(/[^a-z0-9]/g, "") }),
);

async function bytesOf(url: string): Promise<Uint8Array> {
  return new Uint8Array(await (await fetch(url)).arrayBuffer());
}
