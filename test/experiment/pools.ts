import { LocalObserver, type ObserverPool } from "../../src/experiment/observer.ts";

/** Several observers that answer one after the other in no useful order, as threads do. */
export function mergedObservers(width: number): ObserverPool {
  const observers = Array.from({ length: width }, () => new LocalObserver());
  let asked = 0;
  return {
    width,
    async observe(task) {
      const turn = asked++;
      for (let wait = (7 * turn) % width; wait > 0; wait--) await Promise.resolve();
      return observers[turn % width].observe(task);
    },
    forget(keys) {
      for (const observer of observers) observer.forget(keys);
    },
  };
}
