import { Slider } from "../laboratory/slider.ts";
import { CONSUMERS, EXPONENTIAL, SERVICE_LAWS, type Setting, variabilityText } from "./setting.ts";

const LOADS = Array.from({ length: 89 }, (_, i) => 10 + i); // %

/** The three sliders of the lesson; `value` is the setting they stand for. */
export function controls(): HTMLElement & { value: Setting } {
  const load = new Slider({
    label: "Load ρ",
    stops: LOADS.map((percent) => ({ value: percent / 100, text: `${percent} %` })),
    start: LOADS.indexOf(90),
  });
  const consumers = new Slider({
    label: "Consumers c",
    stops: CONSUMERS.map((count) => ({ value: count, text: String(count) })),
    start: 0,
  });
  const service = new Slider({
    label: "Variability C",
    stops: SERVICE_LAWS.map((law) => ({ value: law, text: variabilityText(law.variability) })),
    start: SERVICE_LAWS.indexOf(EXPONENTIAL),
  });
  const read = (): Setting => ({ load: load.value, consumers: consumers.value, service: service.value });
  const box = Object.assign(document.createElement("div"), { className: "controls", value: read() });
  box.append(load.element, consumers.element, service.element);
  box.addEventListener("input", () => {
    box.value = read();
  });
  return box;
}
