import { mean } from "../random/moments.ts";
import type { Model, Pool } from "../spec.ts";
import { overloads } from "../traffic/load.ts";
import { publishedRate } from "./flow.ts";

/** Copies inside with which a run that only multiplies is stopped: some fifty megabytes. */
export const MOST_INSIDE = 400_000;

/** How fast the copies of a model whose messages multiply may become more. */
export interface Multiplying {
  /** Messages that are published [1/s]. */
  published: number;
  /** Copies that come of those inside: of each, at most [1/s], and of all together, at most [1/s]. */
  ofEach: number;
  ofAll: number;
}

/** Null for a model whose messages do not multiply faster than they leave, and so need no watching. */
export function multiplyingOf(model: Model): Multiplying | null {
  if (overloads(model) !== null) return null;
  const rates = model.pools.map((pool) => ({ servers: pool.replicas * pool.concurrency, each: offspring(pool) }));
  return {
    published: publishedRate(model),
    ofEach: Math.max(...rates.map(({ each }) => each)),
    ofAll: rates.reduce((sum, { servers, each }) => sum + servers * each, 0),
  };
}

/** Copies that a busy server makes at most [1/s]. */
function offspring({ service, then }: Pool): number {
  const times = service.by === "class" ? service.law.map(mean) : service.times;
  const shortest = Math.min(...times.filter((time) => time > 0));
  return Math.max(0, ...then.map(({ to }) => to.length)) / shortest;
}

/** How long a run may go on unwatched [s] until there may be {@link MOST_INSIDE}: what is inside grows like eᵏᵗ at most. */
export function unwatched({ published, ofEach, ofAll }: Multiplying, inside: number): number {
  const room = MOST_INSIDE - inside;
  const byServers = room / (ofAll + published);
  if (ofEach === 0) return byServers;
  const byCopies = Math.log((ofEach * MOST_INSIDE + published) / (ofEach * inside + published)) / ofEach;
  return Math.max(byServers, byCopies);
}
