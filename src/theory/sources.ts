import type { Model, Name, Pool, Producer, Queue } from "../spec.ts";
import { FlowGraph } from "./flow-graph.ts";

/** What is upstream of a queue. */
export interface Source {
  /** Why what comes is not as if it were Poisson; null if it is. */
  why: string | null;
  /** Whether messages of the queue come back to it. */
  looped: boolean;
  /** A queue upstream that hands classes on in order of their priority; null if there is none. */
  sorter: Name | null;
}

/** What flows out of a group of queues, in so far as it matters further down. */
interface Outflow {
  why: string | null;
  sorter: Name | null;
}

const NOTHING: Outflow = { why: null, sorter: null };

/**
 * What is upstream of each queue of a model. Streams from outside must be Poisson, and every station on the way
 * quasi-reversible, so that its departures are Poisson (Burke 1956) or, where messages come back, the whole has product
 * form (Jackson 1957; Baskett, Chandy, Muntz & Palacios 1975).
 */
export class Sources {
  readonly graph: FlowGraph;
  private readonly queues: Map<Name, Queue>;
  private readonly ranks: boolean;
  private readonly found = new Map<Name, Source>();
  private readonly out = new Map<Name, Outflow>();

  constructor(model: Model) {
    this.graph = new FlowGraph(model);
    this.queues = new Map(model.queues.map((queue) => [queue.name, queue]));
    this.ranks = new Set(model.classes.map(({ priority }) => priority)).size > 1;
    for (const part of this.graph.parts) this.follow(part);
  }

  of(queue: Name): Source {
    return this.found.get(queue)!;
  }

  /** Finds out what comes into a part, and from it what goes out. */
  private follow(part: Name[]): void {
    const inside = new Set(part);
    const looped = this.graph.isCyclic(part);
    const above = part.flatMap((name) =>
      this.graph
        .feedersOf(name)
        .flatMap(({ from }) => from.map(({ queue }) => queue).filter((queue) => !inside.has(queue))),
    );
    const coming = [...part.map((name) => this.fromOutside(name)), ...new Set(above)].map((one) =>
      typeof one === "string" ? this.out.get(one)! : one,
    );
    const own = part.map((name) => this.station(name));
    const into = merged(looped ? [...coming, ...own] : coming);
    const out = merged([into, ...own]);
    for (const name of part) {
      this.found.set(name, { why: into.why, looped, sorter: into.sorter });
      this.out.set(name, out);
    }
  }

  private fromOutside(queue: Name): Outflow {
    if (this.graph.meetsItself(queue)) return { ...NOTHING, why: "copies of one message come to it on several ways" };
    const other = this.graph.producersOf(queue).find((producer) => !isPoisson(producer));
    return other === undefined ? NOTHING : { ...NOTHING, why: described(other) };
  }

  /** What a station does to the stream that passes it. */
  private station(name: Name): Outflow {
    const queue = this.queues.get(name)!;
    const pools = this.graph.takersOf(name);
    const [pool] = pools;
    if (pool === undefined) return NOTHING; // nothing leaves it
    const why =
      pools.length > 1
        ? `${pools.length} consumer pools take from ${name}, which feeds it`
        : notReversible(pool, queue);
    const sorts = this.ranks && (queue.order === "priority" || pool.serve === "preemptive");
    return { why, sorter: sorts ? name : null };
  }
}

function merged(flows: Outflow[]): Outflow {
  const first = (key: keyof Outflow) => flows.find((flow) => flow[key] !== null)?.[key] ?? null;
  return { why: first("why"), sorter: first("sorter") };
}

export function isPoisson({ arrivals, batch, profile }: Producer): boolean {
  return arrivals.process === "poisson" && profile === null && batch.discrete === "constant" && batch.value === 1;
}

function described({ name, arrivals, profile, batch }: Producer): string {
  if (profile !== null) return `the rate of ${name} varies with time`;
  const single = batch.discrete === "constant" && batch.value === 1;
  if (arrivals.process === "poisson" && !single) return `${name} publishes in batches`;
  if (arrivals.process === "closed") return `the clients of ${name} wait for answers`;
  if (arrivals.process === "times") return `${name} replays recorded times`;
  return `${name} does not publish a Poisson stream`;
}

/** Why what leaves a pool is not a Poisson stream, if what arrives is one; null if it is. */
function notReversible(pool: Pool, queue: Queue): string | null {
  if (Number.isFinite(queue.limit.amount)) return `${queue.name} can be full`;
  if (pool.from.length > 1) return `${pool.name} takes from several queues`;
  if (pool.service.by !== "class") return `service at ${pool.name} is recorded`;
  if (pool.serve === "shared") return null; // whatever the laws of service
  const [first] = pool.service.law;
  const exponential = first.dist === "exponential" && pool.service.law.every((law) => isSame(law, first));
  if (!exponential)
    return `service at ${pool.name} is not exponential and the same for all, so what leaves it is not Poisson`;
  if (pool.serve !== "one" || queue.order === "shortest") return `what leaves ${pool.name} is not a Poisson stream`;
  const inOneLine = pool.from[0].window === pool.concurrency;
  return inOneLine ? null : `${pool.name} takes messages ahead of time, so what leaves it is not Poisson`;
}

function isSame(a: object, b: object): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
