import type { Agreement, Caveat, Row, Theory } from "../result.ts";
import { normalQuantile } from "../special/normal.ts";
import { beyondChance } from "../stats/holm.ts";

/** Probability that a report flags anything although nothing is wrong, at most. */
const FALSE_ALARMS = 0.01;

type Compared = Row & { value: number; theory: Theory & { z: number } };

/** Holds all rows with exact theory against it at once, marks those beyond chance, and says what was compared. */
export function agreementOf(rows: Row[]): Agreement | null {
  const kinds = [...ofOneKind(comparedOf(rows)).values()];
  if (kinds.length === 0) return null;
  const flags = beyondChance(
    kinds.map(([{ theory }]) => theory.z),
    FALSE_ALARMS,
  );
  for (const { theory } of kinds.filter((_, i) => flags[i]).flat()) theory.refuted = true;
  return {
    compared: kinds.length,
    refuted: flags.filter((flag) => flag).length,
    falseAlarms: FALSE_ALARMS,
    threshold: -normalQuantile(FALSE_ALARMS / kinds.length / 2),
  };
}

/** One number may stand at several places, as the latency of a system is that of its only pool: it is compared once. */
function ofOneKind(rows: Compared[]): Map<string, Compared[]> {
  const kinds = new Map<string, Compared[]>();
  for (const row of rows) {
    const key = JSON.stringify([row.point, row.class, row.statistic, row.value, row.theory.value]);
    kinds.set(key, [...(kinds.get(key) ?? []), row]);
  }
  return kinds;
}

function comparedOf(rows: Row[]): Compared[] {
  return rows.filter((row): row is Compared => row.value !== null && row.theory?.z !== undefined);
}

/** A caveat for each point at which theory and simulation disagree beyond chance, naming the largest difference. */
export function disagreements(rows: Row[]): Caveat[] {
  const refuted = comparedOf(rows).filter(({ theory }) => theory.refuted);
  const points = [...new Set(refuted.map(({ point }) => point))];
  return points.map((point): Caveat => {
    const here = [...ofOneKind(refuted.filter((row) => row.point === point)).values()].map(([first]) => first);
    const worst = here.reduce((a, b) => (Math.abs(b.theory.z) > Math.abs(a.theory.z) ? b : a));
    return { point, where: worst.where, code: "disagreement", text: sentences(worst, here.length - 1) };
  });
}

function sentences({ where, metric, statistic, window, value, unit, theory }: Compared, others: number): string {
  const [simulated, exact] = [value, theory.value].map(
    (x) => `${Number(x.toPrecision(5))}${unit === "1" ? "" : ` ${unit}`}`,
  );
  const when = window === null ? "" : ` from ${window.map((time) => `${time.toLocaleString("en-US")} s`).join(" to ")}`;
  const more =
    others === 0
      ? ""
      : others === 1
        ? " So does one more figure of this point."
        : ` So do ${others} more figures of this point.`;
  return (
    `Theory and simulation disagree beyond chance: ${statistic} ${metric} at ${where}${when} is ${simulated}, where ` +
    `${theory.model} gives exactly ${exact}, ${Math.abs(theory.z).toFixed(1)} standard errors apart.${more} A difference ` +
    `this large comes by chance in at most one report of ${Math.round(1 / FALSE_ALARMS)}: either is wrong, or the run ` +
    "was too short for its intervals. Run it longer; if the difference stays, please report it."
  );
}
