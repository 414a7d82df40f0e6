import { linearizer, schweitzer } from "../../src/queueing/approximate-mva.ts";
import { cosmetatos, kimura, kraemerLangenbachBelz, whitt } from "../../src/queueing/approximate-wait.ts";
import { batchArrivals, batchArrivalsLimited } from "../../src/queueing/batch-arrivals.ts";
import { batcher } from "../../src/queueing/batcher.ts";
import { mmcBreakdowns } from "../../src/queueing/breakdowns.ts";
import { bulkService } from "../../src/queueing/bulk-service.ts";
import { speedClasses } from "../../src/queueing/class-convolution.ts";
import { closedBounds } from "../../src/queueing/closed-bounds.ts";
import { closedNetwork } from "../../src/queueing/closed-network.ts";
import { delayedWait, waitBehind } from "../../src/queueing/conditional-wait.ts";
import { creditWindow, saturatedWindow } from "../../src/queueing/credit-window.ts";
import { diffusion } from "../../src/queueing/diffusion.ts";
import { disasters } from "../../src/queueing/disasters.ts";
import { dropHead } from "../../src/queueing/drop-head.ts";
import { erlangA } from "../../src/queueing/erlang-a.ts";
import { fcfsClasses } from "../../src/queueing/fcfs-classes.ts";
import { feedback } from "../../src/queueing/feedback.ts";
import { engset, finiteSource } from "../../src/queueing/finite-source.ts";
import { fluid } from "../../src/queueing/fluid.ts";
import { forkJoin } from "../../src/queueing/fork-join.ts";
import { gm1, gmc } from "../../src/queueing/gmc.ts";
import { heterogeneous } from "../../src/queueing/heterogeneous.ts";
import { lcfsPreemptive } from "../../src/queueing/lcfs.ts";
import { limitedSource } from "../../src/queueing/limited-source.ts";
import { mapPhC } from "../../src/queueing/map-ph-c.ts";
import { poissonArrivals } from "../../src/queueing/markovian-arrivals.ts";
import { mdc } from "../../src/queueing/mdc.ts";
import { mg1, mg1Law } from "../../src/queueing/mg1.ts";
import { mg1k } from "../../src/queueing/mg1k.ts";
import { mgInf } from "../../src/queueing/mginf.ts";
import { erlangB, erlangC, mmc } from "../../src/queueing/mmc.ts";
import { mmcNonPreemptive } from "../../src/queueing/mmc-priority.ts";
import { mmcSetup } from "../../src/queueing/mmc-setup.ts";
import { mmck } from "../../src/queueing/mmck.ts";
import { exactMva } from "../../src/queueing/mva.ts";
import { openNetwork } from "../../src/queueing/open-network.ts";
import { quorum, splitMerge } from "../../src/queueing/order-statistics.ts";
import { erlangPhases, exponentialPhases } from "../../src/queueing/phase-type.ts";
import { polling } from "../../src/queueing/polling.ts";
import { nonPreemptiveLaw, preemptiveResumeLaw } from "../../src/queueing/priority-law.ts";
import { exponentialProcessorSharing } from "../../src/queueing/ps.ts";
import { networkAnalyzer } from "../../src/queueing/qna.ts";
import { resequencing } from "../../src/queueing/resequencing.ts";
import { restartedService } from "../../src/queueing/restarted-service.ts";
import { constantRetrials, exponentialRetrials } from "../../src/queueing/retrials.ts";
import { saturatedLine } from "../../src/queueing/saturated-line.ts";
import { sharedBuffer } from "../../src/queueing/shared-buffer.ts";
import { joinShortestOfTwo } from "../../src/queueing/shortest-queue.ts";
import { foregroundBackground, shortestJobFirst, shortestRemainingFirst } from "../../src/queueing/size-based.ts";
import { leastServers, squareRootStaffing } from "../../src/queueing/staffing.ts";
import { stateDependent } from "../../src/queueing/state-dependent.ts";
import { balancedHyperexponentialLaw, constantLaw, erlangLaw, exponentialLaw } from "../../src/queueing/time-law.ts";
import { tokenBucket } from "../../src/queueing/token-bucket.ts";
import { vacations } from "../../src/queueing/vacations.ts";
import { normalCdf } from "../../src/special/normal.ts";
import { overTime } from "./accuracy-over-time.ts";
import { type Family, ofCase, reduced } from "./comparison.ts";

/* How far answers are from what is known otherwise, family by family: what src/queueing/README.md states. */

const interval = (law: { mean: number; transform: (re: number, im: number) => readonly [number, number] }) => ({
  mean: law.mean,
  transform: (s: number) => law.transform(s, 0)[0],
});
const size = { ...exponentialLaw(1), density: (x: number) => Math.exp(-x) };

/** Each family: its functions, and what is compared. */
export const families: Family[] = [
  {
    family: "M/M/1, M/M/c, Erlang C",
    functions: "mmc, erlangC",
    compare: () => {
      const queues = [
        ["MM1-r80", mmc(0.8, 1, 1)],
        ["MM1-r99", mmc(0.99, 1, 1)],
        ["MMC-c10-a9", mmc(9, 1, 10)],
      ] as const;
      return [
        ...queues.flatMap(([id, queue]) =>
          ofCase(id, {
            L: queue.numberInSystem,
            Wq: queue.waitingTime,
            W_p99: queue.sojournQuantile(0.99),
            Wq_p99: queue.waitingQuantile(0.99),
          }),
        ),
        ...ofCase("ERLANGC-TABLE", { "C(c=1000,a=980)": erlangC(980, 1000) }),
      ];
    },
  },
  {
    family: "M/M/c/c (Erlang B)",
    functions: "erlangB",
    compare: () => [
      ...ofCase("ERLB-20", { P_block: erlangB(15, 20) }),
      ...ofCase("ERLB-100", { P_block: erlangB(90, 100) }),
    ],
  },
  {
    family: "M/M/c/K",
    functions: "mmck",
    compare: () => {
      const queue = mmck(50, 10, 4, 6);
      return ofCase("MM4K6-l50", {
        P_block: queue.lossProbability,
        Wq: queue.waitingTime,
        W_p99: queue.sojournQuantile(0.99),
      });
    },
  },
  {
    family: "M/M/c//N, Engset",
    functions: "finiteSource, engset, limitedSource",
    compare: () => [
      ...ofCase("TIMESHARE-50", {
        X: finiteSource(50, 30, 2, 1).throughput,
        W: finiteSource(50, 30, 2, 1).sojournTime,
      }),
      ...reduced(
        "rational arithmetic, engset(100, 9, 1, 20)",
        engset(100, 9, 1, 20).lossProbability,
        0.0010416100839525189,
      ),
      ...reduced(
        "weights 1, 5, 10 of five clients at two places",
        limitedSource(5, 1, 1, { servers: 2, capacity: 2 }).lossProbability,
        6 / 11,
      ),
    ],
  },
  {
    family: "M/M/c+M (Erlang A)",
    functions: "erlangA",
    compare: () => [
      ...reduced("chain solved in Python, erlangA(4, 1, 3, 2)", erlangA(4, 1, 3, 2).waitingTime, 0.6225706863998469),
      ...reduced("chain uniformized in Python, P(Wq > 2)", erlangA(4, 1, 3, 2).waitingTail(2), 0.03470595085420979),
    ],
  },
  {
    family: "M/G/1",
    functions: "mg1, mg1Law",
    compare: () =>
      (
        [
          ["MG1-E2-r80", mg1Law(0.8, erlangLaw(2, 1))],
          ["MG1-H2_10-r80", mg1Law(0.8, balancedHyperexponentialLaw(1, 10))],
          ["MG1-D-r50", mg1Law(0.5, constantLaw(1))],
        ] as const
      ).flatMap(([id, queue]) =>
        ofCase(id, {
          Wq: queue.waitingTime,
          Var_W: queue.sojournVariance,
          Wq_p99: queue.waitingQuantile(0.99),
          W_p99: queue.sojournQuantile(0.99),
        }),
      ),
  },
  {
    family: "M/G/1 with classes in one queue, and with service that is killed and restarted",
    functions: "fcfsClasses, restartedService",
    compare: () => {
      const classes = [
        { lambda: 0.2, service: constantLaw(1) },
        { lambda: 0.3, service: exponentialLaw(1) },
        { lambda: 0.1, service: exponentialLaw(3) },
      ];
      const sigma = Math.sqrt(Math.log(5)); // of a lognormal law with mean 1 and squared variation 4
      const tail = (t: number) => (t === 0 ? 1 : normalCdf(-(Math.log(t) + sigma ** 2 / 2) / sigma));
      const restarted = restartedService({ mean: 1, tail }, 2);
      return [
        ...ofCase("FCFS-MULTI", { "Wq(all classes)": fcfsClasses(classes)[0].waitingTime }),
        ...ofCase("TIMEOUT-RESTART", { S_eff_mean: restarted.mean, Wq: mg1(0.6, restarted).waitingTime }),
      ];
    },
  },
  {
    family: "M/D/c",
    functions: "mdc",
    compare: () =>
      ofCase("MDC-c10-r90", { Wq: mdc(9, 1, 10).waitingTime, Wq_p99: mdc(9, 1, 10).waitingQuantile(0.99) }),
  },
  {
    family: "G/M/1, G/M/c",
    functions: "gm1, gmc",
    compare: () => [
      ...(
        [
          ["GIM1-E4-r80", erlangLaw(4, 1.25)],
          ["GIM1-H2_4-r80", balancedHyperexponentialLaw(1.25, 4)],
        ] as const
      ).flatMap(([id, law]) =>
        ofCase(id, { Wq: gm1(interval(law), 1).waitingTime, sigma: gm1(interval(law), 1).delayProbability }),
      ),
      ...reduced(
        "M/M/10 from Poisson arrivals",
        gmc(interval(exponentialLaw(1 / 9)), 1, 10).waitingTime,
        mmc(9, 1, 10).waitingTime,
      ),
    ],
  },
  {
    family: "M/G/∞",
    functions: "mgInf",
    compare: () => reduced("Poisson probability 3⁴e⁻³/4!", mgInf(3, 1).probability(4), (81 / 24) * Math.exp(-3)),
  },
  {
    family: "M/G/1/K",
    functions: "mg1k",
    compare: () =>
      reduced(
        "M/M/1/5 from exponential service",
        mg1k(0.8, exponentialLaw(1), 5).lossProbability,
        mmck(0.8, 1, 1, 5).lossProbability,
      ),
  },
  {
    family: "processor sharing",
    functions: "processorSharing, exponentialProcessorSharing",
    compare: () => {
      // Var W of M/M/1-PS: (2 + ρ)/((2 − ρ)μ²(1 − ρ)²)
      const queue = exponentialProcessorSharing(0.7, 1, 1);
      return reduced("Var W of M/M/1-PS, (2 + ρ)/((2 − ρ)(1 − ρ)²)", queue.sojournVariance, 2.7 / 1.3 / 0.09);
    },
  },
  {
    family: "last come, first served",
    functions: "lcfs, lcfsLaw, lcfsPreemptive",
    compare: () => {
      const queue = lcfsPreemptive(0.6, exponentialLaw(1));
      return reduced("Var of the M/M/1 busy period, (1 + ρ)/(1 − ρ)³", queue.sojournVariance, 1.6 / 0.4 ** 3);
    },
  },
  {
    family: "shortest first, foreground–background",
    functions: "shortestJobFirst, shortestRemainingFirst, foregroundBackground",
    compare: () => [
      ...ofCase("SIZE-BASED-MM1", {
        W_SJF: shortestJobFirst(0.8, size).sojournTime,
        W_SRPT: shortestRemainingFirst(0.8, size).sojournTime,
      }),
      // exponential sizes tell nothing of what is left, so the mean is that of any rule that does not know them
      ...reduced("M/M/1, mean of W under foreground–background", foregroundBackground(0.8, size).sojournTime, 5),
    ],
  },
  {
    family: "batch arrivals",
    functions: "batchArrivals, batchArrivalsLimited",
    compare: () => {
      const queue = batchArrivals(
        0.2,
        Array.from({ length: 200 }, (_, i) => 0.25 * 0.75 ** i),
        exponentialLaw(1),
      );
      return [
        ...ofCase("MXGEO4-M1", { L: queue.numberInSystem, W_p99: queue.sojournQuantile(0.99) }),
        ...reduced(
          "M/M/1/5 from batches of one",
          batchArrivalsLimited(0.8, [1], 1, 5).lossProbability,
          mmck(0.8, 1, 1, 5).lossProbability,
        ),
      ];
    },
  },
  {
    family: "bulk service",
    functions: "bulkService, bulkServiceLaw",
    compare: () =>
      ofCase("BULKS-1-8", { Lq: bulkService(5, 1, 1, 8).numberInQueue, U: bulkService(5, 1, 1, 8).utilization }),
  },
  {
    family: "breakdowns, set-up, vacations",
    functions: "mmcBreakdowns, interruptedService, mmcSetup, setup, vacations",
    compare: () => [
      ...reduced(
        "M/M/3 with repairs that take no time",
        mmcBreakdowns(2, 1, 3, { timeToFailure: 1, repairTime: 1e-13 }).numberInSystem,
        mmc(2, 1, 3).numberInSystem,
      ),
      ...reduced(
        "M/M/3 with set-ups that take no time",
        mmcSetup(2, 1, 3, 1e-13).numberInSystem,
        mmc(2, 1, 3).numberInSystem,
      ),
      ...reduced(
        "M/M/1 with exponential vacations, Wq + E[V]",
        vacations(0.5, exponentialLaw(1), exponentialLaw(2)).waitingTime,
        3,
      ),
    ],
  },
  {
    family: "disasters",
    functions: "disasters",
    compare: () => {
      const queue = disasters(0.9, 1, 0.1);
      const z = (2 - Math.sqrt(4 - 3.6)) / 2;
      return reduced("root of μz² − (λ + μ + δ)z + λ = 0", queue.utilization, z);
    },
  },
  {
    family: "feedback",
    functions: "feedback",
    compare: () =>
      reduced(
        "M/M/1 of all attempts",
        feedback(0.4, 1, 1, { failure: 0.5, attempts: Infinity, backoff: 0 }).sojournTime,
        10,
      ),
  },
  {
    family: "retrials",
    functions: "retrials, exponentialRetrials, constantRetrials",
    compare: () => [
      ...ofCase("RETRIAL-CONST", { L_orbit: constantRetrials(0.7, 1, 3).numberInQueue }),
      ...reduced("recursion in Python", exponentialRetrials(0.6, 1, 0.5).numberInQueue, 2.7),
    ],
  },
  {
    family: "priorities",
    functions: "nonPreemptive, preemptiveResume, their laws, mmcNonPreemptive, mmcPreemptive",
    compare: () => {
      const [first, second] = nonPreemptiveLaw([
        { lambda: 0.3, service: exponentialLaw(0.5) },
        { lambda: 0.3, service: exponentialLaw(5 / 3) },
      ]);
      const [one] = preemptiveResumeLaw([{ lambda: 0.5, service: exponentialLaw(1) }]);
      return [
        ...ofCase("NP2-NEQ", {
          "Wq[class1]": first.waitingTime,
          "Var_Wq[class2]": second.waitingVariance,
          "W_p99[class2]": second.sojournQuantile(0.99),
        }),
        ...reduced("M/M/1 for one class, p99 of W", one.sojournQuantile(0.99), mmc(0.5, 1, 1).sojournQuantile(0.99)),
        ...reduced("M/M/2 for one class", mmcNonPreemptive([1.6], 1, 2)[0].waitingTime, mmc(1.6, 1, 2).waitingTime),
      ];
    },
  },
  {
    family: "polling",
    functions: "polling",
    compare: () => {
      const walk = { mean: 2, second: 8 };
      const queue = { lambda: 0.4, service: { mean: 1, second: 2 }, walk, visit: "exhaustive" as const };
      const { waitingTime } = vacations(0.4, exponentialLaw(1), exponentialLaw(2));
      return reduced("M/G/1 with vacations for one queue", polling([queue]).waits[0].low, waitingTime);
    },
  },
  {
    family: "MAP/PH/c, PH/PH/1, MMPP/M/c",
    functions: "mapPhC",
    compare: () => {
      const queue = mapPhC(poissonArrivals(1.6), erlangPhases(2, 1), 2);
      const plain = mapPhC(poissonArrivals(9), exponentialPhases(1), 10);
      return [
        ...ofCase("MPHC-E2-c2-r80", { Wq: queue.waitingTime }),
        ...reduced("M/M/10, p99 of W", plain.sojournQuantile(0.99), mmc(9, 1, 10).sojournQuantile(0.99)),
      ];
    },
  },
  {
    family: "servers that differ, shortest of two queues",
    functions: "heterogeneous, joinShortestOfTwo",
    compare: () => [
      ...reduced(
        "M/M/2 from equal servers",
        heterogeneous(1.6, [1, 1], "fastest").numberInSystem,
        mmc(1.6, 1, 2).numberInSystem,
      ),
      ...ofCase("JSQ2-r50", { L: joinShortestOfTwo(1, 1).numberInSystem }),
    ],
  },
  {
    family: "finite chains: drop-head, batching with a time limit, blocking lines",
    functions: "dropHead, batcher, blockingTandem, saturatedLine, exploredChain",
    compare: () => [
      ...reduced("losses of drop-tail", dropHead(1.2, 1, 6).lossProbability, mmck(1.2, 1, 1, 6).lossProbability),
      ...reduced("batches of two: 1 + (1 − e^−λT)", batcher(2, 2, 1).meanBatch, 2 - Math.exp(-2)),
      ...ofCase("LINE3-B0", { X: saturatedLine([1, 1, 1], [0, 0]) }),
    ],
  },
  {
    family: "open networks",
    functions: "openNetwork, openClasses, trafficRates, tandem",
    compare: () => {
      const routing = [
        [0, 0.5, 0.5, 0],
        [1, 0, 0, 0],
        [0.6, 0, 0, 0],
        [1, 0, 0, 0],
      ];
      const stations = [25, 100 / 3, 50 / 3, 20].map((mu) => ({ mu, servers: 1 }));
      const network = openNetwork([0, 0, 0, 4], routing, stations);
      return ofCase("BOLCH-7.4", { "X[1]": network.rates[0], "L[3]": network.stations[2].numberInSystem });
    },
  },
  {
    family: "closed networks",
    functions: "closedNetwork, exactMva, speedClasses",
    compare: () => {
      const demands = [1, 2, 0.3];
      const convolved = closedNetwork(
        40,
        demands.map((service) => ({ visits: 1, service, servers: 1 })),
        3,
      );
      const exact = exactMva({ populations: [40], think: [3], demands: demands.map((demand) => [demand]) });
      const classes = speedClasses({ populations: [40], think: [3], demands: [[1], [2], [0.3]], servers: [1, 1, 1] });
      return [
        ...reduced("mean values against convolution, N = 40", exact.throughputs[0], convolved.throughput),
        ...reduced("convolution of classes against convolution, N = 40", classes.throughputs[0], convolved.throughput),
      ];
    },
  },
  {
    family: "large closed networks, approximately",
    functions: "schweitzer, linearizer",
    compare: () => {
      const network = {
        populations: [4, 3],
        think: [2, 0],
        demands: [
          [1, 0.5],
          [0.4, 1.2],
          [0.3, 0.3],
        ],
      };
      const exact = exactMva(network).throughputs;
      return [schweitzer, linearizer].flatMap((solve) =>
        solve(network).throughputs.flatMap((x, r) =>
          reduced(`exact mean values, ${solve.name}, class ${r + 1} of two`, x, exact[r]),
        ),
      );
    },
  },
  {
    family: "fork–join, quorums",
    functions: "forkJoin, splitMerge, quorum",
    compare: () => [
      ...ofCase("FJ2-r80", { W_join: forkJoin(0.8, 1, 2).sojournTime }),
      ...reduced("harmonic numbers, 1/5 + 1/4 + 1/3", quorum(5, 3, 1).mean, 1 / 5 + 1 / 4 + 1 / 3),
      ...reduced("M/M/1 from one task", splitMerge(0.5, 1, 1, 1).sojournTime, 2),
    ],
  },
  {
    family: "waits of those who wait, or find n",
    functions: "delayedWait, waitBehind",
    compare: () => [
      ...reduced("ln 100/(cμ − λ)", delayedWait(mmc(9, 1, 10)).waitingQuantile(0.99), Math.log(100)),
      ...reduced("Erlang tail by hand", waitBehind(7, 2, 3).waitingTail(1), 115 * Math.exp(-6)),
    ],
  },
  {
    family: "approximations, against exact answers",
    functions: "cosmetatos, kimura, whitt, kraemerLangenbachBelz",
    compare: () => {
      const regular = { mean: 1.25, transform: (s: number) => Math.exp(-1.25 * s) };
      return [
        ...reduced("Cosmetatos, M/D/10 at 0.9", cosmetatos(9, 1, 10).waitingTime, mdc(9, 1, 10).waitingTime),
        ...reduced(
          "Krämer and Langenbach-Belz, D/M/1 at 0.8",
          kraemerLangenbachBelz({ lambda: 0.8, arrivalVariation: 0, mu: 1, serviceVariation: 1 }).waitingTime,
          gm1(regular, 1).waitingTime,
        ),
        ...reduced(
          "Whitt, D/M/1 at 0.8",
          whitt({ lambda: 0.8, arrivalVariation: 0, mu: 1, serviceVariation: 1, c: 1 }).waitingTime,
          gm1(regular, 1).waitingTime,
        ),
        ...reduced(
          "Kimura, M/E₂/2 at 0.8",
          kimura({ lambda: 1.6, mu: 1, serviceVariation: 0.5, c: 2 }).waitingTime,
          mapPhC(poissonArrivals(1.6), erlangPhases(2, 1), 2).waitingTime,
        ),
      ];
    },
  },
  {
    family: "windows of credits",
    functions: "saturatedWindow, creditWindow",
    compare: () => {
      const [full, open] = [saturatedWindow(50, 0.01, 1000), creditWindow(60, 4, 0.03, 100)];
      return [
        ...ofCase("PREFETCH-50", { X: full.throughput, L_consumer: full.numberAtConsumer }),
        ...ofCase("PREFETCH-OPEN", { W_total: open.sojournTime, L_broker_queue: open.numberAtBroker }),
      ];
    },
  },
  {
    family: "two-moment networks, where they are exact",
    functions: "networkAnalyzer",
    compare: () => {
      const routing = [
        [0, 0.5, 0.5],
        [0.4, 0, 0],
        [0, 0, 0.3],
      ];
      const mus = [10, 8, 9];
      const external = [3, 0, 0];
      const jackson = openNetwork(
        external,
        routing,
        mus.map((mu) => ({ mu, servers: 1 })),
      );
      const analyzed = networkAnalyzer(
        external.map((rate) => ({ rate, variation: 1 })),
        routing,
        mus.map((mu) => ({ mu, variation: 1, servers: 1 })),
      );
      return reduced("Jackson's network, time in the system", analyzed.sojournTime, jackson.sojournTime);
    },
  },
  {
    family: "bounds of closed networks, where they meet",
    functions: "closedBounds",
    compare: () => {
      const { throughput } = closedBounds(7, [0.5, 0.5, 0.5]);
      return [
        ...reduced("balanced jobs N/((N + M − 1)D), from above", throughput.high, 7 / (9 * 0.5)),
        ...reduced("balanced jobs N/((N + M − 1)D), from below", throughput.low, 7 / (9 * 0.5)),
      ];
    },
  },
  {
    family: "rates that depend on the number present",
    functions: "stateDependent",
    compare: () => {
      const balking = stateDependent(
        (n) => 0.95 / (n + 1),
        () => 1,
        Number.POSITIVE_INFINITY,
      );
      return ofCase("MM1-BALK", { L: balking.numberInSystem, U: balking.utilization, W: balking.sojournTime });
    },
  },
  {
    family: "shared buffers, token buckets, resequencing",
    functions: "sharedBuffer, tokenBucket, resequencing",
    compare: () => {
      const pair = [
        { lambda: 0.8, mu: 1 },
        { lambda: 0.6, mu: 1 },
      ];
      const bucket = tokenBucket(80, 100, 10);
      return [
        ...ofCase("SHARED-BUFFER", { P_block: sharedBuffer(pair, 10).lossProbability }),
        ...ofCase("TOKENBUCKET", { P_delayed: bucket.delayProbability, mean_delay: bucket.meanDelay }),
        ...ofCase("RESEQ-MMINF", { W_inorder: resequencing(5, exponentialLaw(1)).sojournTime }),
      ];
    },
  },
  {
    family: "fluid and diffusion",
    functions: "fluid, diffusion",
    compare: () => {
      const outage = fluid([
        { seconds: 600, arrivals: 100, capacity: 0 },
        { seconds: 7200, arrivals: 100, capacity: 120 },
      ]);
      return [
        ...reduced("an outage of 600 s at 100/s, drained at 20/s", outage.drained!, 3600),
        ...reduced("mean without drift, √(2σ²t/π)", diffusion(0, 2, 0).mean(9), Math.sqrt(36 / Math.PI)),
        ...reduced("in the long run σ²/(2|drift|)", diffusion(-0.1, 2, 0).mean(1e5), 10),
      ];
    },
  },
  {
    family: "staffing for a delay probability",
    functions: "leastServers, squareRootStaffing",
    compare: () => [
      ...reduced("β at which half wait, bisected in Python", squareRootStaffing(100, 0.5).beta, 0.5060544689891808),
      ...reduced("least servers for 100 erlangs and half waiting, by trial", leastServers(100, 0.5), byTrial(100, 0.5)),
    ],
  },
  ...overTime,
];

/** The least number of servers, tried one after the other. */
function byTrial(load: number, delay: number): number {
  let servers = Math.floor(load) + 1;
  while (erlangC(load, servers) > delay) servers++;
  return servers;
}
