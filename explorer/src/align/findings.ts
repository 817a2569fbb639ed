/** What the data of a figure surely say, for its title. */
import { records, type FigureData, type FigureOf } from "../figure/figure_data.ts";
import type { Messages } from "../figure/messages.ts";

/** Years in words: runs of at least so many years that follow one another, as "1992–2009, 2013–2020". */
export function spans(years: readonly number[], least: number): string {
  const runs: [number, number][] = [];
  for (const year of [...new Set(years)].sort((a, b) => a - b)) {
    const last = runs[runs.length - 1];
    if (last && last[1] + 1 === year) last[1] = year;
    else runs.push([year, year]);
  }
  return runs.filter(([first, last]) => last - first + 1 >= least).map(([first, last]) => `${first}–${last}`).join(", ");
}

/** Each name with its years, the one of the earliest first; names without a run of years are left out. */
export function told(found: ReadonlyMap<string, readonly number[]>, least = 3): string {
  return [...found]
    .map(([name, years]) => [name, spans(years, least)] as const)
    .filter(([, years]) => years !== "")
    .sort((a, b) => a[1].localeCompare(b[1]))
    .map(([name, years]) => `${name} ${years}`)
    .join("; ");
}

/** The poles that were the nearest in a domain with a probability of 0.9 or more; years that must not be compared are left out. */
export function nearestFinding(figure: FigureOf<"balance"> | FigureOf<"closeness">, domain: string | undefined, data: FigureData, messages: Messages): string {
  const found = new Map<string, number[]>();
  for (const row of records<"balance" | "closeness">(figure)) {
    if (row.state !== data.study.focus || row.domain !== domain || row.flag !== "" || row.p_nearest === null || row.p_nearest < 0.9) continue;
    const name = messages.of(data.poles.find((pole) => pole.id === row.pole)!.name);
    found.set(name, [...(found.get(name) ?? []), row.year]);
  }
  const list = told(found);
  return list && messages.say("closer.nearest", { state: messages.state(data.study.focus), domain: messages.word("domain.", domain!), list });
}
