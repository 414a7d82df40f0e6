import type { Rows } from "./rows.ts";

/** Something that nothing outside of it can see: a {@link Chain}, or a {@link Stage} that is one by itself. */
export interface Independent {
  /** Whether anything is still to happen. */
  readonly pending: boolean;
  /** Arrivals from outside and ends of services so far. */
  readonly fired: number;
  /** Does all that happens before `horizon` [s]. */
  run(horizon: number): void;
}

/** The chains of a model. Nothing else can see what happens in them, so each is run by itself. */
export class Chains {
  readonly copies: Rows;
  private readonly chains: Independent[];

  constructor(chains: Independent[], copies: Rows) {
    this.chains = chains;
    this.copies = copies;
  }

  /** Whether anything is still to happen. */
  get pending(): boolean {
    return this.chains.some((chain) => chain.pending);
  }

  /** Arrivals from outside and ends of services so far. */
  get fired(): number {
    return this.chains.reduce((sum, chain) => sum + chain.fired, 0);
  }

  /** Does all that happens before `horizon` [s]. */
  run(horizon: number): void {
    for (const chain of this.chains) chain.run(horizon);
  }
}
