import { type Files, fileText } from "./files.ts";
import { LIMITS } from "./limits.ts";
import { type Located, type Mapping, mapping, type Path } from "./located.ts";
import { merge } from "./merge.ts";
import type { Complaint } from "./problem.ts";
import type { ProblemList } from "./problem-list.ts";
import { readYaml } from "./read.ts";
import { shown } from "./show.ts";

/** Reads files of settings, each with what it extends merged in. */
export class Reader {
  private readonly files: Files;
  private readonly problems: ProblemList;

  constructor(files: Files, problems: ProblemList) {
    this.files = files;
    this.problems = problems;
  }

  /** A text that is already at hand. */
  text(text: string, file: string): Mapping | undefined {
    const tree = readYaml(text, file, this.problems);
    return tree && this.asMap(tree, [file]);
  }

  /** The file that a setting names. */
  file(setting: Located, path: Path, chain: readonly string[] = []): Mapping | undefined {
    if (setting.is !== "scalar" || typeof setting.value !== "string") {
      this.problems.add(setting.place, path, NOT_A_PATH);
      return undefined;
    }
    const read = fileText(this.files, setting.value, setting.place.source.file);
    const refused = "code" in read ? read : chainComplaint(read.path, chain);
    if (refused) this.problems.add(setting.place, path, refused);
    if ("code" in read || refused) return undefined;
    const tree = readYaml(read.text, read.path, this.problems);
    return tree && this.asMap(tree, [...chain, read.path]);
  }

  /** A map with the file under its key `extends` merged in. @param chain the files that led here */
  extended(tree: Mapping, chain: readonly string[]): Mapping | undefined {
    const entry = tree.entries.get("extends");
    if (entry === undefined) return tree;
    const base = this.file(entry.value, ["extends"], chain);
    if (base === undefined) return undefined;
    const own = mapping(
      [...tree.entries].filter(([key]) => key !== "extends"),
      tree.place,
    );
    return merge(base, own, this.problems) as Mapping;
  }

  private asMap(tree: Located, chain: readonly string[]): Mapping | undefined {
    if (tree.is === "map") return this.extended(tree, chain);
    this.problems.add(tree.place, [], NOT_A_MAP);
    return undefined;
  }
}

const NOT_A_PATH: Complaint = {
  code: "kind-wrong",
  message: "This must be the path of a file, relative to the one it is written in.",
};
const NOT_A_MAP: Complaint = {
  code: "kind-wrong",
  message: "The file must be a map of settings, such as producers: and consumers:.",
};

function chainComplaint(path: string, chain: readonly string[]): Complaint | null {
  if (chain.includes(path)) {
    return {
      code: "file-cycle",
      message: `${shown(path)} extends itself: ${[...chain, path].map(shown).join(" → ")}. Leave one out.`,
    };
  }
  if (chain.length < LIMITS.chain) return null;
  return {
    code: "file-cycle",
    message: `More than ${LIMITS.chain} files extend one another here. Merge some of them.`,
  };
}
