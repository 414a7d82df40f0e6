import { plain, quantity } from "../../src/report/format.ts";
import { html } from "../../src/report/page/markup.ts";
import { littleGap, littlesLaw } from "../../src/report/table/little.ts";
import { element } from "../laboratory/figure.ts";
import type { Run } from "./run.ts";
import { QUEUE } from "./system.ts";
import { brief, wholeSeconds } from "./words.ts";

/** Little's law with the numbers of the run, step by step. */
export function littleInNumbers({ result }: Run): HTMLElement {
  const law = littlesLaw(result).find(({ where }) => where === QUEUE);
  if (law === undefined) throw new Error("the run has no numbers for Little's law");
  const n = law.messages.toLocaleString("en-US");
  const [t, sum] = [law.seconds, law.latency * law.messages].map(wholeSeconds);
  const [rate, latency] = [quantity(law.throughput, "1/s", "throughput"), quantity(law.latency, "s", "latency")];
  return element(html`<div class="law">
<p>N = ${n} messages passed in t = ${t!}; together they spent Σt<sub>i</sub> = ${sum!} inside.</p>
<p><b>Throughput</b> T = N/t = ${n} / ${t!} = ${rate}</p>
<p><b>Latency</b> L = Σt<sub>i</sub>/N = ${sum!} / ${n} = ${latency}</p>
<p><b>Queue</b> Q = T·L = ${rate} × ${latency} = <b>${plain(law.queue)}</b> messages</p>
<p>Counted independently, as the level over time: <b>${plain(law.observed)}</b> messages. ${difference(littleGap(law))}</p>
</div>`);
}

function difference(gap: number): string {
  const percent = Math.abs(100 * gap);
  return percent < 0.01 ? "They differ by less than 0.01\u00a0%." : `They differ by ${brief(percent)}\u00a0%.`;
}
