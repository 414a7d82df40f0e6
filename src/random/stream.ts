import { exp, log } from "../special/elementary.ts";
import { murmur3 } from "./murmur3.ts";
import { ziggurat } from "./ziggurat.ts";

const TAIL = 7.69711747013105;
const exponentials = ziggurat({
  tail: TAIL,
  area: 0.003949659822581557,
  density: (x) => exp(-x),
  inverse: (y) => -log(y),
});
const NORMAL_TAIL = 3.654152885361009;
const normals = ziggurat({
  tail: NORMAL_TAIL,
  area: 0.004928673233974655,
  density: (x) => exp(-0.5 * x * x),
  inverse: (y) => Math.sqrt(-2 * log(y)),
});

// The tables as constants of the module, which is where the compiler finds them fastest.
const { width, core, density } = exponentials;
const { width: normalWidth, core: normalCore, density: normalDensity } = normals;

/**
 * A source of random numbers of its own for each seed, replication and name. Hot path.
 *
 * The generator is sfc32: 128 bits of state, of which one word counts, so that no stream returns to its start within
 * 2³² draws; most of them only after about 2¹²⁷. The start is a 128-bit hash, so that streams whose names differ in
 * any way have nothing to do with each other. Integers and IEEE arithmetic alone, here and in all that samples: Math.exp
 * and its like, whose last bits are each engine's own, are used by laws and parameters but never by a draw.
 *
 * @see Doty-Humphrey (2010), PractRand (sfc32)
 * @see Marsaglia & Tsang (2000), The Ziggurat Method for Generating Random Variables, Journal of Statistical Software 5(8)
 */
export class Stream {
  private a = 0;
  private b = 0;
  private c = 0;
  private counter = 0;

  /**
   * @param seed an integer, |seed| ≤ 2⁵³
   * @param replication an integer ≥ 0
   * @param name what the numbers are for, such as "consumers.orders/service"
   * @throws RangeError when seed or replication is not such an integer
   */
  constructor(seed: number, replication: number, name: string) {
    const hash = murmur3(keyOf(seed, replication, name));
    this.a = hash[0];
    this.b = hash[1];
    this.c = hash[2];
    this.counter = hash[3];
    for (let i = 0; i < 15; i++) this.u32();
  }

  /** An integer, 0 … 2³² − 1. */
  u32(): number {
    const sum = (((this.a + this.b) | 0) + this.counter) | 0;
    this.counter = (this.counter + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = (((this.c << 21) | (this.c >>> 11)) + sum) | 0;
    return sum >>> 0;
  }

  /** Uniform between 0 and 1, a multiple of 2⁻⁵³, never 0 and never 1. */
  uniform(): number {
    const high = this.u32();
    const k = high * 2 ** 21 + (this.u32() >>> 11);
    return k > 0 ? k * 2 ** -53 : this.uniform();
  }

  /** Exponential with mean 1. */
  exponential(): number {
    const high = this.u32();
    const low = this.u32();
    const layer = low & 255;
    const column = high * 2 ** 21 + (low >>> 11); // shares no bit with the layer
    const x = column * width[layer];
    return column < core[layer] ? x : this.exponentialAtEdge(layer, x);
  }

  /** Writes exponentials of mean 1 to `from` … `to` − 1: the same that so many calls of {@link exponential} give, faster. */
  exponentials(numbers: Float64Array, from: number, to: number): void {
    let { a, b, c, counter } = this;
    for (let i = from; i < to; i++) {
      const high = (((a + b) | 0) + counter) | 0;
      a = b ^ (b >>> 9);
      b = (c + (c << 3)) | 0;
      c = (((c << 21) | (c >>> 11)) + high) | 0;
      const low = (((a + b) | 0) + (counter + 1)) | 0;
      counter = (counter + 2) | 0;
      a = b ^ (b >>> 9);
      b = (c + (c << 3)) | 0;
      c = (((c << 21) | (c >>> 11)) + low) | 0;
      const layer = low & 255;
      const column = (high >>> 0) * 2 ** 21 + (low >>> 11);
      const x = column * width[layer];
      if (column < core[layer]) numbers[i] = x;
      else {
        this.restore(a, b, c, counter);
        numbers[i] = this.exponentialAtEdge(layer, x);
        ({ a, b, c, counter } = this);
      }
    }
    this.restore(a, b, c, counter);
  }

  /** Standard normal. */
  normal(): number {
    const high = this.u32();
    const low = this.u32();
    const layer = low & 255;
    const column = high * 2 ** 21 + (low >>> 11);
    const x = column * normalWidth[layer];
    const distance = column < normalCore[layer] ? x : this.normalAtEdge(layer, x);
    return (low & 256) === 0 ? distance : -distance;
  }

  /** An integer, 0 … n − 1, each equally likely; n is an integer, 1 ≤ n ≤ 2⁵³. */
  below(n: number): number {
    if (n > 2 ** 32) return this.belowLarge(n);
    const mask = -1 >>> Math.clz32((n - 1) | 1);
    for (;;) {
      const k = (this.u32() & mask) >>> 0;
      if (k < n) return k;
    }
  }

  private restore(a: number, b: number, c: number, counter: number): void {
    this.a = a;
    this.b = b;
    this.c = c;
    this.counter = counter;
  }

  private belowLarge(n: number): number {
    const fair = 2 ** 53 - (2 ** 53 % n);
    for (;;) {
      const high = this.u32();
      const k = high * 2 ** 21 + (this.u32() >>> 11);
      if (k < fair) return k % n;
    }
  }

  private exponentialAtEdge(layer: number, x: number): number {
    if (layer === 0) return TAIL + this.exponential(); // it has no memory
    const height = density[layer] + this.uniform() * (density[layer + 1] - density[layer]);
    return height < exp(-x) ? x : this.exponential();
  }

  /** A distance from 0. */
  private normalAtEdge(layer: number, x: number): number {
    if (layer === 0) return this.normalBeyondTail();
    const height = normalDensity[layer] + this.uniform() * (normalDensity[layer + 1] - normalDensity[layer]);
    return height < exp(-0.5 * x * x) ? x : Math.abs(this.normal());
  }

  /** @see Marsaglia (1964), Generating a Variable from the Tail of the Normal Distribution, Technometrics 6 */
  private normalBeyondTail(): number {
    for (;;) {
      const x = this.exponential() / NORMAL_TAIL;
      if (2 * this.exponential() > x * x) return NORMAL_TAIL + x;
    }
  }
}

/** Seed and replication as IEEE doubles, then the name as UTF-16: different for whatever differs. */
function keyOf(seed: number, replication: number, name: string): Uint8Array {
  for (const integer of [seed, replication]) {
    if (!(Number.isInteger(integer) && Math.abs(integer) <= 2 ** 53)) {
      throw new RangeError(`A stream needs an integer of at most 2^53 as its seed and replication, not ${integer}.`);
    }
  }
  const length = 16 + 2 * name.length;
  if (length > key.byteLength) key = new DataView(new ArrayBuffer(2 * length));
  key.setFloat64(0, seed + 0, true); // −0 becomes 0
  key.setFloat64(8, replication + 0, true);
  for (let i = 0; i < name.length; i++) key.setUint16(16 + 2 * i, name.charCodeAt(i), true);
  return new Uint8Array(key.buffer, 0, length);
}

/** Room for a key, used again for each: a model of 10,000 stations has 20,000 streams. */
let key = new DataView(new ArrayBuffer(512));
