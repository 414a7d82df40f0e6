import type { Distribution } from "../random/distribution.ts";

/** Something that a station does besides, of which theory knows, but which models do not describe. */
export type Twist =
  /** The server takes `least` to `most` messages at once and serves them together. */
  | { kind: "bulk"; least: number; most: number }
  /** A server that finds no work is away for a while, and again until it finds some. */
  | { kind: "vacations"; absence: Distribution }
  /** A server without work goes off, and takes a while to come back when work arrives. */
  | { kind: "set-up"; time: Distribution }
  /** Servers fail, idle or busy, and are repaired, each after an exponential time of this mean [s]. */
  | { kind: "breakdowns"; timeToFailure: number; repairTime: number }
  /** There is no queue: who finds the server busy tries again after exponential times of mean `every` [s]. */
  | { kind: "retrials"; every: number; who: "each" | "together" }
  /** Service fails with this chance, and the message joins the queue again. */
  | { kind: "feedback"; chance: number };

/** In words, as a part of what a station is. */
export function twistWords(twist: Twist): string {
  switch (twist.kind) {
    case "bulk":
      return `${twist.least} to ${twist.most} served together`;
    case "vacations":
      return "servers that take vacations";
    case "set-up":
      return "servers with a set-up time";
    case "breakdowns":
      return "servers that break down";
    case "retrials":
      return twist.who === "each" ? "retrials of each message" : "retrials, one at a time";
    case "feedback":
      return "services that fail and are repeated";
  }
}
