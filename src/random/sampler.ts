import type { Distribution } from "./distribution.ts";
import { Beta } from "./draw/beta.ts";
import { Choice, Hyperexponential, Mixture } from "./draw/choice.ts";
import { gamma } from "./draw/gamma.ts";
import type { Sampler } from "./draw/sampler.ts";
import { Coxian, PhaseType, Stages } from "./draw/stages.ts";
import * as transformed from "./draw/transformed.ts";
import { truncatedNormal } from "./draw/truncated-normal.ts";
import type { Stream } from "./stream.ts";

/** Numbers distributed as `d`, drawn from `stream`. What can be computed beforehand is. */
export function sampler(d: Distribution, stream: Stream): Sampler {
  switch (d.dist) {
    case "constant":
      return new transformed.Constant(d.value);
    case "uniform":
      return new transformed.Uniform(stream, d.min, d.max);
    case "exponential":
      return new transformed.Exponential(stream, d.mean);
    case "erlang":
      return erlang(stream, d.stages, d.mean);
    case "gamma":
      return gamma(stream, d.shape, d.scale);
    case "lognormal":
      return new transformed.Lognormal(stream, d.mu, d.sigma);
    case "weibull":
      return new transformed.Weibull(stream, d.shape, d.scale);
    case "pareto":
      return new transformed.Pareto(stream, d.min, d.alpha);
    case "bounded-pareto":
      return new transformed.BoundedPareto(stream, d.min, d.max, d.alpha);
    case "hyperexponential":
      return new Hyperexponential(stream, d.branches);
    case "hypoexponential":
      return new Stages(stream, d.means);
    case "phase-type":
      return new PhaseType(stream, d.initial, d.generator);
    case "coxian":
      return new Coxian(stream, d.means, d.onward);
    case "triangular":
      return new transformed.Triangular(stream, d.min, d.mode, d.max);
    case "truncated-normal":
      return truncatedNormal(stream, d);
    case "beta":
      return new Beta(stream, d);
    case "empirical":
      return new transformed.Empirical(stream, d.values);
    case "mixture":
      return mixture(stream, d.of);
    case "shifted":
      return new transformed.Shifted(sampler(d.law, stream), d.by);
    case "scaled":
      return new transformed.Scaled(sampler(d.law, stream), d.by);
  }
}

/** A few exponential stages are summed faster than a gamma variable is found. */
function erlang(stream: Stream, stages: number, mean: number): Sampler {
  const each = mean / stages;
  return stages <= 3 ? new Stages(stream, new Array<number>(stages).fill(each)) : gamma(stream, stages, each);
}

function mixture(stream: Stream, of: { weight: number; law: Distribution }[]): Sampler {
  const choice = new Choice(
    stream,
    of.map((part) => part.weight),
  );
  return new Mixture(
    choice,
    of.map((part) => sampler(part.law, stream)),
  );
}
