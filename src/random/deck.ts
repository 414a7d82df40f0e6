/** Where numbers come from. */
export interface Source {
  next(): number;
  /** Writes the next numbers all at once, where that is faster. */
  fill?(numbers: Float64Array): void;
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
    if (source.fill !== undefined) source.fill(numbers);
    else for (let i = 0; i < numbers.length; i++) numbers[i] = source.next();
  }
}

const SMALLEST = 4;
const LARGEST = 16;
