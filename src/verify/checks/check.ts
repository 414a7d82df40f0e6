/** A verdict over all evidence of one kind. */
export interface Check {
  name: string;
  /** What is held against what. */
  title: string;
  /** How many things were compared. */
  compared: number;
  outcome: "passed" | "failed" | "nothing compared";
  /** Probability of failing although nothing is wrong, at most; 0 for what must hold exactly. */
  falseAlarms: number;
  /** One sentence with the numbers. */
  text: string;
  /** What is wrong, one sentence each. */
  findings: string[];
}
