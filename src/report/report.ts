import type { Result } from "../result.ts";
import { chartsOf } from "./charts.ts";
import { fontMetrics } from "./font/metrics.ts";
import { document } from "./html.ts";
import type { Fonts } from "./page/embedded-fonts.ts";
import { svg } from "./render.ts";

/** Widths of pictures [px]: a column of text, and a phone held upright less its margins. */
export const WIDE = { width: 720 };
export const PHONE = { width: 358 };

/** The report of a result as one self-contained HTML page. */
export async function report(result: Result, fonts: Fonts): Promise<string> {
  const metrics = fontMetrics(fonts.regular, fonts.semibold);
  const { charts, notes } = chartsOf(result, WIDE);
  const phone = chartsOf(result, PHONE).charts;
  const figures = [];
  for (const [i, chart] of charts.entries()) {
    const wide = await svg(chart.spec, { fontMetrics: metrics, id: `w${i}` });
    const narrow = await svg(phone[i]!.spec, { fontMetrics: metrics, id: `n${i}` });
    figures.push({ chart, wide, narrow });
  }
  return document(result, { figures, notes, fonts });
}
