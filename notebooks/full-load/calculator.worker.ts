import { LocalObserver } from "../../src/experiment/observer.ts";
import { runStudy } from "../../src/experiment/run-study.ts";
import type { Result } from "../../src/result.ts";
import type { Study } from "../../src/spec.ts";
import { answerWith } from "../laboratory/reply.ts";
import { exactly } from "./exact.ts";
import type { Setting } from "./setting.ts";

/* The product's own engine and its exact theory, away from the page. */

/** What the page asks for; each of these has its own kind of answer. */
export type Question = { study: Study } | { exact: Setting };

/** Figures of theory that can be sent from thread to thread. */
export interface Figures {
  /** Mean waiting time [s]. */
  waitingTime: number;
  /** L: mean number in the system. */
  numberInSystem: number;
  /** Probability that a message has to wait. */
  delayed: number;
}

answerWith((question: Question): Promise<Result> | Figures => {
  if ("study" in question) return simulated(question.study);
  return figuresOf(question.exact);
});

function simulated(study: Study): Promise<Result> {
  const clock = () => performance.now() / 1000;
  return runStudy(study, { pool: new LocalObserver(), clock, version: "", engine: "queuelab", specHash: "" });
}

function figuresOf(setting: Setting): Figures {
  const { waitingTime, numberInSystem, waitingTail } = exactly(setting);
  return { waitingTime, numberInSystem, delayed: waitingTail(0) };
}
