import type { Copies } from "../copies.ts";
import { Fifo } from "./fifo.ts";
import type { ReadyList } from "./ready-list.ts";

/** Strict priority between classes, first in first out within a level. Hot path. */
export class ByPriority implements ReadyList {
  length = 0;
  /** Most urgent first. */
  private readonly levels: Fifo[];
  private readonly levelOfClass: Int32Array;
  private readonly copies: Copies;

  /** @param priorities of the message classes; larger is more urgent */
  constructor(copies: Copies, priorities: number[]) {
    this.copies = copies;
    this.levelOfClass = levelsOf(priorities);
    this.levels = Array.from({ length: Math.max(...this.levelOfClass) + 1 }, () => new Fifo(copies));
  }

  add(copy: number): void {
    this.levels[this.levelOfClass[this.copies.cls[copy]]].add(copy);
    this.length++;
  }

  take(): number {
    const { levels } = this;
    let i = 0;
    while (levels[i].length === 0) i++;
    this.length--;
    return levels[i].take();
  }

  takeOldest(): number {
    const { entered } = this.copies;
    let oldest: Fifo | null = null;
    for (const level of this.levels) {
      if (level.length > 0 && (oldest === null || entered[level.head] < entered[oldest.head])) oldest = level;
    }
    this.length--;
    return oldest!.take();
  }
}

/** The level of each class: 0 for the most urgent priority, 1 for the next, … */
export function levelsOf(priorities: number[]): Int32Array {
  const distinct = [...new Set(priorities)].sort((a, b) => b - a);
  return Int32Array.from(priorities, (priority) => distinct.indexOf(priority));
}
