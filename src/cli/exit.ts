/** What the process says by its exit code. */
export const EXIT = {
  fine: 0,
  /** An objective was missed. */
  missed: 1,
  /** The input is wrong, or the machine refuses. */
  refused: 2,
  /** A bug of ours. */
  bug: 70,
  /** By Ctrl-C or a signal. */
  interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Thrown when what is asked for cannot be done, for a reason the user can mend. The message says both. */
export class Refusal extends Error {
  override name = "Refusal";
}

/** Runs a command to its exit code; what it throws becomes a message on standard error. */
export async function exitCodeOf(command: () => Promise<ExitCode>): Promise<ExitCode> {
  try {
    return await command();
  } catch (failure) {
    return failed(failure);
  }
}

/** Says on standard error why it goes no further. */
export function failed(failure: unknown): ExitCode {
  const refused = failure instanceof Refusal;
  process.stderr.write(`${refused ? failure.message : bugReport(failure)}\n`);
  return refused ? EXIT.refused : EXIT.bug;
}

/** A short message that asks to report the bug; the stack only when QUEUELAB_DEBUG=1 asks for it. */
function bugReport(failure: unknown): string {
  const error = failure instanceof Error ? failure : new Error(String(failure));
  const [firstLine] = error.message.split("\n");
  const lines = [
    `queuelab made a mistake of its own and stops: ${firstLine.slice(0, 300)}`,
    `Please report it, with the file that led here (Node ${process.versions.node}, ${process.platform} ${process.arch}).`,
  ];
  return process.env.QUEUELAB_DEBUG === "1"
    ? [...lines, error.stack ?? ""].join("\n")
    : [...lines, "QUEUELAB_DEBUG=1 shows where it happened."].join("\n");
}
