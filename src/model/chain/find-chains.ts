import type { Model, Name } from "../../spec.ts";
import { isSource, type Station, targetsOf } from "../textbook.ts";

/**
 * The chains among the textbook stations of `model`: groups that send messages to each other, never in a circle, and
 * get no others but from producers of single messages. In each, stations stand before those that they send to.
 */
export function chainsOf(model: Model, stations: Station[]): Station[][] {
  const fed = fedByOthers(model, stations);
  return groupsOf(nodesOf(stations)).flatMap((group) => {
    const sorted = inOrder(group);
    const chained = sorted.length === group.length && group.every(({ station }) => !fed.has(station.queue.name));
    return chained ? [sorted.map(({ station }) => station)] : [];
  });
}

/** A station and its neighbours. */
interface Node {
  station: Station;
  to: Node[];
  from: Node[];
}

function nodesOf(stations: Station[]): Node[] {
  const nodes = new Map<Name, Node>();
  for (const station of stations) nodes.set(station.queue.name, { station, to: [], from: [] });
  for (const node of nodes.values()) {
    for (const target of new Set(targetsOf(node.station.pool))) {
      const next = nodes.get(target)!;
      node.to.push(next);
      next.from.push(node);
    }
  }
  return [...nodes.values()];
}

/** Queues that get messages from what is neither among `stations` nor a producer of single messages. */
function fedByOthers(model: Model, stations: Station[]): Set<Name> {
  const inside = new Set(stations.map(({ pool }) => pool));
  const producers = model.producers.filter((producer) => !isSource(producer)).map((producer) => producer.to);
  const pools = model.pools.filter((pool) => !inside.has(pool)).map((pool) => pool.then);
  return new Set([...producers, ...pools].flatMap((ways) => ways.flatMap((way) => way.to)));
}

/** Nodes that are connected, in whichever direction. */
function groupsOf(nodes: Node[]): Node[][] {
  const seen = new Set<Node>();
  return nodes.flatMap((node) => {
    if (seen.has(node)) return [];
    const group = [node];
    seen.add(node);
    for (const one of group) {
      for (const neighbour of [...one.to, ...one.from]) {
        if (seen.has(neighbour)) continue;
        seen.add(neighbour);
        group.push(neighbour);
      }
    }
    return [group];
  });
}

/** The nodes of a group so that each stands before those that it sends to; without those behind a circle. */
function inOrder(group: Node[]): Node[] {
  const missing = new Map(group.map((node) => [node, node.from.length]));
  const sorted = group.filter((node) => node.from.length === 0);
  for (const node of sorted) {
    for (const next of node.to) {
      const others = missing.get(next)! - 1;
      missing.set(next, others);
      if (others === 0) sorted.push(next);
    }
  }
  return sorted;
}
