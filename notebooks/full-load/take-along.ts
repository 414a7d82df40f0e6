import { html } from "../../src/report/page/markup.ts";
import { element } from "../laboratory/figure.ts";
import { experimentText } from "./experiment-text.ts";
import type { Setting } from "./setting.ts";

/** The file to save, with the sliders' values in it. */
export const experimentFile = (setting: Setting): HTMLElement => element(html`<pre>${experimentText(setting)}</pre>`);
