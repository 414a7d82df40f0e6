import type { Source } from "../../random/deck.ts";
import type { Name } from "../../spec.ts";
import type { Chain } from "./chain.ts";
import type { Rows } from "./rows.ts";
import type { Stage } from "./stage.ts";

/** Where producers lead to a stage. */
export interface Entrance {
  stage: Stage;
  /** Lets messages arrive at given times, which are counted at slot `published`. */
  feed(times: Source, published: number): void;
}

/** The chains of a model. Nothing else can see what happens in them, so each is run by itself. */
export class Chains {
  /** Entrances, by queue. */
  readonly entrances: Map<Name, Entrance>;
  readonly copies: Rows;
  private readonly chains: Chain[];

  constructor(chains: Chain[], entrances: Map<Name, Entrance>, copies: Rows) {
    this.chains = chains;
    this.entrances = entrances;
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
