/** What was written on the command line besides the notation, by option. */
export interface Settings {
  readonly texts: Readonly<Partial<Record<SettingName, string>>>;
  /** Most urgent first: a share or a rate, and perhaps a service of its own. */
  readonly classes: readonly string[];
}

/** Options with one value, each of which can be swept. */
export const SETTING_NAMES = [
  "arrival-rate",
  "service",
  "cv",
  "arrival-cv",
  "interval",
  "servers",
  "capacity",
  "population",
  "batch",
  "think",
  "patience",
  "mmpp",
  "serve-batch",
  "vacation",
  "setup",
  "time-to-failure",
  "repair",
  "retry",
  "feedback",
] as const;
export type SettingName = (typeof SETTING_NAMES)[number];
