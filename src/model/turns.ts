/** A holder of copies: it may hold as many as its window is wide. */
export interface Holder {
  window: number;
  /** Larger is asked first. */
  priority: number;
}

/** Which of the holders with room is handed the next copy. */
export interface Turns {
  /** Whether any holder has room. */
  readonly some: boolean;
  /** Takes a place at the holder whose turn it is and returns its number; −1 when none has room. */
  take(): number;
  /** Gives back a place at `holder`. */
  free(holder: number): void;
}

/** Holders are known by their place in the list. */
export function turnsOf(holders: Holder[]): Turns {
  return holders.length === 1 ? new Alone(holders[0].window) : new RoundRobin(holders);
}

/** No window need be wider than this: there are never as many copies. */
const WIDEST = 2 ** 30;

/** It is always the same one's turn. Hot path. */
class Alone implements Turns {
  private room = 0;

  constructor(window: number) {
    this.room = Math.min(window, WIDEST);
  }

  get some(): boolean {
    return this.room > 0;
  }

  take(): number {
    if (this.room === 0) return -1;
    this.room--;
    return 0;
  }

  free(): void {
    this.room++;
  }
}

/**
 * Round-robin within a consumer priority, strictly the highest priority first. A holder that reaches its limit leaves
 * and rejoins at the tail. Hot path.
 */
class RoundRobin implements Turns {
  private readonly rings: Ring[]; // the most urgent first
  private readonly ringOf: Ring[]; // by holder
  private readonly room: Int32Array; // by holder

  constructor(holders: Holder[]) {
    const priorities = [...new Set(holders.map((holder) => holder.priority))].sort((a, b) => b - a);
    this.rings = priorities.map(() => new Ring(holders.length));
    this.ringOf = holders.map((holder) => this.rings[priorities.indexOf(holder.priority)]);
    this.room = Int32Array.from(holders, (holder) => Math.min(holder.window, WIDEST));
    this.ringOf.forEach((ring, holder) => {
      ring.add(holder);
    });
  }

  get some(): boolean {
    for (const ring of this.rings) if (ring.length > 0) return true;
    return false;
  }

  take(): number {
    const { rings } = this;
    for (let i = 0; i < rings.length; i++) {
      if (rings[i].length === 0) continue;
      const holder = rings[i].take();
      if (--this.room[holder] > 0) rings[i].add(holder);
      return holder;
    }
    return -1;
  }

  free(holder: number): void {
    if (this.room[holder]++ === 0) this.ringOf[holder].add(holder);
  }
}

/** First in, first out, of holders. Hot path. */
class Ring {
  length = 0;
  private head = 0;
  private readonly mask: number;
  private readonly items: Int32Array;

  constructor(most: number) {
    this.items = new Int32Array(2 ** Math.ceil(Math.log2(most)));
    this.mask = this.items.length - 1;
  }

  take(): number {
    const item = this.items[this.head];
    this.head = (this.head + 1) & this.mask;
    this.length--;
    return item;
  }

  add(item: number): void {
    this.items[(this.head + this.length++) & this.mask] = item;
  }
}
