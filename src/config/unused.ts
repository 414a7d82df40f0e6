import type { ProblemList } from "./problem-list.ts";
import type { Settled } from "./settle.ts";
import { shown } from "./show.ts";

/** Warns of parameters that no model of a study uses: sweeping or changing them has no effect. */
export function warnOfUnused(settled: readonly Settled[], warnings: ProblemList): void {
  const used = new Set(settled.flatMap(({ parameters }) => [...parameters.used]));
  const [first] = settled;
  for (const name of first?.parameters.names ?? []) {
    if (used.has(name)) continue;
    const message = `Nothing uses the parameter ${shown(name)}, so changing it has no effect. Use it in an expression, or leave it out.`;
    warnings.add(first.parameters.place(name), ["parameters", name], { code: "parameter-unused", message });
  }
}
