import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Gives all tests of a run one folder for what they write, and takes it away with everything in it afterwards. */
export default function scratchFolder(): () => void {
  const folder = mkdtempSync(join(tmpdir(), "queuelab-tests-"));
  process.env.TMPDIR = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
