import { GROUP } from "../model/observation.ts";
import type { Run } from "../spec.ts";
import { commonMeasure } from "../special/common-measure.ts";

/** Most steps in which a transient run is recorded. Percentiles are kept for each, so windows begin and end with one. */
export const MOST_STEPS = 60;

/**
 * Length of the batches of a transient run [s], such that its windows begin and end where a step does. Where the model
 * is too large for so many steps, they are as short as they may be.
 *
 * @param seconds how long the run is
 * @param batches most that the grid holds; when it is full, they are merged and no longer fit the windows
 */
export function transientBatch(seconds: number, windows: Run["windows"], batches: number): number {
  const most = Math.min(MOST_STEPS, Math.floor(batches / GROUP) - 1);
  const edges = windows.flat().filter((time) => time > 0 && time < seconds * (1 - 1e-9));
  const measure = edges.length === 0 ? seconds : commonMeasure(edges, seconds / most);
  if (measure === null) return seconds / most / GROUP;
  return measure / Math.max(1, Math.floor((most * measure) / seconds + 1e-9)) / GROUP;
}
