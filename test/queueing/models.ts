import {
  allenCunneen,
  kimura,
  kingmanBound,
  kraemerLangenbachBelz,
  whitt,
} from "../../src/queueing/approximate-wait.ts";
import { batchArrivals, batchArrivalsLimited } from "../../src/queueing/batch-arrivals.ts";
import { batcher } from "../../src/queueing/batcher.ts";
import { blockingTandem } from "../../src/queueing/blocking-tandem.ts";
import { mmcBreakdowns } from "../../src/queueing/breakdowns.ts";
import { bulkService } from "../../src/queueing/bulk-service.ts";
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
import { limitedSource } from "../../src/queueing/limited-source.ts";
import { mapPhC } from "../../src/queueing/map-ph-c.ts";
import { modulatedArrivals } from "../../src/queueing/markovian-arrivals.ts";
import { mdc } from "../../src/queueing/mdc.ts";
import { mg1Law } from "../../src/queueing/mg1.ts";
import { mg1k } from "../../src/queueing/mg1k.ts";
import { mgInf } from "../../src/queueing/mginf.ts";
import { mmc } from "../../src/queueing/mmc.ts";
import { mmcNonPreemptive, mmcPreemptive } from "../../src/queueing/mmc-priority.ts";
import { mmcSetup } from "../../src/queueing/mmc-setup.ts";
import { mmck } from "../../src/queueing/mmck.ts";
import { meanWaitsFromEmpty } from "../../src/queueing/nth-wait.ts";
import { openNetwork } from "../../src/queueing/open-network.ts";
import { splitMerge } from "../../src/queueing/order-statistics.ts";
import { erlangPhases } from "../../src/queueing/phase-type.ts";
import { nonPreemptiveLaw, preemptiveResumeLaw } from "../../src/queueing/priority-law.ts";
import { exponentialProcessorSharing } from "../../src/queueing/ps.ts";
import { networkAnalyzer } from "../../src/queueing/qna.ts";
import { resequencing } from "../../src/queueing/resequencing.ts";
import { constantRetrials, exponentialRetrials, retrials } from "../../src/queueing/retrials.ts";
import { sharedBuffer } from "../../src/queueing/shared-buffer.ts";
import { joinShortestOfTwo } from "../../src/queueing/shortest-queue.ts";
import {
  foregroundBackground,
  type SizeLaw,
  shortestJobFirst,
  shortestRemainingFirst,
} from "../../src/queueing/size-based.ts";
import { stateDependent } from "../../src/queueing/state-dependent.ts";
import { tandem } from "../../src/queueing/tandem.ts";
import { erlangLaw, exponentialLaw } from "../../src/queueing/time-law.ts";
import { tokenBucket } from "../../src/queueing/token-bucket.ts";
import { setup, vacations } from "../../src/queueing/vacations.ts";

/** Each model with all its rates k times as large and all its times k times as short. */
export const models: Record<string, (k: number) => unknown> = {
  mmc: (k) => mmc(1.6 * k, k, 2),
  mmck: (k) => mmck(3 * k, k, 2, 5),
  mgInf: (k) => mgInf(3 * k, 1 / k),
  finiteSource: (k) => finiteSource(6, 4 / k, k, 2),
  limitedSource: (k) => limitedSource(6, 4 / k, k, { servers: 2, capacity: 4 }),
  engset: (k) => engset(6, 4 / k, k, 2),
  erlangA: (k) => erlangA(3 * k, k, 2, 1.5 / k),
  stateDependent: (k) =>
    stateDependent(
      (n) => k / (n + 1),
      () => 2 * k,
      9,
    ),
  mg1Law: (k) => mg1Law(0.8 * k, erlangLaw(2, 1 / k)),
  mg1k: (k) => mg1k(0.8 * k, erlangLaw(2, 1 / k), 4),
  md1: (k) => mdc(0.8 * k, 1 / k, 1),
  mdc: (k) => mdc(2.4 * k, 1 / k, 3),
  gm1: (k) => gm1({ mean: 1.5 / k, transform: (s) => Math.exp((-1.5 * s) / k) }, k),
  gmc: (k) => gmc({ mean: 0.7 / k, transform: (s) => Math.exp((-0.7 * s) / k) }, k, 2),
  lcfs: (k) => lcfsLaw(0.6 * k, erlangLaw(2, 1 / k)),
  lcfsPreemptive: (k) => lcfsPreemptive(0.6 * k, erlangLaw(2, 1 / k)),
  ps: (k) => exponentialProcessorSharing(1.2 * k, k, 2),
  sjf: (k) => shortestJobFirst(0.8 * k, size(k)),
  srpt: (k) => shortestRemainingFirst(0.8 * k, size(k)),
  fb: (k) => foregroundBackground(0.8 * k, size(k)),
  nonPreemptive: (k) => nonPreemptiveLaw(classes(k)),
  preemptiveResume: (k) => preemptiveResumeLaw(classes(k)),
  fcfsClasses: (k) => fcfsClasses(classes(k)),
  mmcNonPreemptive: (k) => mmcNonPreemptive([0.8 * k, 0.7 * k], k, 2),
  mmcPreemptive: (k) => mmcPreemptive([0.8 * k, 0.7 * k], k, 2),
  mapPhC: (k) =>
    mapPhC(
      modulatedArrivals(
        [2 * k, 0.5 * k],
        [
          [0, k],
          [k, 0],
        ],
      ),
      erlangPhases(2, 1 / k),
      2,
    ),
  dropHead: (k) => dropHead(1.2 * k, k, 5),
  batchArrivals: (k) => batchArrivals(0.3 * k, [0.5, 0.5], erlangLaw(2, 1 / k)),
  batchArrivalsLimited: (k) => batchArrivalsLimited(0.8 * k, [0.5, 0.5], k, 6),
  splitMerge: (k) => splitMerge(0.5 * k, 4, 2, 1 / k),
  waitBehind: (k) => waitBehind(5, k, 2),
  delayedWait: (k) => delayedWait(mmc(1.6 * k, k, 2)),
  bulkService: (k) => bulkService(2 * k, k, 2, 4),
  vacations: (k) => vacations(0.6 * k, erlangLaw(2, 1 / k), erlangLaw(3, 2 / k)),
  setup: (k) => setup(0.6 * k, erlangLaw(2, 1 / k), erlangLaw(3, 2 / k)),
  mmcSetup: (k) => mmcSetup(1.2 * k, k, 2, 3 / k),
  mmcBreakdowns: (k) => mmcBreakdowns(1.2 * k, k, 2, { timeToFailure: 9 / k, repairTime: 1 / k }),
  disasters: (k) => disasters(0.9 * k, k, 0.1 * k),
  feedback: (k) => feedback(0.6 * k, k, 1, { failure: 0.2, attempts: 4, backoff: 3 / k }),
  retrials: (k) => retrials(0.6 * k, exponentialLaw(1 / k), 0.5 * k),
  exponentialRetrials: (k) => exponentialRetrials(0.6 * k, k, 0.5 * k),
  constantRetrials: (k) => constantRetrials(0.5 * k, k, 2 * k),
  heterogeneous: (k) => heterogeneous(2 * k, [2 * k, k], "fastest"),
  joinShortestOfTwo: (k) => joinShortestOfTwo(1.2 * k, k),
  forkJoin: (k) => [forkJoin(0.5 * k, k, 2), forkJoin(0.5 * k, k, 5)],
  openNetwork: (k) =>
    openNetwork(
      [k, 0],
      [
        [0, 1],
        [0.3, 0],
      ],
      [
        { mu: 2 * k, servers: 1 },
        { mu: k, servers: 3 },
      ],
    ),
  networkAnalyzer: (k) =>
    networkAnalyzer(
      [
        { rate: k, variation: 0.5 },
        { rate: 0, variation: 1 },
      ],
      [
        [0, 1],
        [0.3, 0],
      ],
      [
        { mu: 2 * k, variation: 2, servers: 1 },
        { mu: k, variation: 0.3, servers: 3 },
      ],
    ),
  tandem: (k) => tandem(0.5 * k, [k, 2 * k]),
  blockingTandem: (k) => blockingTandem(0.4 * k, k, 0.9 * k, 1),
  closedNetwork: (k) =>
    closedNetwork(
      5,
      [
        { visits: 1, service: 1 / k, servers: 1 },
        { visits: 2, service: 0.7 / k, servers: 2 },
      ],
      3 / k,
    ),
  closedBounds: (k) => closedBounds(5, [1 / k, 2 / k], 3 / k),
  saturatedWindow: (k) => saturatedWindow(4, 3 / k, k, 2),
  creditWindow: (k) => creditWindow(0.6 * k, 3, 1 / k, k),
  batcher: (k) => batcher(5 * k, 8, 1 / k),
  tokenBucket: (k) => tokenBucket(0.8 * k, k, 4),
  resequencing: (k) => resequencing(3 * k, exponentialLaw(1 / k)),
  sharedBuffer: (k) =>
    sharedBuffer(
      [
        { lambda: 0.8 * k, mu: k },
        { lambda: 0.5 * k, mu: 2 * k },
      ],
      6,
    ),
  meanWaitsFromEmpty: (k) => ({ waitingTime: meanWaitsFromEmpty(0.9 * k, k, 20)[19] }),
  allenCunneen: (k) => allenCunneen(moments(k)),
  kimura: (k) => kimura(moments(k)),
  whitt: (k) => whitt(moments(k)),
  kraemerLangenbachBelz: (k) => kraemerLangenbachBelz({ ...moments(k), lambda: 0.8 * k }),
  kingmanBound: (k) => kingmanBound({ ...moments(k), lambda: 0.8 * k }),
};

function size(k: number): SizeLaw {
  const law = erlangLaw(2, 1 / k);
  return { ...law, density: (x) => 4 * k * k * x * Math.exp(-2 * k * x) };
}

function classes(k: number) {
  return [
    { lambda: 0.3 * k, service: exponentialLaw(1 / k) },
    { lambda: 0.2 * k, service: erlangLaw(2, 1.5 / k) },
  ];
}

function moments(k: number) {
  return { lambda: 2.4 * k, arrivalVariation: 0.6, mu: k, serviceVariation: 2, c: 3 };
}
