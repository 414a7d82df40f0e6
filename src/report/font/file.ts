/**
 * A TrueType file from its tables, which must be in the order of their tags and include `head`.
 * @see OpenType specification 1.9, "The OpenType font file"
 */
export function fontFile(tables: [string, Uint8Array][]): Uint8Array {
  const n = tables.length;
  const power = 2 ** Math.floor(Math.log2(n));
  let at = 12 + 16 * n;
  const directory = [1, 0, n, 16 * power, Math.log2(power), 16 * (n - power)];
  for (const [tag, bytes] of tables) {
    const letters = [...tag].map((letter) => letter.charCodeAt(0));
    directory.push((letters[0]! << 8) | letters[1]!, (letters[2]! << 8) | letters[3]!);
    for (const value of [checkSum(bytes), at, bytes.length]) directory.push(value >>> 16, value & 0xffff);
    at += padded(bytes.length);
  }
  const file = concatenate([words(directory), ...tables.map(([, bytes]) => fill(bytes, padded(bytes.length)))]);
  const before = tables.slice(
    0,
    tables.findIndex(([tag]) => tag === "head"),
  );
  const head = 12 + 16 * n + before.reduce((sum, [, bytes]) => sum + padded(bytes.length), 0);
  const adjustment = (0xb1b0afba - checkSum(file)) >>> 0;
  return patched(file, [
    [head + 8, adjustment >>> 16],
    [head + 10, adjustment & 0xffff],
  ]);
}

function checkSum(bytes: Uint8Array): number {
  const view = new DataView(fill(bytes, padded(bytes.length)).buffer);
  let sum = 0;
  for (let at = 0; at < view.byteLength; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
  return sum;
}

/** Length up to the next multiple of four, where each table and each outline begins. */
export const padded = (length: number): number => (length + 3) & ~3;

export const copy = (view: DataView): Uint8Array =>
  Uint8Array.from(new Uint8Array(view.buffer, view.byteOffset, view.byteLength));

export function fill(bytes: Uint8Array, length: number): Uint8Array<ArrayBuffer> {
  const filled = new Uint8Array(length);
  filled.set(bytes);
  return filled;
}

/** Overwrites 16-bit words at byte offsets. */
export function patched(bytes: Uint8Array, changes: [number, number][]): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (const [at, word] of changes) view.setUint16(at, word);
  return bytes;
}

export function words(values: number[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(2 * values.length));
  values.forEach((value, i) => void view.setUint16(2 * i, value));
  return new Uint8Array(view.buffer);
}

export function concatenate(parts: Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
