import type { Actor, Kernel } from "../engine/kernel.ts";
import type { Copies } from "./copies.ts";
import { Onward, type Worker } from "./onward.ts";
import { levelsOf } from "./order/by-priority.ts";
import { Fifo } from "./order/fifo.ts";
import type { PoolParts } from "./pool.ts";
import { type Inlet, type Sender, TAKEN, type Verdict } from "./protocol.ts";
import type { ServiceTimes } from "./service-times.ts";
import type { Subscription } from "./subscription.ts";

const IDLE = -1;

/**
 * Preemptive-resume priority: a more urgent copy takes a server from the least urgent one in service, which waits at
 * the head of its class and keeps what was done. Of equals, the one that arrived last gives way.
 *
 * A server's finish is an event; one that finds the server due at another time is stale and does nothing. Hot path.
 */
export class PreemptivePool implements Inlet, Actor, Worker {
  private readonly kernel: Kernel;
  private readonly copies: Copies;
  private readonly port: number;
  private readonly service: ServiceTimes;
  private readonly demandKnown: boolean;
  private readonly subscription: Subscription;
  private readonly onward: Onward;
  private readonly levelOfClass: Int32Array; // 0 = most urgent
  private readonly lines: Fifo[]; // those that wait, by level
  private readonly serving: Int32Array; // copies in service that could be interrupted, by level
  private readonly current: Int32Array; // copy, by server
  private readonly due: Float64Array; // s, by server
  private readonly idle: Int32Array; // stack of idle servers
  private idleCount = 0;

  /** @param priorities of the message classes; larger is more urgent */
  constructor(kernel: Kernel, copies: Copies, parts: PoolParts, priorities: number[]) {
    const servers = parts.replicas * parts.concurrency;
    this.kernel = kernel;
    this.copies = copies;
    this.port = kernel.register(this);
    this.service = parts.service;
    this.demandKnown = parts.demandKnown;
    this.subscription = parts.subscriptions[0];
    this.onward = new Onward(copies, parts.onward, this);
    this.levelOfClass = levelsOf(priorities);
    this.lines = Array.from({ length: Math.max(...this.levelOfClass) + 1 }, () => new Fifo(copies));
    this.serving = new Int32Array(this.lines.length);
    this.current = new Int32Array(servers).fill(IDLE);
    this.due = new Float64Array(servers).fill(Number.NaN);
    this.idle = Int32Array.from({ length: servers }, (_, i) => servers - 1 - i);
    this.idleCount = servers;
  }

  /** Copies served that wait to go on. */
  get held(): number {
    return this.onward.held;
  }

  offer(copy: number, _from: Sender, _seat: number): Verdict {
    const { copies } = this;
    const level = this.levelOf(copy);
    if (!this.demandKnown) copies.demand[copy] = this.service.draw(copies.cls[copy]);
    copies.place[copy] = 0; // 1 once its service has begun
    if (this.idleCount > 0) this.start(copy, this.idle[--this.idleCount]);
    else {
      const victim = this.victim(level);
      if (victim === IDLE) this.lines[level].add(copy);
      else {
        this.interrupt(victim);
        this.start(copy, victim);
      }
    }
    return TAKEN;
  }

  /** The service at `server` is over, unless the event is stale. */
  fire(_what: number, server: number): void {
    if (this.due[server] !== this.kernel.now) return;
    const copy = this.current[server];
    this.due[server] = Number.NaN;
    this.serving[this.levelOf(copy)]--;
    this.copies.holder[copy] = server;
    if (this.onward.send(copy)) this.release(copy);
  }

  release(copy: number): void {
    const server = this.copies.holder[copy];
    this.subscription.serving(copy, -1);
    this.current[server] = IDLE;
    const line = this.lines.find((one) => one.length > 0);
    if (line === undefined) this.idle[this.idleCount++] = server;
    else this.start(line.take(), server);
    this.subscription.settle(copy, 0);
  }

  private start(copy: number, server: number): void {
    const { now } = this.kernel;
    const { place, demand } = this.copies;
    if (place[copy] === 0) this.subscription.started(copy);
    else this.subscription.serving(copy, 1);
    place[copy] = 1;
    this.serving[this.levelOf(copy)]++;
    this.current[server] = copy;
    this.due[server] = now + demand[copy];
    this.kernel.schedule(this.due[server], this.port, server);
  }

  private interrupt(server: number): void {
    const { now } = this.kernel;
    const copy = this.current[server];
    const level = this.levelOf(copy);
    this.copies.demand[copy] = this.due[server] - now;
    this.serving[level]--;
    this.subscription.serving(copy, -1);
    this.lines[level].addFirst(copy);
  }

  /** The server that must give way to a copy of `level`; IDLE when none is less urgent. Blocked copies stay. */
  private victim(level: number): number {
    let least = this.serving.length - 1;
    while (least > level && this.serving[least] === 0) least--;
    let victim = IDLE;
    if (least <= level) return victim;
    for (let server = 0; server < this.current.length; server++) {
      if (this.levelOf(this.current[server]) !== least || Number.isNaN(this.due[server])) continue;
      if (victim === IDLE || this.arrived(server) > this.arrived(victim)) victim = server;
    }
    return victim;
  }

  private arrived(server: number): number {
    return this.copies.entered[this.current[server]];
  }

  private levelOf(copy: number): number {
    return this.levelOfClass[this.copies.cls[copy]];
  }
}
