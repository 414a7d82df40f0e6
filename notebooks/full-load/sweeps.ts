import { CONSUMERS, modelName, nearestLaw, SERVICE_LAWS, type Setting, variabilityText } from "./setting.ts";
import type { Sweep } from "./sweep.ts";

/** Waiting time against load. */
export function alongLoad(setting: Setting): Sweep {
  const percent = Math.round(100 * setting.load);
  return {
    name: "along-load",
    title: "Mean waiting time against load",
    model: modelName(setting),
    x: { title: "load ρ [%]", domain: [0, 100], ticks: [0, 20, 40, 60, 80, 90, 100] },
    curve: [5, 10, 20, 30, 40, 50, 55, 60, 65, 70, 74, 78, 82, 85, 88, 90, 92, 94, 95, 96, 97, 98],
    simulated: [10, 20, 30, 40, 50, 60, 70, 80, 85, 90, 95],
    at: (load) => ({ ...setting, load: load / 100 }),
    here: { x: percent, text: `${percent}\u00a0% load` },
  };
}

/** Waiting time against the number of consumers; traffic grows with them, so that the load stays. */
export function alongConsumers(setting: Setting): Sweep {
  const { consumers } = setting;
  return {
    name: "along-consumers",
    title: `Mean waiting time against consumers, at ${Math.round(100 * setting.load)} % load`,
    model: modelName({ ...setting, consumers: "c" }),
    x: { title: "consumers c", domain: [1, 16], ticks: [...CONSUMERS], log: true },
    curve: CONSUMERS,
    simulated: [1, 2, 4, 8, 16],
    at: (count) => ({ ...setting, consumers: count }),
    here: { x: consumers, text: consumers === 1 ? "1 consumer" : `${consumers} consumers` },
  };
}

/** Waiting time against the variability of service times. */
export function alongVariability(setting: Setting): Sweep {
  const { variability } = setting.service;
  const stops = SERVICE_LAWS.map((law) => law.variability);
  return {
    name: "along-variability",
    title: `Mean waiting time against variability, at ${Math.round(100 * setting.load)} % load`,
    model: `M/G/${setting.consumers}`,
    x: { title: "variability C of service times", domain: [0, 3], ticks: [0, 0.5, 1, 1.5, 2, 2.5, 3] },
    curve: stops,
    simulated: stops,
    at: (cv) => ({ ...setting, service: nearestLaw(cv) }),
    here: { x: variability, text: `C = ${variabilityText(variability)}` },
  };
}
