import type { Setting } from "./setting.ts";

/** The system of the lesson as an experiment file. */
export function experimentText({ load, consumers, service }: Setting): string {
  const loads = [...new Set([0.5, 0.8, 0.9, load])].sort((a, b) => a - b);
  return `# How does waiting time grow with load?
model:
  parameters: {load: ${load}}
  producers:
    app: {rate: load * ${consumers} / 10 ms}   # a bare rate is a Poisson process
  consumers:
    worker: {replicas: ${consumers}, service: ${service.text}}
sweep: {load: [${loads.join(", ")}]}
`;
}
