import type { Result, Row } from "../result.ts";
import { coordinate, estimate, plain, scaleFor, withSymbol } from "./format.ts";
import { numberAt, pointLabels, sweptNumber, sweptParameters } from "./points.ts";
import { measuredSentences } from "./prose/measured-sentences.ts";
import { rankingSentences } from "./prose/scenario-sentences.ts";
import { staySentences } from "./prose/stay-sentences.ts";
import { sweepSentences } from "./prose/sweep-sentences.ts";
import { transientSentences } from "./prose/transient-sentences.ts";
import { verdictSentences } from "./prose/verdict-sentences.ts";
import { mainSubject, type RowIndex, rowIndexOf, tailStatistic, trusted } from "./rows.ts";
import { agreement, agreementSentence, chanceSentences } from "./theory.ts";
import { windowName } from "./window-name.ts";
import { atPlace, capitalised, counted, statisticName } from "./words.ts";

/**
 * The answer in sentences with numbers, most important first: objectives, then how what was simulated
 * compares with what was measured, or else what the main metric does, losses,
 * agreement with theory, and what is missing. Every number is one of the result's reliable values.
 */
export function answer(result: Result): string[] {
  const measured = measuredSentences(result);
  const peaks = measured.length > 0 ? [] : transientSentences(result); // peaks are not what measurements are about
  const findings = [...measured, ...(result.made.mode === "transient" ? peaks : steadySentences(result))];
  return [
    ...verdictSentences(result),
    ...(findings.length > 0 ? findings : ["No value of this result is reliable enough for an answer."]),
    ...lossSentences(result),
    ...theorySentences(result),
    ...chanceSentences(result),
    ...(result.made.missing > 0
      ? [
          `The run was interrupted: ${counted(result.made.missing, "point")} of the study ${result.made.missing === 1 ? "is" : "are"} missing.`,
        ]
      : []),
  ];
}

/** Most classes with a sentence of their own. */
const MOST_CLASSES = 4;

function steadySentences(result: Result): string[] {
  const index = rowIndexOf(result);
  const subject = mainSubject(result, index);
  if (!subject) return [];
  const rows = index.all({ ...subject, statistic: tailStatistic(index, subject) });
  if (result.points.length === 1)
    return [...singleSentence(index.all(subject)[0], rows[0]!, index), ...staySentences(result, [0])];
  const parameter = sweptNumber(result, undefined);
  if (sweptParameters(result).length > 1) return rangeSentences(result, rows);
  if (!parameter) {
    const classes = index.classesOf(subject).slice(0, MOST_CLASSES);
    const ofClasses = classes.map((name) => index.all({ ...subject, class: name, statistic: rows[0]!.statistic }));
    const ranked = [rows, ...ofClasses].flatMap((each) => rankingSentences(result, each));
    return [...ranked, ...staySentences(result, [...result.points.keys()])];
  }
  const highest = Math.max(...parameter.numbers!);
  const there = rows.filter((row) => numberAt(parameter, result.points[row.point]!.at) === highest);
  const at = `${parameter.name} ${coordinate(parameter.values[parameter.numbers!.indexOf(highest)]!)}`;
  return [
    ...rankingSentences(result, there, { at, but: [parameter.name] }),
    ...sweepSentences(result, parameter, rows),
    ...staySentences(
      result,
      there.map(({ point }) => point),
    ),
  ];
}

/** Whether theory agrees with the main metric; at a single point, theory stands beside the numbers already. */
function theorySentences(result: Result): string[] {
  const index = rowIndexOf(result);
  const subject = mainSubject(result, index);
  if (!subject || result.points.length < 2) return [];
  const statistics = new Set(["mean", tailStatistic(index, subject)]);
  const checked = [...statistics]
    .map((statistic) => agreement(index, { ...subject, statistic }))
    .filter((each) => each !== null);
  return checked.length === 0 ? [] : [agreementSentence(checked)];
}

/** "Mean latency is 50.1 ms (49.5 – 50.7), where M/M/1 gives 50.0 ms; p99 latency is …; utilisation is 80.0 %." */
function singleSentence(mean: Row | undefined, tail: Row, index: RowIndex): string[] {
  const busy = index.everyAbout("utilization", "mean");
  const said = [mean, ...(tail.statistic === "mean" ? [] : [tail]), ...(busy.length === 1 ? busy : [])]
    .filter((row) => row !== undefined)
    .filter(trusted);
  const clauses = said.map((row) => {
    const theory = row.theory?.exact ? `, where ${row.theory.model} gives ${theoryText(row)}` : "";
    return `${atPlace(statisticName(row.metric, row.statistic), row.where)} is ${estimate(row)}${theory}`;
  });
  return clauses.length === 0 ? [] : [`${capitalised(clauses.join("; "))}.`];
}

/** In the unit of the value it stands beside. */
function theoryText({ value, theory, unit, metric }: Row): string {
  const { factor, symbol } = scaleFor(value ?? 0, unit, metric);
  return withSymbol(plain(theory!.value * factor), symbol);
}

/** Where a statistic is smallest and largest, when it is spread over a grid. */
function rangeSentences(result: Result, rows: readonly Row[]): string[] {
  const labels = pointLabels(result);
  const known = rows.filter(trusted).sort((a, b) => a.value - b.value);
  const [least, most] = [known[0], known.at(-1)];
  if (!least || !most || least === most) return [];
  const left = rows.length - known.length;
  const subject = capitalised(atPlace(statisticName(least.metric, least.statistic), least.where));
  const doubt = left === 0 ? "" : ` At ${left} of ${counted(rows.length, "point")} it is not reliable.`;
  return [
    `${subject} lies between ${estimate(least)} at ${labels[least.point]} and ${estimate(most)} at ${labels[most.point]}.${doubt}`,
  ];
}

/** Losses of the whole system, where there are any; nothing is said when nothing is known. */
function lossSentences(result: Result): string[] {
  const rows = result.rows
    .filter(
      (row) =>
        row.where === "system" &&
        row.class === "*" &&
        row.metric === "lossProbability" &&
        row.statistic === "mean" &&
        row.versus === null,
    )
    .filter(trusted);
  if (rows.length === 0) return [];
  const worst = rows.reduce((a, b) => (b.value > a.value ? b : a));
  const everywhere = new Set(rows.map(({ point }) => point)).size === result.points.length;
  if (worst.value === 0) return everywhere ? [`No message was lost${worst.window ? " in any window" : ""}.`] : [];
  const label = pointLabels(result)[worst.point]!;
  if (worst.window) {
    const place = [label, `the window ${windowName(worst.window)}`].filter((part) => part !== "").join(", ");
    return [`Losses are largest in ${place}: ${estimate(worst)} of its messages.`];
  }
  if (label === "") return [`Of all messages, ${estimate(worst)} were lost.`];
  const least = rows.reduce((a, b) => (b.value < a.value ? b : a));
  const smallest = rows.length > 1 && least.value < worst.value;
  const opposite = smallest ? `, and smallest at ${pointLabels(result)[least.point]}: ${estimate(least)}` : "";
  return [`Losses are largest at ${label}: ${estimate(worst)} of all messages${opposite}.`];
}
