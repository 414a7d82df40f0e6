import { type Judged, judgedMean, judgedPercentile } from "../../src/experiment/judge.ts";
import type { Measure } from "../../src/experiment/measure.ts";
import { measuresOf } from "../../src/experiment/measures.ts";
import { LocalObserver } from "../../src/experiment/observer.ts";
import type { PointRun } from "../../src/experiment/point-run.ts";
import { runPoints } from "../../src/experiment/run-study.ts";
import { Sample } from "../../src/experiment/sample.ts";
import { settledSample } from "../../src/experiment/settled.ts";
import type { Study } from "../../src/spec.ts";
import { percentileOf } from "../../src/theory/predictions.ts";
import { studyOf } from "../../src/verify/study.ts";
import type { Look, Trial } from "./trial.ts";

/** What one seed gives for each look of a trial, by the path that `queuelab run` takes, less theory and curves. */
export async function runTrial(trial: Trial, seed: number): Promise<Judged[]> {
  const study = studyOf(trial.name, trial.model, { ...trial.run, seed });
  const [run] = await runPoints(study, { pool: new LocalObserver(), clock: () => 0 });
  return judgedLooks(trial, study, run);
}

function judgedLooks({ model, looks }: Trial, { run }: Study, { layout, observations }: PointRun): Judged[] {
  const { sample, quality } = settledSample(new Sample(layout, observations), model, run);
  const measures = measuresOf(model, sample);
  return looks.map((look) => {
    const value = judged(look, measures, run.confidence);
    // as in a row of the result: the flags of the point, and those of the value
    return { ...value, quality: [...new Set([...quality, ...value.quality])] };
  });
}

function judged(look: Look, measures: Measure[], confidence: number): Judged {
  const measure = measures.find(
    (one) => one.where === look.where && one.class === look.class && one.metric === look.metric,
  );
  if (measure === undefined) throw new Error(`${look.metric} at ${look.where} is not measured`);
  const p = percentileOf(look.statistic);
  return p === null ? judgedMean(measure, confidence) : judgedPercentile(measure, p, confidence);
}
