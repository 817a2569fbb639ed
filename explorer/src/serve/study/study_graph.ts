/** What leads to what in a study: data to analyses to propositions. */
import type { Overview } from "./study_data.ts";

export interface Node {
  kind: "data" | "analysis" | "proposition";
  id: string;
}

export const nameOf = (node: Node): string => `${node.kind}:${node.id}`;

/** Pairs of names, "data:votes" to "analysis:shares". Data that are the result of an analysis come from it. */
export function edges(study: Overview): [string, string][] {
  const pairs: [string, string][] = [];
  for (const data of study.data ?? []) if (data.result !== "") pairs.push([`analysis:${data.result}`, `data:${data.key}`]);
  for (const analysis of study.analyses ?? []) for (const key of analysis.data) pairs.push([`data:${key}`, `analysis:${analysis.id}`]);
  for (const proposition of study.propositions ?? [])
    for (const id of new Set(proposition.tests.map((test) => test.analysis))) pairs.push([`analysis:${id}`, `proposition:${proposition.id}`]);
  return pairs;
}

/** The node with all that leads to it and all that it leads to. */
export function related(pairs: readonly [string, string][], name: string): Set<string> {
  const found = new Set([name]);
  for (const [from, to] of [[0, 1], [1, 0]] as const) {
    const open = [name];
    const seen = new Set(open);
    for (let at = open.pop(); at !== undefined; at = open.pop())
      for (const pair of pairs)
        if (pair[from] === at && !seen.has(pair[to])) {
          seen.add(pair[to]);
          found.add(pair[to]);
          open.push(pair[to]);
        }
  }
  return found;
}
