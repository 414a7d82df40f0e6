import type { Model, Study } from "../spec.ts";
import { loadArithmetic } from "./arithmetic.ts";
import { headComment, headLines, studyName } from "./comment.ts";
import { type Parts, takeDocumentApart } from "./document.ts";
import { type QuestionText, question as questionSchema } from "./experiment-schema.ts";
import type { Files } from "./files.ts";
import type { Mapping } from "./located.ts";
import { mentionsArithmetic } from "./mentions.ts";
import { type Overrides, overridden } from "./overrides.ts";
import { Parameters } from "./parameters.ts";
import { settleVariants, type Variant, variants } from "./points.ts";
import type { Problem } from "./problem.ts";
import { ProblemList, unlessGivenUp } from "./problem-list.ts";
import { settleQuestion } from "./question.ts";
import { Reader } from "./reader.ts";
import { Recordings } from "./recordings.ts";
import { type Resolved, resolvedModel, resolvedRun } from "./resolved.ts";
import { Setting } from "./setting.ts";
import { type Settled, settleModel } from "./settle.ts";
import { type Findings, Settling } from "./settling.ts";
import { shaped } from "./shape.ts";
import { warnOfUnused } from "./unused.ts";

export interface LoadOptions {
  /** The name of the file that the text was read from: shown in problems, and handed to `files` as the place to start. */
  file: string;
  files: Files;
  overrides?: Overrides;
}

/** A study to run, or every problem that was found. */
export type Loaded = ({ study: Study } & Remarks) | { problems: Problem[] };

/** A model, or every problem that was found. */
export type LoadedModel = ({ model: Model } & Remarks) | { problems: Problem[] };

export interface Remarks {
  /** What is legal, but perhaps not meant. */
  warnings: Problem[];
  /** Every setting of the model (of a study's first point) and of the run, defaults included. */
  resolved: () => Resolved[];
}

/**
 * Loads an experiment, or a bare model that is run with defaults: text → Study, one settled model for each point.
 * Waits only for the parser of expressions, and only if there are any.
 */
export async function loadStudy(text: string, options: LoadOptions): Promise<Loaded> {
  const loading = new Loading(options);
  const parts = unlessGivenUp(() => loading.parts(text));
  if (parts && [parts.model, parts.question].some(mentionsArithmetic)) await loadArithmetic();
  const loaded = parts && unlessGivenUp(() => loading.study(text, parts));
  return loaded ?? { problems: loading.problems };
}

/** Loads a model file by itself. */
export async function loadModel(text: string, options: Omit<LoadOptions, "overrides">): Promise<LoadedModel> {
  const loading = new Loading(options);
  const tree = unlessGivenUp(() => loading.reader.text(text, options.file));
  if (tree && mentionsArithmetic(tree)) await loadArithmetic();
  const loaded = tree && unlessGivenUp(() => loading.model(tree));
  return loaded ?? { problems: loading.problems };
}

/** The loading of one configuration, and what was found wrong so far. */
class Loading {
  readonly reader: Reader;
  private readonly findings: Findings;
  private readonly options: LoadOptions;
  private points = 1;

  constructor(options: LoadOptions) {
    const { files } = options;
    this.options = options;
    this.findings = { recordings: new Recordings(files), problems: new ProblemList(), warnings: new ProblemList() };
    this.reader = new Reader(files, this.findings.problems);
  }

  get problems(): Problem[] {
    return this.findings.problems.sorted(this.points);
  }

  parts(text: string): Parts | undefined {
    const { file, overrides = {} } = this.options;
    const { problems } = this.findings;
    const tree = this.reader.text(text, file);
    const parts = tree && takeDocumentApart(tree, file, this.reader, problems);
    return parts && { ...parts, question: overridden(parts.question, overrides, problems) };
  }

  model(tree: Mapping): LoadedModel | undefined {
    const settled = settleModel(tree, this.findings);
    if (!settled) return undefined;
    warnOfUnused([settled], this.findings.warnings);
    return {
      model: settled.model,
      warnings: this.findings.warnings.sorted(),
      resolved: () => resolvedModel(settled.model, tree),
    };
  }

  study(text: string, { model, question }: Parts): Loaded | undefined {
    const { problems } = this.findings;
    const asked = shaped(questionSchema, question, problems);
    const found = asked && variants(model, question, problems);
    const points = found ?? [{ scenario: "", at: {}, model }]; // the model's own problems are worth telling in any case
    this.points = points.length;
    const settled = settleVariants(points, this.findings).filter((each) => each !== undefined);
    if (problems.length > 0 || !asked) return undefined;
    return this.answered(asked, { text, question, points, settled });
  }

  private answered(asked: QuestionText, { text, question, points, settled }: Answered): Loaded | undefined {
    const { problems, warnings } = this.findings;
    problems.at("");
    warnings.at("");
    const models = settled.map(({ model }) => model);
    const scenarios = [...new Set(points.map(({ scenario }) => scenario))];
    const settling = new Settling(question, new Parameters(question, problems, null), this.findings);
    const answers = settleQuestion(
      new Setting(asked, []),
      { models, scenarios, swept: Object.keys(points[0].at) },
      settling,
    );
    if (problems.length > 0) return undefined;
    warnOfUnused(settled, warnings);
    const study: Study = {
      ...this.heading(text, asked),
      points: points.map(({ scenario, at }, index) => ({ scenario, at, model: models[index] })),
      ...answers,
    };
    const resolved = () => [...resolvedModel(models[0], points[0].model), ...resolvedRun(study.run, question)];
    return { study, warnings: warnings.sorted(points.length), resolved };
  }

  private heading(text: string, { title }: QuestionText): Pick<Study, "name" | "title" | "question"> {
    const name = studyName(this.options.file);
    const firstLine = headLines(text).find((line) => line !== "");
    return { name, title: title ?? firstLine ?? name, question: headComment(text) };
  }
}

/** A study whose models are settled. */
interface Answered {
  text: string;
  question: Mapping;
  points: readonly Variant[];
  settled: readonly Settled[];
}
