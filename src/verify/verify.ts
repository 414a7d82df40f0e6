import type { Check } from "./checks/check.ts";
import { checksOf } from "./checks.ts";
import type { Effort } from "./effort.ts";
import { type Evidence, together } from "./evidence.ts";
import { leftOut } from "./left-out.ts";
import { type Engines, type Piece, piecesOf } from "./pieces.ts";
import { spread } from "./spread.ts";

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
  /** Of how many pieces it consists. */
  pieces: number;
  /** Those that were interrupted or not begun. */
  missing: number;
}

/** How far a verification is. */
export interface Standing {
  /** Pieces finished, of all. */
  done: number;
  of: number;
  /** Share of all work that is finished. What is in hand does not count: at first the rest seems longer than it is. */
  share: number;
  /** The model of the piece begun last. */
  doing: string;
  /** What has been found so far. */
  found: () => Verification;
}

export interface VerifyOptions extends Engines {
  effort: Effort;
  seed: number;
  /** Only models whose name contains one of these; empty = all. */
  only: readonly string[];
  version: string;
  /** Pieces that are finished when it fires are judged; the rest is missing. */
  signal?: AbortSignal;
  onProgress?: (standing: Standing) => void;
}

/** What the pieces found, in their order; undefined where one is not finished. */
type Found = (Partial<Evidence> | undefined)[];

/** Runs all pieces of a verification, several at once, and judges what they found. */
export async function verify(options: VerifyOptions): Promise<Verification> {
  const pieces = piecesOf(options.effort).filter(({ name }) => isMeant(name, options.only));
  return judged(await runAll(pieces, options), options);
}

function judged(found: Found, { effort, seed, only, version }: VerifyOptions): Verification {
  const done = found.filter((piece) => piece !== undefined);
  const left = leftOut(effort).filter(({ what }) => isMeant(what, only));
  const evidence = together([...done, { skipped: left }]);
  return {
    version: 1,
    made: { version, seed, effort: effort.name, only: [...only] },
    checks: checksOf(evidence),
    pieces: found.length,
    missing: found.length - done.length,
    ...evidence,
  };
}

function isMeant(name: string, only: readonly string[]): boolean {
  return only.length === 0 || only.some((part) => name.toLowerCase().includes(part.toLowerCase()));
}

/** Runs that one piece has at once. */
const RUNS = 4;

async function runAll(pieces: Piece[], options: VerifyOptions): Promise<Found> {
  const { signal, seed, pool } = options;
  const found: Found = new Array(pieces.length).fill(undefined);
  const waiting = spread(pieces.length);
  const tell = ({ name }: Piece) => options.onProgress?.(standingOf({ pieces, found, doing: name }, options));
  const worker = async () => {
    for (let at = waiting.shift(); at !== undefined && !signal?.aborted; at = waiting.shift()) {
      const piece = pieces[at];
      tell(piece);
      const evidence = await guarded(piece, options, seed);
      if (signal?.aborted) return;
      found[at] = evidence;
      tell(piece);
    }
  };
  const all = Promise.all(Array.from({ length: 1 + Math.ceil(pool.width / RUNS) }, worker));
  await Promise.race([all, ...(signal === undefined ? [] : [fired(signal)])]);
  return found;
}

interface Work {
  pieces: Piece[];
  found: Found;
  doing: string;
}

function standingOf({ pieces, found, doing }: Work, options: VerifyOptions): Standing {
  const work = (some: Piece[]) => some.reduce((sum, piece) => sum + piece.work, 0);
  const finished = pieces.filter((_, at) => found[at] !== undefined);
  const share = work(finished) / work(pieces);
  return { done: finished.length, of: pieces.length, share, doing, found: () => judged(found, options) };
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
