import type { Model, Queue } from "../spec.ts";
import type { Answer, Rule } from "./answer.ts";
import { MARKOVIAN } from "./markovian.ts";
import { RENEWAL } from "./renewal.ts";
import { SINGLE_SERVER } from "./single-server.ts";
import { situationOf } from "./situation.ts";

/** Tried in this order; the first that applies answers. */
const RULES: Rule[] = [...MARKOVIAN.slice(0, -1), ...RENEWAL, ...SINGLE_SERVER, ...MARKOVIAN.slice(-1)];

/** Theory for a queue, or in words why there is none here. */
export function predict(model: Model, queue: Queue): Answer | { why: string } {
  const situation = situationOf(model, queue);
  if ("why" in situation) return situation;
  if (situation.input.kind === "unknown") return { why: situation.input.why };
  try {
    for (const recognise of RULES) {
      const answer = recognise(situation);
      if (answer !== null) return answer;
    }
  } catch (error) {
    if (error instanceof RangeError) return { why: error.message };
    throw error;
  }
  return { why: "no formula is known here for this combination of arrivals, service and order" };
}
