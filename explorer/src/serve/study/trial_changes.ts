/** What a trial changed, in the order in which one wants to know it: verdicts, then numbers, the largest change first. */
import type { Row } from "../tables/result_table.tsx";

export interface Changes {
  verdicts: { id: string; before: string; after: string }[];
  numbers: { id: string; before: number; after: number; difference: number }[];
  come: string[]; ///< numbers that only the trial has
  gone: string[];
}

export function changesOf(rows: readonly Row[]): Changes {
  const changes: Changes = { verdicts: [], numbers: [], come: [], gone: [] };
  for (const row of rows) {
    const id = String(row["id"] ?? "");
    const before = row["before"];
    const after = row["after"];
    if (row["kind"] === "verdict changed") changes.verdicts.push({ id, before: String(before ?? ""), after: String(after ?? "") });
    else if (row["kind"] === "value changed") {
      const [was, is] = [Number(before), Number(after)];
      if (before !== null && before !== "" && after !== null && after !== "" && Number.isFinite(was) && Number.isFinite(is)) changes.numbers.push({ id, before: was, after: is, difference: is - was });
    } else if (row["kind"] === "claim added") changes.come.push(id);
    else if (row["kind"] === "claim removed") changes.gone.push(id);
  }
  const size = (one: { before: number; difference: number }): number => Math.abs(one.difference) / Math.max(Math.abs(one.before), 1e-12);
  changes.numbers.sort((a, b) => size(b) - size(a));
  return changes;
}
