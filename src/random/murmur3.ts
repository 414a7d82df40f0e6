/**
 * 128-bit hash of `bytes` in four 32-bit words: MurmurHash3_x86_128.
 *
 * @see Appleby (2011), SMHasher, MurmurHash3.cpp
 */
export function murmur3(bytes: Uint8Array, seed = 0): Int32Array {
  const h = new Int32Array(4).fill(seed);
  const blocks = bytes.length >> 4;
  for (let block = 0; block < blocks; block++) {
    for (let i = 0; i < 4; i++) {
      h[i] ^= scrambled(wordAt(bytes, 16 * block + 4 * i), i);
      h[i] = Math.imul(rotated(h[i], MIX_ROTATION[i]) + h[(i + 1) & 3], 5) + MIX[i];
    }
  }
  for (let i = 0; i < 4; i++) h[i] ^= scrambled(wordAt(bytes, 16 * blocks + 4 * i), i) ^ bytes.length;
  addUp(h);
  for (let i = 0; i < 4; i++) h[i] = avalanched(h[i]);
  addUp(h);
  return h;
}

const FACTORS = Int32Array.of(0x239b961b, 0xab0e9789, 0x38b34ae5, 0xa1e38b93);
const ROTATION = Int32Array.of(15, 16, 17, 18);
const MIX_ROTATION = Int32Array.of(19, 17, 15, 13);
const MIX = Int32Array.of(0x561ccd1b, 0x0bcaa747, 0x96cd1c35, 0x32ac3b17);

/** Four bytes, the least significant first; 0 where there are none any more. */
function wordAt(bytes: Uint8Array, at: number): number {
  return bytes[at] | (bytes[at + 1] << 8) | (bytes[at + 2] << 16) | (bytes[at + 3] << 24);
}

function scrambled(k: number, lane: number): number {
  return Math.imul(rotated(Math.imul(k, FACTORS[lane]), ROTATION[lane]), FACTORS[(lane + 1) & 3]);
}

function rotated(x: number, by: number): number {
  return (x << by) | (x >>> (32 - by));
}

function addUp(h: Int32Array): void {
  h[0] += h[1] + h[2] + h[3];
  for (let i = 1; i < 4; i++) h[i] += h[0];
}

function avalanched(h: number): number {
  let x = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return x ^ (x >>> 16);
}
