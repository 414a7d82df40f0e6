import type { Check } from "./checks/check.ts";
import { checksOf } from "./checks.ts";
import type { Effort } from "./effort.ts";
import { type Evidence, together } from "./evidence.ts";
import { type Engines, leftOut, type Piece, piecesOf } from "./pieces.ts";

/** What a verification found, as written to verify.json. */
export interface Verification extends Evidence {
  version: 1;
  made: {
    /** Of queuelab. */
    version: string;
    seed: number;
    effort: Effort["name"];
    /** What the names of the models had to contain; empty = all were taken. */
    only: string[];
  };
  /** The verdicts, which follow from the rest. */
  checks: Check[];
  /** Pieces that were interrupted or not begun. */
  missing: number;
}

export interface VerifyOptions extends Engines {
  effort: Effort;
  seed: number;
  /** Only models whose name contains one of these; empty = all. */
  only: readonly string[];
  version: string;
  /** Pieces that are finished when it fires are judged; the rest is missing. */
  signal?: AbortSignal;
  onProgress?: (progress: { done: number; of: number; doing: string }) => void;
}

/** Runs all pieces of a verification, several at once, and judges what they found. */
export async function verify(options: VerifyOptions): Promise<Verification> {
  const { effort, seed, only, version } = options;
  const pieces = piecesOf(effort).filter(({ name }) => isMeant(name, only));
  const found = await runAll(pieces, options);
  const done = found.filter((piece) => piece !== undefined);
  const left = leftOut(effort).filter(({ what }) => isMeant(what, only));
  const evidence = together([...done, { skipped: left }]);
  return {
    version: 1,
    made: { version, seed, effort: effort.name, only: [...only] },
    checks: checksOf(evidence),
    missing: pieces.length - done.length,
    ...evidence,
  };
}

function isMeant(name: string, only: readonly string[]): boolean {
  return only.length === 0 || only.some((part) => name.toLowerCase().includes(part.toLowerCase()));
}

/** Runs that one piece has at once. */
const RUNS = 4;

/** What each piece found, in the order of the pieces; undefined where it was not finished. */
async function runAll(pieces: Piece[], options: VerifyOptions): Promise<(Partial<Evidence> | undefined)[]> {
  const { signal, seed, onProgress, pool } = options;
  const found = new Array<Partial<Evidence> | undefined>(pieces.length).fill(undefined);
  let next = 0;
  let done = 0;
  const worker = async () => {
    while (next < pieces.length && !signal?.aborted) {
      const at = next++;
      const piece = pieces[at];
      onProgress?.({ done, of: pieces.length, doing: piece.name });
      const evidence = await guarded(piece, options, seed);
      if (signal?.aborted) return;
      found[at] = evidence;
      onProgress?.({ done: ++done, of: pieces.length, doing: piece.name });
    }
  };
  const all = Promise.all(Array.from({ length: 1 + Math.ceil(pool.width / RUNS) }, worker));
  await Promise.race([all, ...(signal === undefined ? [] : [fired(signal)])]);
  return found;
}

/** A piece that breaks off with an error has found one. */
async function guarded(piece: Piece, engines: Engines, seed: number): Promise<Partial<Evidence>> {
  try {
    return await piece.run(engines, seed);
  } catch (failure) {
    const why = failure instanceof Error ? failure.message : String(failure);
    return { faults: [{ what: piece.name, why }] };
  }
}

function fired(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}
