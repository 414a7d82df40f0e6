import { mapPhC } from "../../src/queueing/map-ph-c.ts";
import { poissonArrivals } from "../../src/queueing/markovian-arrivals.ts";
import { mdc } from "../../src/queueing/mdc.ts";
import { mg1Law } from "../../src/queueing/mg1.ts";
import { mmc } from "../../src/queueing/mmc.ts";
import { erlangPhases, hyperexponentialPhases, type PhaseType } from "../../src/queueing/phase-type.ts";
import type { NumberLaw, SojournLaw, Spread, SteadyState, WaitingLaw } from "../../src/queueing/steady-state.ts";
import { erlangLaw, hyperexponentialLaw, type TimeLaw } from "../../src/queueing/time-law.ts";
import type { Distribution } from "../../src/random/distribution.ts";
import { arrivalRate, SERVICE_TIME, type Setting } from "./setting.ts";

/** What theory says of a setting. */
export type Exact = SteadyState & Spread & WaitingLaw & SojournLaw & NumberLaw;

/**
 * The exact answer at a setting: a closed form where there is one, else the Markov chain solved.
 *
 * @throws UnstableQueueError when the load is not below 1
 */
export function exactly(setting: Setting): Exact {
  const { consumers, service } = setting;
  const { law } = service;
  const lambda = arrivalRate(setting);
  if (law.dist === "exponential") return mmc(lambda, 1 / SERVICE_TIME, consumers);
  if (law.dist === "constant") return mdc(lambda, SERVICE_TIME, consumers);
  if (consumers === 1) return mg1Law(lambda, timeLawOf(law));
  return mapPhC(poissonArrivals(lambda), phasesOf(law), consumers);
}

function timeLawOf(law: Distribution): TimeLaw {
  if (law.dist === "erlang") return erlangLaw(law.stages, law.mean);
  return hyperexponentialLaw(...branchesOf(law));
}

function phasesOf(law: Distribution): PhaseType {
  if (law.dist === "erlang") return erlangPhases(law.stages, law.mean);
  return hyperexponentialPhases(...branchesOf(law));
}

/** Probabilities and means [s] of the branches. */
function branchesOf(law: Distribution): [probabilities: number[], means: number[]] {
  if (law.dist !== "hyperexponential")
    throw new RangeError(`no exact theory here for a service time that is ${law.dist}`);
  return [law.branches.map(({ probability }) => probability), law.branches.map(({ mean }) => mean)];
}
