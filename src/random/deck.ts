/** Where numbers come from. */
export interface Source {
  next(): number;
  /** Writes the next numbers to `from` … `to` − 1 all at once, where that is faster. */
  fill?(numbers: Float64Array, from: number, to: number): void;
}

/**
 * The numbers of one source, some of them drawn ahead. What the source does is then done many times in a row, and a
 * number costs its reader one look into an array, whatever law it follows. The order of the numbers stays; so a source
 * must be independent of what happens meanwhile, and nobody else may read its stream. Hot path.
 */
export class Deck {
  private at = 0;
  private numbers = new Float64Array(SMALLEST);
  private readonly source: Source;

  constructor(source: Source) {
    this.source = source;
    this.at = SMALLEST;
  }

  /** The source's next number. */
  next(): number {
    if (this.at === this.numbers.length) this.refill();
    return this.numbers[this.at++];
  }

  /** Draws the next ones: twice as many each time, so that a part that is rarely used takes little room. */
  private refill(): void {
    const { source } = this;
    if (this.numbers.length < LARGEST) this.numbers = new Float64Array(2 * this.numbers.length);
    const { numbers } = this;
    this.at = 0;
    draw(source, numbers, 0, numbers.length);
  }
}

/** Decks in one table, as many as there are sources: for models of thousands of parts. Hot path. */
export class Decks {
  private numbers = new Float64Array(0);
  private at = new Uint8Array(0); // the next number in a deck's row; ROW when there is none
  private readonly sources: Source[] = [];

  /** @param room how many decks there will be, if that is known */
  constructor(room = 1) {
    this.numbers = new Float64Array(ROW * room);
    this.at = new Uint8Array(room);
  }

  /** Adds the deck of one more source and returns its number, 0, 1, 2, … */
  add(source: Source): number {
    const deck = this.sources.push(source) - 1;
    if (deck === this.at.length) this.grow();
    this.at[deck] = ROW;
    return deck;
  }

  /** The next number of a deck's source. */
  next(deck: number): number {
    if (this.at[deck] === ROW) this.refill(deck);
    return this.numbers[deck * ROW + this.at[deck]++];
  }

  private refill(deck: number): void {
    draw(this.sources[deck], this.numbers, deck * ROW, (deck + 1) * ROW);
    this.at[deck] = 0;
  }

  private grow(): void {
    const [numbers, at] = [new Float64Array(2 * this.numbers.length), new Uint8Array(2 * this.at.length)];
    numbers.set(this.numbers);
    at.set(this.at);
    this.numbers = numbers;
    this.at = at;
  }
}

function draw(source: Source, numbers: Float64Array, from: number, to: number): void {
  if (source.fill !== undefined) source.fill(numbers, from, to);
  else for (let i = from; i < to; i++) numbers[i] = source.next();
}

/** As many numbers as a line of the processor's cache holds. */
const ROW = 8;
const SMALLEST = 4;
const LARGEST = 16;
