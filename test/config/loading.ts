import assert from "node:assert/strict";
import type { Files } from "../../src/config/files.ts";
import type { Overrides } from "../../src/config/overrides.ts";
import { explain, type Problem } from "../../src/config/problem.ts";
import { type Loaded, loadStudy } from "../../src/config/study.ts";
import type { Model, Study } from "../../src/spec.ts";

/** Files by path, for a configuration that names some. */
export type Texts = Readonly<Record<string, string>>;

export function filesOf(texts: Texts): Files {
  return {
    read(path) {
      const name = path.replace(/^(\.\.?\/)+/, "");
      return Object.hasOwn(texts, name) ? { path: name, text: texts[name] } : { refused: "there is no such file" };
    },
  };
}

export function load(text: string, texts: Texts = {}, overrides: Overrides = {}): Promise<Loaded> {
  return loadStudy(text, { file: "lab.yaml", files: filesOf({ "lab.yaml": text, ...texts }), overrides });
}

/** The study of a text without problems. */
export async function studyOf(text: string, texts: Texts = {}, overrides: Overrides = {}): Promise<Study> {
  const loaded = await load(text, texts, overrides);
  if ("problems" in loaded) assert.fail(loaded.problems.map(explain).join("\n\n"));
  return loaded.study;
}

/** The only model of a text without problems. */
export async function modelOf(text: string, texts: Texts = {}): Promise<Model> {
  const { points } = await studyOf(text, texts);
  assert.equal(points.length, 1);
  return points[0].model;
}

export async function problemsOf(text: string, texts: Texts = {}, overrides: Overrides = {}): Promise<Problem[]> {
  const loaded = await load(text, texts, overrides);
  return "problems" in loaded ? loaded.problems : [];
}

/** Problems, or else warnings, as a person reads them. */
export async function explained(text: string, texts: Texts = {}): Promise<string> {
  const loaded = await load(text, texts);
  return ("problems" in loaded ? loaded.problems : loaded.warnings).map(explain).join("\n\n");
}

/** A producer and a consumer, for texts that are about something else. */
export const PRODUCER = "producers: {app: {rate: 80/s}}";
export const CONSUMER = "consumers: {worker: {service: exponential 10 ms}}";
export const MODEL = `${PRODUCER}\n${CONSUMER}\n`;
