/** A configuration with something wrong or odd in it, and what the loader says about it, to the column. */
export interface Refused {
  title: string;
  text: string;
  /** Other files, by path. */
  files?: Readonly<Record<string, string>>;
  explained: string;
}
