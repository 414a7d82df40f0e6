import { join } from "node:path";
import { draw } from "../draw.ts";
import { readFonts } from "../fonts.ts";
import { makeFolder } from "../make-folder.ts";
import { complain } from "../problems.ts";
import { writeAtomically } from "../write-atomically.ts";
import type { AnsweredPoint } from "./answered.ts";
import { theoryCharts } from "./charts.ts";

/** Draws the charts of an answer into a folder, and says where. */
export async function drawTheory(
  points: readonly AnsweredPoint[],
  { name, folder }: { name: string; folder: string },
): Promise<void> {
  const charts = theoryCharts(points, name);
  if (charts.length === 0) {
    complain("There is nothing to draw: theory gives no law of times here, and no sweep of numbers was asked for.");
    return;
  }
  const fonts = readFonts();
  makeFolder(folder);
  for (const chart of charts) {
    const drawn = await draw(chart, fonts);
    for (const ending of ["svg", "png", "vl.json"] as const) {
      const content = drawn[ending];
      if (content !== null) writeAtomically(join(folder, `${chart.name}.${ending}`), content);
    }
    complain(`Chart: ${join(folder, `${chart.name}.svg`)}`);
  }
}
