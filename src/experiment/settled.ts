import { GROUP } from "../model/observation.ts";
import type { Model, Run } from "../spec.ts";
import { isGrowing } from "../stats/quality.ts";
import type { Series } from "../stats/series.ts";
import { warmUp } from "../stats/warm-up.ts";
import { overloads } from "../traffic/load.ts";
import { added, type Sample } from "./sample.ts";

/** A sample less its warm-up, and what is wrong with all of it. */
export interface Settled {
  sample: Sample;
  /** Quality codes that hold for every row of the point. */
  quality: string[];
  /** Queues that cannot keep up, in words. */
  unstable: { where: string; text: string }[];
}

export function settledSample(whole: Sample, model: Model, run: Run): Settled {
  const batches = whole.observations[0].batches.length;
  const { cut, tooShort } = run.mode === "transient" ? { cut: 0, tooShort: false } : truncation(whole, model, run);
  const unstable = run.mode === "transient" ? [] : [...unstableQueues(model), ...growingQueues(whole, model)];
  const quality = [];
  if (unstable.length > 0) quality.push("unstable");
  if (tooShort) quality.push("too-short");
  const groups = Math.min(Math.ceil(cut / GROUP), Math.ceil(batches / GROUP) - 1); // histograms begin with a group
  return { sample: whole.from(GROUP * groups), quality, unstable };
}

/** The warm-up that was asked for, or as long as the slowest queue's level takes to settle. */
function truncation(whole: Sample, model: Model, run: Run): { cut: number; tooShort: boolean } {
  const { batches } = whole.observations[0];
  if (run.warmup !== "auto") {
    let seconds = 0;
    let cut = 0;
    while (cut < batches.length && seconds < run.warmup * (1 - 1e-9)) seconds += batches[cut++].seconds;
    return { cut, tooShort: cut >= batches.length };
  }
  const lengths = whole.seconds;
  const levels = model.queues.map((queue) => meanLevel(whole.of(queue.name, "numberInSystem"), lengths));
  const { batches: cut, tooShort } = warmUp([added(levels[0], ...levels.slice(1)), ...levels]);
  return { cut, tooShort };
}

/** A level's integral over each batch, divided by its length. */
function meanLevel(integral: Series, lengths: Series): Series {
  return integral.map((run, r) => run.map((area, b) => area / lengths[r][b]));
}

/** Queues whose length rose through the whole run, though their load does not say why. */
function growingQueues(whole: Sample, model: Model): Settled["unstable"] {
  const known = new Set(overloads(model)?.map(({ queue }) => queue));
  const lengths = whole.seconds;
  return model.queues
    .filter(({ name, parking }) => !parking && !known.has(name))
    .filter(({ name }) => isGrowing(meanLevel(whole.of(name, "numberInSystem"), lengths)))
    .map(({ name }) => ({
      where: name,
      text: `${name} grew through the whole run; its averages describe the run, not the system.`,
    }));
}

/** Queues that cannot keep up, by the traffic equations. */
function unstableQueues(model: Model): Settled["unstable"] {
  const found = overloads(model);
  if (found === null) {
    const text = "Messages multiply faster than they leave: what consumers publish comes back as more than they took.";
    return [{ where: "system", text }];
  }
  return found.map(({ queue, load }) => ({
    where: queue,
    text: `${queue} cannot keep up: ${load.toPrecision(3)} times as much work arrives as its consumers can do, so it grows as long as it runs.`,
  }));
}
