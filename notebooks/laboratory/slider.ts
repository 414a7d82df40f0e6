/** One of a few stops that a slider can stand on. */
export interface Stop<Value> {
  value: Value;
  /** As shown beside the slider: "90 %". */
  text: string;
}

export interface SliderOptions<Value> {
  label: string;
  stops: readonly Stop<Value>[];
  /** Index of the stop at the start. */
  start: number;
}

/** A labelled slider; "input" events bubble from it. */
export class Slider<Value> {
  readonly element = document.createElement("label");
  private readonly input = document.createElement("input");
  private readonly shown = document.createElement("b");
  private readonly stops: readonly Stop<Value>[];

  constructor({ label, stops, start }: SliderOptions<Value>) {
    this.stops = stops;
    this.element.className = "slider";
    Object.assign(this.input, { type: "range", min: "0", max: String(stops.length - 1), value: String(start) });
    const name = document.createElement("span");
    name.textContent = label;
    this.shown.ariaHidden = "true"; // the slider itself says it
    this.element.append(name, this.shown, this.input);
    this.input.addEventListener("input", () => this.show());
    this.show();
  }

  get value(): Value {
    return this.stop.value;
  }

  private get stop(): Stop<Value> {
    return this.stops[this.input.valueAsNumber]!;
  }

  private show(): void {
    this.shown.textContent = this.stop.text;
    this.input.setAttribute("aria-valuetext", this.stop.text);
  }
}
