import { linearizer, schweitzer } from "../../src/queueing/approximate-mva.ts";
import * as approximate from "../../src/queueing/approximate-wait.ts";
import { batchArrivals, batchArrivalsLimited } from "../../src/queueing/batch-arrivals.ts";
import { batcher } from "../../src/queueing/batcher.ts";
import { blockingTandem } from "../../src/queueing/blocking-tandem.ts";
import { mmcBreakdowns } from "../../src/queueing/breakdowns.ts";
import { bulkService, bulkServiceLaw } from "../../src/queueing/bulk-service.ts";
import { closedBounds } from "../../src/queueing/closed-bounds.ts";
import { closedNetwork } from "../../src/queueing/closed-network.ts";
import { delayedWait, waitBehind } from "../../src/queueing/conditional-wait.ts";
import { creditWindow, saturatedWindow } from "../../src/queueing/credit-window.ts";
import { disasters } from "../../src/queueing/disasters.ts";
import { dropHead } from "../../src/queueing/drop-head.ts";
import { erlangA } from "../../src/queueing/erlang-a.ts";
import { fcfsClasses } from "../../src/queueing/fcfs-classes.ts";
import { feedback } from "../../src/queueing/feedback.ts";
import { engset, finiteSource } from "../../src/queueing/finite-source.ts";
import { forkJoin } from "../../src/queueing/fork-join.ts";
import { gm1, gmc } from "../../src/queueing/gmc.ts";
import { heterogeneous } from "../../src/queueing/heterogeneous.ts";
import { lcfsLaw, lcfsPreemptive } from "../../src/queueing/lcfs.ts";
import { mapPhC } from "../../src/queueing/map-ph-c.ts";
import { modulatedArrivals, poissonArrivals, renewalArrivals } from "../../src/queueing/markovian-arrivals.ts";
import { mdc } from "../../src/queueing/mdc.ts";
import { mg1Law } from "../../src/queueing/mg1.ts";
import { mg1k } from "../../src/queueing/mg1k.ts";
import { mgInf } from "../../src/queueing/mginf.ts";
import { mmc } from "../../src/queueing/mmc.ts";
import { mmcNonPreemptive, mmcPreemptive } from "../../src/queueing/mmc-priority.ts";
import { mmcSetup } from "../../src/queueing/mmc-setup.ts";
import { mmck } from "../../src/queueing/mmck.ts";
import { exactMva } from "../../src/queueing/mva.ts";
import { openClasses } from "../../src/queueing/open-classes.ts";
import { openNetwork } from "../../src/queueing/open-network.ts";
import { quorum, splitMerge } from "../../src/queueing/order-statistics.ts";
import { erlangPhases, exponentialPhases, hyperexponentialPhases } from "../../src/queueing/phase-type.ts";
import { polling } from "../../src/queueing/polling.ts";
import { nonPreemptiveLaw, preemptiveResumeLaw } from "../../src/queueing/priority-law.ts";
import { exponentialProcessorSharing, processorSharing } from "../../src/queueing/ps.ts";
import { networkAnalyzer } from "../../src/queueing/qna.ts";
import { resequencing } from "../../src/queueing/resequencing.ts";
import { constantRetrials, exponentialRetrials, retrials } from "../../src/queueing/retrials.ts";
import { sharedBuffer } from "../../src/queueing/shared-buffer.ts";
import { joinShortestOfTwo } from "../../src/queueing/shortest-queue.ts";
import { foregroundBackground, shortestJobFirst, shortestRemainingFirst } from "../../src/queueing/size-based.ts";
import { leastServers, squareRootStaffing } from "../../src/queueing/staffing.ts";
import { tandem } from "../../src/queueing/tandem.ts";
import { balancedHyperexponentialLaw, constantLaw, erlangLaw, exponentialLaw } from "../../src/queueing/time-law.ts";
import { tokenBucket } from "../../src/queueing/token-bucket.ts";
import { transient } from "../../src/queueing/transient.ts";
import { setup, vacations } from "../../src/queueing/vacations.ts";

/** An answer, and the rates that tie its means by Little's law: one for each queue in it, where it does not say itself. */
export interface Sample {
  answer: unknown;
  rates?: number[];
  /** False where times are those of some messages only, or numbers count others too. */
  little?: boolean;
}

type Draw = (uniform: () => number, trial: number) => () => Sample;

/** A unit of time from a microsecond to a fortnight. */
const unit = (u: () => number) => 10 ** (12 * u() - 6);
/** A load: close to saturation, very light, and then any. */
const load = (u: () => number, trial: number) => [0.9999, 0.001, 0.5][trial] ?? 0.02 + 0.96 * u();
/** Servers: very many, and then any number. */
const servers = (u: () => number, trial: number, most = 10_000) =>
  trial === 0 ? most : Math.ceil(Math.min(most, 50) ** u());
const whole = (u: () => number, least: number, most: number) => least + Math.floor(u() * (most + 1 - least));

const service = (u: () => number, mean: number) =>
  [exponentialLaw(mean), erlangLaw(3, mean), balancedHyperexponentialLaw(mean, 1 + 20 * u())][whole(u, 0, 2)];

export const samples: Record<string, Draw> = {
  mmc: (u, trial) => {
    const [mu, c] = [unit(u), servers(u, trial)];
    const lambda = load(u, trial) * c * mu;
    return () => ({ answer: mmc(lambda, mu, c), rates: [lambda] });
  },
  mmck: (u, trial) => {
    const [mu, c] = [unit(u), servers(u, trial)];
    const [lambda, K] = [2 * load(u, trial) * c * mu, c + (trial === 1 ? 200_000 : whole(u, 0, 30))];
    return () => ({ answer: mmck(lambda, mu, c, K) });
  },
  erlangA: (u, trial) => {
    const [mu, c] = [unit(u), servers(u, trial)];
    const [lambda, patience] = [1.5 * load(u, trial) * c * mu, 10 ** (4 * u() - 2) / mu];
    const laws = trial > 0; // of ten thousand servers they take a second each
    return () => ({
      answer: { ...erlangA(lambda, mu, c, patience), ...(!laws && { waitingTail: undefined, sojournTail: undefined }) },
      little: false,
    });
  },
  finiteSource: (u, trial) => {
    const [mu, c] = [unit(u), servers(u, trial)];
    const [population, think] = [whole(u, 1, 3 * c), (10 * u() + 0.01) / mu];
    return () => ({ answer: finiteSource(population, think, mu, c) });
  },
  engset: (u, trial) => {
    const [mu, c] = [unit(u), servers(u, trial)];
    const [population, think] = [trial === 1 ? 1_000_000 : whole(u, 1, 3 * c), (10 * u() + 0.01) / mu];
    return () => ({ answer: engset(population, think, mu, c) });
  },
  mgInf: (u) => {
    const [lambda, mean] = [unit(u), unit(u)];
    return () => ({ answer: mgInf(lambda, mean), rates: [lambda] });
  },
  mg1Law: (u, trial) => {
    const law = service(u, unit(u));
    const lambda = load(u, trial) / law.mean;
    return () => ({ answer: mg1Law(lambda, law), rates: [lambda] });
  },
  mdc: (u, trial) => {
    const [D, c] = [unit(u), servers(u, trial + 1)];
    const lambda = (Math.min(0.99, load(u, trial)) * c) / D;
    return () => ({ answer: mdc(lambda, D, c), rates: [lambda] });
  },
  gm1: (u, trial) => {
    const mu = unit(u);
    const law = service(u, 1 / (load(u, trial) * mu));
    const interval = { mean: law.mean, transform: (s: number) => law.transform(s, 0)[0] };
    return () => ({ answer: gm1(interval, mu), rates: [1 / law.mean] });
  },
  gmc: (u, trial) => {
    const [mu, c] = [unit(u), servers(u, trial, 200)];
    const law = service(u, 1 / (load(u, trial) * mu * c));
    const interval = { mean: law.mean, transform: (s: number) => law.transform(s, 0)[0] };
    return () => ({ answer: gmc(interval, mu, c), rates: [1 / law.mean] });
  },
  mg1k: (u, trial) => {
    const law = service(u, unit(u));
    const [lambda, K] = [(1.5 * load(u, trial)) / law.mean, whole(u, 1, 60)];
    return () => ({ answer: mg1k(lambda, law, K) });
  },
  lcfsLaw: (u, trial) => {
    const law = service(u, unit(u));
    const lambda = load(u, trial) / law.mean;
    return () => ({ answer: lcfsLaw(lambda, law), rates: [lambda] });
  },
  lcfsPreemptive: (u, trial) => {
    const law = service(u, unit(u));
    const lambda = load(u, trial) / law.mean;
    return () => ({ answer: lcfsPreemptive(lambda, law), rates: [lambda] });
  },
  processorSharing: (u, trial) => {
    const [mean, c] = [unit(u), servers(u, trial)];
    const lambda = (load(u, trial) * c) / mean;
    return () => ({ answer: processorSharing(lambda, mean, c), rates: [lambda] });
  },
  exponentialProcessorSharing: (u, trial) => {
    const [mu, c] = [unit(u), servers(u, trial, 20)];
    const lambda = Math.min(0.99, load(u, trial)) * c * mu;
    return () => ({ answer: exponentialProcessorSharing(lambda, mu, c), rates: [lambda] });
  },
  sizeBased: (u, trial) => {
    const mean = unit(u);
    const lambda = load(u, trial) / mean;
    const law = { ...exponentialLaw(mean), density: (x: number) => Math.exp(-x / mean) / mean };
    return () => ({
      answer: [shortestJobFirst, shortestRemainingFirst, foregroundBackground].map((rule) => rule(lambda, law)),
      rates: [lambda, lambda, lambda],
    });
  },
  priorities: (u, trial) => {
    const rho = load(u, trial);
    const classes = [0.3, 0.5, 0.2].map((share) => {
      const law = service(u, unit(u));
      return { lambda: (share * rho) / law.mean, service: law };
    });
    const rates = classes.map(({ lambda }) => lambda);
    return () => ({
      answer: [fcfsClasses(classes), nonPreemptiveLaw(classes), preemptiveResumeLaw(classes)],
      rates: [...rates, ...rates, ...rates],
    });
  },
  mmcPriorities: (u, trial) => {
    const [mu, c] = [unit(u), servers(u, trial)];
    const rates = [0.5, 0.2, 0.3].map((share) => share * load(u, trial) * c * mu);
    return () => ({
      answer: [mmcNonPreemptive(rates, mu, c), mmcPreemptive(rates, mu, c)],
      rates: [...rates, ...rates],
    });
  },
  mapPhC: (u, trial) => {
    const [mean, c] = [unit(u), whole(u, 1, 4)];
    const law = [
      exponentialPhases(mean),
      erlangPhases(3, mean),
      hyperexponentialPhases([0.3, 0.7], [2.5 * mean, mean / 2.8]),
    ][whole(u, 0, 2)];
    const own = law.initial.length === 2 ? 0.3 * 2.5 * mean + 0.7 * (mean / 2.8) : mean;
    const lambda = (Math.min(0.999, load(u, trial)) * c) / own;
    const arrivals = [
      poissonArrivals(lambda),
      renewalArrivals(erlangPhases(2, 1 / lambda)),
      modulatedArrivals(
        [1.6 * lambda, 0.4 * lambda],
        [
          [0, lambda / 5],
          [lambda / 5, 0],
        ],
      ),
    ][whole(u, 0, 2)];
    return () => ({ answer: mapPhC(arrivals, law, c), rates: [lambda] });
  },
  dropHead: (u, trial) => {
    const [mu, K] = [unit(u), whole(u, 2, 30)];
    const lambda = 2 * load(u, trial) * mu;
    return () => ({ answer: dropHead(lambda, mu, K), little: false });
  },
  batchArrivals: (u, trial) => {
    const law = service(u, unit(u));
    const batchRate = load(u, trial) / (law.mean * 2.3);
    return () => ({ answer: batchArrivals(batchRate, [0.4, 0.2, 0.2, 0.1, 0.1], law), rates: [2.3 * batchRate] });
  },
  batchArrivalsLimited: (u, trial) => {
    const [mu, K] = [unit(u), trial === 1 ? 5000 : whole(u, 1, 60)];
    const batchRate = load(u, trial) * mu;
    return () => ({ answer: batchArrivalsLimited(batchRate, [0.4, 0.2, 0.2, 0.1, 0.1], mu, K) });
  },
  bulkService: (u, trial) => {
    const [mu, least] = [unit(u), whole(u, 1, 5)];
    const most = least + (trial === 1 ? 10_000 : whole(u, 0, 9));
    const lambda = load(u, trial) * mu * most;
    return () => ({
      answer: [bulkService(lambda, mu, least, most), bulkServiceLaw(lambda, mu, most)],
      rates: [lambda, lambda],
    });
  },
  absences: (u, trial) => {
    const law = service(u, unit(u));
    const [lambda, away] = [load(u, trial) / law.mean, service(u, law.mean * 10 ** (2 * u() - 1))];
    return () => ({ answer: [vacations(lambda, law, away), setup(lambda, law, away)], rates: [lambda, lambda] });
  },
  mmcSetup: (u, trial) => {
    const [mu, c] = [unit(u), servers(u, trial, 40)];
    const lambda = Math.min(0.99, load(u, trial)) * c * mu;
    return () => ({ answer: mmcSetup(lambda, mu, c, (10 * u() + 0.01) / mu), rates: [lambda] });
  },
  mmcBreakdowns: (u, trial) => {
    const [mu, c] = [unit(u), servers(u, trial, 20)];
    const lambda = Math.min(0.999, load(u, trial)) * 0.9 * c * mu;
    return () => ({
      answer: mmcBreakdowns(lambda, mu, c, { timeToFailure: 90 / mu, repairTime: 10 / mu }),
      rates: [lambda],
    });
  },
  disasters: (u) => {
    const [mu, lambda, rate] = [unit(u), unit(u), unit(u)];
    return () => ({ answer: disasters(lambda, mu, rate), little: false });
  },
  feedback: (u, trial) => {
    const [mu, c, failure] = [unit(u), servers(u, trial), 0.9 * u()];
    const lambda = load(u, trial) * c * mu * (1 - failure);
    return () => ({
      answer: feedback(lambda, mu, c, { failure, attempts: Infinity, backoff: u() / mu }),
      little: false,
    });
  },
  retrials: (u, trial) => {
    const [mu, retry] = [unit(u), 10 ** (4 * u() - 2)];
    const lambda = load(u, trial) * mu;
    return () => ({
      answer: [
        retrials(lambda, exponentialLaw(1 / mu), retry * mu),
        exponentialRetrials(lambda, mu, retry * mu),
        constantRetrials(lambda, mu, lambda ** 2 / (mu - lambda) + retry * mu),
      ],
      rates: [lambda, lambda, lambda],
    });
  },
  heterogeneous: (u, trial) => {
    const mu = unit(u);
    const rates = Array.from({ length: whole(u, 1, 5) }, () => mu * (0.1 + u()));
    const lambda = Math.min(0.999, load(u, trial)) * rates.reduce((sum, rate) => sum + rate, 0);
    return () => ({ answer: heterogeneous(lambda, rates, trial % 2 ? "fastest" : "any"), rates: [lambda] });
  },
  joinShortestOfTwo: (u, trial) => {
    const mu = unit(u);
    const lambda = 2 * load(u, trial) * mu;
    return () => ({ answer: joinShortestOfTwo(lambda, mu), rates: [lambda] });
  },
  forkJoin: (u, trial) => {
    const mu = unit(u);
    return () => ({ answer: forkJoin(load(u, trial) * mu, mu, whole(u, 1, 100)), little: false });
  },
  quorums: (u, trial) => {
    const [mean, n] = [unit(u), whole(u, 1, 12)];
    const k = whole(u, 1, n);
    const lambda = load(u, trial) / quorum(n, k, mean).mean;
    return () => ({ answer: splitMerge(lambda, n, k, mean), rates: [lambda] });
  },
  openNetworks: (u, trial) => {
    const mu = unit(u);
    const routing = [
      [0, 0.7, 0.2],
      [0.3, 0, 0.3],
      [0, 0.5, 0.1],
    ];
    const stations = [1, 2, 40].map((c) => ({ mu, servers: c, variation: 3 * u() }));
    const rate = (load(u, trial) * mu) / 3;
    return () => ({
      answer: [
        openNetwork([rate, 0, rate / 2], routing, stations),
        networkAnalyzer(
          [rate, 0, rate / 2].map((external) => ({ rate: external, variation: 2 * u() })),
          routing,
          stations,
        ),
        tandem(rate, [mu, 2 * mu, mu]),
        openClasses(
          [rate, rate],
          [
            [1 / mu, 0.5 / mu],
            [0.2 / mu, 2 / mu],
          ],
        ),
      ],
      little: false,
    });
  },
  closedNetworks: (u, trial) => {
    const [s, N] = [unit(u), trial === 0 ? 2000 : whole(u, 1, 60)];
    const demands = [s, 2 * s, 0.3 * s];
    const twoClasses = {
      populations: [whole(u, 1, 8), whole(u, 0, 8)],
      think: [s, 0],
      demands: demands.map((d) => [d, d * u()]),
    };
    return () => ({
      answer: [
        closedNetwork(
          N,
          demands.map((d, i) => ({ visits: 1, service: d, servers: i + 1 })),
          3 * s,
        ),
        closedBounds(N, demands, 3 * s),
        exactMva(twoClasses),
        schweitzer(twoClasses),
        linearizer(twoClasses),
        saturatedWindow(whole(u, 1, 50), 3 * s, 1 / s, whole(u, 1, 8)),
      ],
      little: false,
    });
  },
  creditWindow: (u, trial) => {
    const [mu, window] = [unit(u), whole(u, 1, 12)];
    const lambda = 0.3 * load(u, trial) * mu;
    return () => ({ answer: creditWindow(lambda, window, 0.5 / mu, mu), little: false });
  },
  polling: (u, trial) => {
    const s = unit(u);
    const rho = load(u, trial);
    const queues = [0.5, 0.3, 0.2].map((share, i) => ({
      lambda: (share * rho) / s,
      service: { mean: s, second: 2 * s ** 2 },
      walk: { mean: 1e-5 * s, second: 3e-10 * s ** 2 },
      visit: (["exhaustive", "gated", "one"] as const)[(i + trial) % 3],
    }));
    return () => ({ answer: polling(queues), little: false });
  },
  conditional: (u, trial) => {
    const [mu, c] = [unit(u), servers(u, trial)];
    const lambda = Math.max(0.2, load(u, trial)) * c * mu;
    return () => ({
      answer: [delayedWait(mmc(lambda, mu, c)), waitBehind(whole(u, 0, Math.min(500, 2 * c)), mu, c)],
      little: false,
    });
  },
  blockingTandem: (u, trial) => {
    const mu = unit(u);
    const lambda = 0.6 * Math.min(0.999, load(u, trial)) * mu;
    return () => ({ answer: blockingTandem(lambda, mu, 1.3 * mu, whole(u, 0, 8)), little: false });
  },
  batcher: (u, trial) => {
    const lambda = unit(u);
    const size = trial === 0 ? 10_000 : whole(u, 2, 60);
    return () => ({ answer: batcher(lambda, size, (size * 2 * u() + 0.01) / lambda), little: false });
  },
  tokenBucket: (u, trial) => {
    const refill = unit(u);
    return () => ({
      answer: tokenBucket(Math.min(0.99, load(u, trial)) * refill, refill, 1 + 20 * u()),
      little: false,
    });
  },
  resequencing: (u) => {
    const law = service(u, unit(u));
    return () => ({ answer: resequencing((10 * u()) / law.mean, law), little: false });
  },
  sharedBuffer: (u, trial) => {
    const mu = unit(u);
    const queues = [0.5, 3, 1].map((factor) => ({ lambda: factor * load(u, trial) * mu, mu }));
    return () => ({ answer: sharedBuffer(queues, trial === 0 ? 10_000 : whole(u, 1, 40)), little: false });
  },
  transient: (u, trial) => {
    const [mu, c] = [unit(u), whole(u, 1, 20)];
    const queue = { mu, c, capacity: whole(u, 20, 60), start: whole(u, 0, 20) };
    return () => ({ answer: transient(2 * load(u, trial) * c * mu, queue, [0, 0.1 / mu, 5 / mu]), little: false });
  },
  staffing: (u, trial) => {
    const [erlangs, delay] = [trial === 0 ? 10_000 : 300 * u() + 0.01, 0.01 + 0.98 * u()];
    return () => ({ answer: [leastServers(erlangs, delay), squareRootStaffing(erlangs, delay)], little: false });
  },
  approximations: (u, trial) => {
    const [mu, c] = [unit(u), servers(u, trial)];
    const lambda = load(u, trial) * c * mu;
    const queue = { lambda, arrivalVariation: 4 * u(), mu, serviceVariation: trial === 2 ? 0 : 4 * u(), c };
    const one = { ...queue, lambda: lambda / c };
    return () => ({
      answer: [
        approximate.allenCunneen(queue),
        approximate.kingman(queue),
        approximate.kimura(queue),
        approximate.whitt(queue),
        approximate.cosmetatos(lambda, mu, c),
        approximate.kingmanBound(one),
        approximate.kraemerLangenbachBelz(one),
      ],
      rates: [lambda, lambda, lambda, lambda, lambda, lambda / c, lambda / c],
    });
  },
  constantService: (u, trial) => {
    const law = constantLaw(unit(u));
    const lambda = Math.min(0.99, load(u, trial)) / law.mean;
    return () => ({ answer: mg1Law(lambda, law), rates: [lambda] });
  },
};
