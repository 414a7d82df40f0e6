import type { Distribution } from "./distribution.ts";
import { scaledLaw, shiftedLaw } from "./law/affine.ts";
import { betaLaw } from "./law/beta.ts";
import { boundedParetoLaw } from "./law/bounded-pareto.ts";
import { coxianLaw, hypoexponentialLaw } from "./law/chain.ts";
import { constantLaw } from "./law/constant.ts";
import { empiricalLaw } from "./law/empirical.ts";
import { exponentialLaw } from "./law/exponential.ts";
import { gammaLaw } from "./law/gamma.ts";
import type { Law } from "./law/law.ts";
import { lognormalLaw } from "./law/lognormal.ts";
import { mixtureLaw } from "./law/mixture.ts";
import { paretoLaw } from "./law/pareto.ts";
import { phaseTypeLaw } from "./law/phase-type.ts";
import { triangularLaw } from "./law/triangular.ts";
import { truncatedNormalLaw } from "./law/truncated-normal.ts";
import { uniformLaw } from "./law/uniform.ts";
import { weibullLaw } from "./law/weibull.ts";

/** The law of a distribution without faults: see check. */
export function lawOf(d: Distribution): Law {
  switch (d.dist) {
    case "constant":
      return constantLaw(d.value);
    case "uniform":
      return uniformLaw(d.min, d.max);
    case "exponential":
      return exponentialLaw(d.mean);
    case "erlang":
      return gammaLaw(d.stages, d.mean / d.stages);
    case "gamma":
      return gammaLaw(d.shape, d.scale);
    case "lognormal":
      return lognormalLaw(d.mu, d.sigma);
    case "weibull":
      return weibullLaw(d.shape, d.scale);
    case "pareto":
      return paretoLaw(d.min, d.alpha);
    case "bounded-pareto":
      return boundedParetoLaw(d.min, d.max, d.alpha);
    case "hyperexponential":
      return mixtureLaw(
        d.branches.map(({ probability, mean }) => ({ weight: probability, law: exponentialLaw(mean) })),
      );
    case "hypoexponential":
      return hypoexponentialLaw(d.means);
    case "phase-type":
      return phaseTypeLaw(d.initial, d.generator);
    case "coxian":
      return coxianLaw(d.means, d.onward);
    case "triangular":
      return triangularLaw(d.min, d.mode, d.max);
    case "truncated-normal":
      return truncatedNormalLaw(d);
    case "beta":
      return betaLaw(d);
    case "empirical":
      return empiricalLaw(d.values);
    case "mixture":
      return mixtureLaw(d.of.map(({ weight, law }) => ({ weight, law: lawOf(law) })));
    case "shifted":
      return shiftedLaw(lawOf(d.law), d.by);
    case "scaled":
      return scaledLaw(lawOf(d.law), d.by);
  }
}
