import type { Distribution } from "./distribution.ts";
import type { Form, Percentile } from "./form/form.ts";
import { gamma } from "./form/gamma.ts";
import { lognormal } from "./form/lognormal.ts";
import { pareto } from "./form/pareto.ts";
import { boundedPareto, constant, erlang, exponential, triangular, truncatedNormal, uniform } from "./form/simple.ts";
import { beta, coxian, hyperexponential, hypoexponential } from "./form/two-moments.ts";
import { weibull } from "./form/weibull.ts";
import { type Refusal, refuse } from "./refusal.ts";

const FORMS: Record<string, Form[]> = {
  constant,
  exponential,
  erlang,
  gamma,
  lognormal,
  weibull,
  pareto,
  "bounded-pareto": boundedPareto,
  hyperexponential,
  hypoexponential,
  coxian,
  uniform,
  triangular,
  "truncated-normal": truncatedNormal,
  beta,
};

/** For each distribution the sets of parameters that make it; where one percentile stands any other may. */
export const parameterSets: Record<string, string[][]> = Object.fromEntries(
  Object.entries(FORMS).map(([name, forms]) => [
    name,
    forms.map((form) => [...form.keys, ...(form.percentiles ?? [])]),
  ]),
);

/**
 * The distribution with these parameters, or a sentence that says why there is none.
 *
 * @param name as in configurations: "lognormal", "bounded-pareto"
 * @param parameters by key, in SI units; a percentile is "p99", "p99.9", or "median"
 */
export function parameterize(name: string, parameters: Record<string, number>): Distribution | Refusal {
  const forms = Object.hasOwn(FORMS, name) ? FORMS[name] : null;
  if (forms === null)
    return refuse(`There is no distribution named ${name}; there are ${Object.keys(FORMS).join(", ")}.`);
  const keys = Object.keys(parameters);
  const percentiles = keys.filter(isPercentile).map((key) => ({ key, level: levelOf(key), value: parameters[key] }));
  percentiles.sort((a, b) => a.level - b.level);
  const form = forms.find((one) => fits(one, keys, percentiles));
  if (form === undefined) return refuse(unfitting(name, keys));
  for (const key of keys) {
    const fault = faultOf(name, key, parameters[key]);
    if (fault !== null) return refuse(fault);
  }
  return form.make(parameters, percentiles);
}

/** Whether a parameter is a time, and so carries a unit; the others but `rate` are plain numbers. */
export function isTime(name: string, key: string): boolean {
  if (key === "mu" || key === "sigma") return name === "truncated-normal";
  return isPercentile(key) || ["mean", "sd", "min", "max", "mode", "value", "scale"].includes(key);
}

function fits(form: Form, keys: string[], percentiles: Percentile[]): boolean {
  const count = form.percentiles?.length ?? 0;
  const distinct = new Set(percentiles.map((one) => one.level)).size;
  if (distinct !== count || percentiles.length !== count || keys.length !== form.keys.length + count) return false;
  return form.keys.every((key) => keys.includes(key));
}

function isPercentile(key: string): boolean {
  return key === "median" || (/^p\d+(\.\d+)?$/.test(key) && levelOf(key) > 0 && levelOf(key) < 1);
}

function levelOf(key: string): number {
  return key === "median" ? 0.5 : Number(key.slice(1)) / 100;
}

function unfitting(name: string, keys: string[]): string {
  const sets = parameterSets[name].map(inWords);
  const percentiles = FORMS[name].some((form) => form.percentiles) ? " (any percentiles)" : "";
  const given = keys.length === 0 ? "nothing" : inWords(keys);
  return `${name} takes ${sets.join(", or ")}${percentiles}; it was given ${given}.`;
}

function inWords(keys: string[]): string {
  return keys.length < 2 ? keys.join("") : `${keys.slice(0, -1).join(", ")} and ${keys[keys.length - 1]}`;
}

/** What is wrong with a value by itself. */
function faultOf(name: string, key: string, value: number): string | null {
  if (!Number.isFinite(value)) return `${key} must be a finite number, not ${value}.`;
  if (key === "mu" || (key === "mean" && name === "truncated-normal")) return null;
  if (["value", "min", "mode"].includes(key) && !name.endsWith("pareto")) {
    return value >= 0 ? null : `${key} must not be negative, and is ${value}.`;
  }
  if (!(value > 0)) return `${key} must be above 0, not ${value}.`;
  if (key === "stages" && !Number.isSafeInteger(value)) return `stages must be a whole number, not ${value}.`;
  return null;
}
