import { LIMITS } from "./limits.ts";
import type { Complaint } from "./problem.ts";
import { shown } from "./show.ts";

/** Reads the files that a configuration names. Its maker decides which: regular files under one folder only. */
export interface Files {
  /** @param from the file in which `path` is written, so that `path` may be relative to it */
  read(path: string, from: string): { path: string; text: string } | { refused: string };
}

/** A file as read: under which name, and its text. */
export interface FileText {
  path: string;
  text: string;
}

/** Reads a file, or says why it cannot be read. */
export function fileText(files: Files, path: string, from: string): FileText | Complaint {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a control character in a path is what is looked for
  const odd = path === "" || path.length > 1000 || /[\u0000-\u001f]/.test(path);
  const answer = odd ? { refused: "it is no name of a file" } : files.read(path, from);
  if ("refused" in answer) return unreadable(path, answer.refused);
  if (answer.text.length > LIMITS.data) return unreadable(path, `it has more than ${LIMITS.data} characters`);
  return answer;
}

function unreadable(path: string, why: string): Complaint {
  return { code: "file-unreadable", message: `${shown(path)} cannot be read: ${why}.` };
}
