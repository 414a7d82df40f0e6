/** One copy of a message, in one queue. */
export interface Copy {
  /** Publication of the message [s]. */
  readonly born: number;
  /** Index of its class. */
  readonly cls: number;
  /** Who waits for the message and all that follows from it; null for nobody. */
  readonly client: Client | null;
  /** Arrival in the queue it is in [s]. */
  entered: number;
}

/** One of a closed population. */
export interface Client {
  /** Copies that belong to its message and are still in the system. */
  outstanding: number;
  /** Called when there are none any more. */
  answered(): void;
}

/** Begins and ends copies, and counts them. */
export class Messages {
  begun = 0;
  ended = 0;

  begin(born: number, cls: number, client: Client | null): Copy {
    this.begun++;
    if (client !== null) client.outstanding++;
    return { born, cls, client, entered: born };
  }

  /** Another copy of the same message. */
  twin({ born, cls, client }: Copy): Copy {
    return this.begin(born, cls, client);
  }

  end({ client }: Copy): void {
    this.ended++;
    if (client !== null && --client.outstanding === 0) client.answered();
  }
}
