import type { Entity, Facility, SimJs, Simulator } from "./simjs.ts";

/** simjs's clock, events and servers, as far as the reference engine uses them. */
export class World {
  /** Events fired so far. */
  fired = 0;
  private readonly simjs: SimJs;
  private readonly simulator: Simulator;
  private readonly everyone: Entity;

  constructor(simjs: SimJs) {
    this.simjs = simjs;
    this.simulator = new simjs.Sim();
    this.everyone = new simjs.Entity(this.simulator);
  }

  /** Simulated time [s]. */
  get now(): number {
    return this.simulator.time();
  }

  /** Whether anything is still to come. */
  get pending(): boolean {
    return this.simulator.queue.data.length > 0;
  }

  /** Acts at a time [s]. simjs's own timers take a delay, and adding it to the clock would round. */
  at(time: number, act: () => void): void {
    const request = new this.simjs.Request(this.everyone, this.now, time);
    this.simulator.queue.insert(request.done(act));
  }

  /** Servers alike behind one unlimited queue, which serve in order of arrival. */
  servers(name: string, count: number): Facility {
    const facility = new this.simjs.Facility(name, this.simjs.Facility.FCFS, count);
    // A service that ends at time 0 asks the facility for the time, which it cannot tell by itself.
    return Object.assign(facility, { time: () => this.now });
  }

  /** Queues for a server, keeps it for `duration` [s] and then acts. */
  use(facility: Facility, duration: number, act: () => void): void {
    this.everyone.useFacility(facility, duration).done(act);
  }

  /** Fires every event before `horizon` [s]. simjs's own `simulate` would lose the first one after it. */
  run(horizon: number): void {
    const { data } = this.simulator.queue;
    while (data.length > 0 && data[0].deliverAt < horizon) {
      this.simulator.step();
      this.fired++;
    }
  }
}
