import type { Model, Pool } from "../spec.ts";
import { shareAlike } from "./alike.ts";
import { settleClasses } from "./classes.ts";
import { reach } from "./flow.ts";
import { LIMITS } from "./limits.ts";
import { find, type Located } from "./located.ts";
import { type ConsumerText, type ModelText, model as modelSchema } from "./model-schema.ts";
import { partNames, pathOf } from "./names.ts";
import { Parameters } from "./parameters.ts";
import { type Surroundings, settlePool, settleService } from "./pools.ts";
import type { Complaint } from "./problem.ts";
import type { ProblemList } from "./problem-list.ts";
import { settleProducer } from "./producers.ts";
import { settleQueue } from "./queues.ts";
import { checkSense } from "./sense.ts";
import { Setting } from "./setting.ts";
import { type Findings, Settling } from "./settling.ts";
import { shaped } from "./shape.ts";

export interface Settled {
  model: Model;
  parameters: Parameters;
}

/** Settles a model: every default filled in, every expression and file resolved. Undefined, with problems, if it cannot be. */
export function settleModel(root: Located, findings: Findings): Settled | undefined {
  const before = findings.problems.length;
  const text = tooManyParts(root, findings.problems) ? undefined : shaped(modelSchema, root, findings.problems);
  if (text === undefined) return undefined;
  const parameters = new Parameters(root, findings.problems);
  const settling = new Settling(root, parameters, findings);
  const model = settleParts(new Setting(text, []), settling);
  if (findings.problems.length === before) checkSense(model, text, settling);
  if (findings.problems.length > before) return undefined;
  shareAlike(model);
  return { model, parameters };
}

function settleParts(text: Setting<ModelText>, settling: Settling): Model {
  const names = partNames(text);
  const producerTexts = text.at("producers");
  const classes = settleClasses(producerTexts, settling);
  if (classes.length === 0) settling.refuseKey(producerTexts.path, NO_PRODUCER);
  if (classes.length * names.queues.size > LIMITS.classesTimesQueues)
    settling.problems.giveUp(settling.root.place, [], TOO_MANY_CLASSES);
  const producers = producerTexts
    .entries()
    .map(([name, setting]) => settleProducer(name, setting, { names, classes }, settling));
  const queueTexts = text.at("queues");
  const queues = [...names.queues].map((name) => settleQueue(name, queueTexts.at(name), settling));
  const orders = new Map(queues.map(({ name }) => [name, queueTexts.at(pathOf(name)[1]).at("order").value ?? "fifo"]));
  const pools = settlePools(text.at("consumers"), { names, classes, orders }, settling);
  const model: Model = { classes, producers, queues, pools };
  settleServices(model, text.at("consumers"), settling);
  return model;
}

type Consumers = Setting<NonNullable<ModelText["consumers"]>>;

function settlePools(consumers: Consumers, around: Surroundings, settling: Settling): Pool[] {
  return consumers
    .entries()
    .map(([name, setting]) => settlePool(name, setting as Setting<ConsumerText>, around, settling));
}

/** Service times come last: which classes need one follows from where all messages go. */
function settleServices(model: Model, consumers: Consumers, settling: Settling): void {
  const reached = reach(model);
  for (const pool of model.pools) {
    const setting = consumers.at(pathOf(pool.name)[1]).at("service");
    const classes = new Set(pool.from.flatMap(({ queue }) => [...(reached.get(queue) ?? [])]));
    pool.service = settleService(setting, classes, model.classes, settling);
  }
}

/** Counted before anything is looked at, since each part costs time. */
function tooManyParts(root: Located, problems: ProblemList): boolean {
  const parts = ["producers", "queues", "consumers"].reduce((sum, section) => {
    const node = find(root, [section]);
    return sum + (node?.is === "map" ? node.entries.size : 0);
  }, 0);
  if (parts <= LIMITS.parts) return false;
  const message = `The model has ${parts} producers, queues and consumers, and may have ${LIMITS.parts}.`;
  problems.add(root.place, [], { code: "too-many-parts", message });
  return true;
}

const NO_PRODUCER: Complaint = {
  code: "part-missing",
  message: "The model has no producer, so nothing would ever arrive. Add producers: {app: {rate: 80/s}}.",
};
const TOO_MANY_CLASSES: Complaint = {
  code: "too-many-parts",
  message: `Message classes times queues are more than ${LIMITS.classesTimesQueues}. Use fewer classes.`,
};
