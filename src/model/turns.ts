/**
 * Whose turn it is among the holders that have room: round-robin within a consumer priority, strictly the highest
 * priority first. A holder that reaches its limit leaves and rejoins at the tail. Hot path.
 */
export class Turns {
  private readonly rings: Ring[] = [];
  private readonly priorities: number[] = [];
  private ringOf: Ring[] = [];

  /** Admits the next holder (0, 1, 2, …). All must be admitted before the first turn. */
  admit(priority: number): void {
    let at = this.priorities.indexOf(priority);
    if (at < 0) {
      at = this.priorities.findIndex((other) => other < priority);
      if (at < 0) at = this.priorities.length;
      this.priorities.splice(at, 0, priority);
      this.rings.splice(at, 0, new Ring());
    }
    this.ringOf.push(this.rings[at]);
    this.rings[at].grow(this.ringOf.length);
  }

  get some(): boolean {
    for (const ring of this.rings) if (ring.length > 0) return true;
    return false;
  }

  /** Takes the holder whose turn it is; −1 when none has room. */
  take(): number {
    const { rings } = this;
    for (let i = 0; i < rings.length; i++) if (rings[i].length > 0) return rings[i].take();
    return -1;
  }

  /** Puts a holder with room at the tail of its priority. */
  add(holder: number): void {
    this.ringOf[holder].add(holder);
  }
}

/** First in, first out, of at most as many holders as it was grown for. Hot path. */
class Ring {
  length = 0;
  private head = 0;
  private mask = 0;
  private items = new Int32Array(1);

  /** Makes room for `most` holders. Only while empty. */
  grow(most: number): void {
    while (this.items.length < most) this.items = new Int32Array(2 * this.items.length);
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
