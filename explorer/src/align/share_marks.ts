import * as Plot from "@observablehq/plot";
import { paper, poleLook, quiet } from "../figure/appearance.ts";
import type { Drawing } from "../figure/drawing.ts";
import type { Rows } from "../figure/figure_data.ts";
import { flaggedSteps, runs } from "../figure/runs.ts";

/** A state in one year, seen from one pole. Missing numbers are null, never zero. */
export type ShareRow = Rows["balance" | "closeness" | "domains"];

type Measure = "share" | "closeness";

export interface Series {
  rows: ShareRow[];
  pole: number;
  domain: string;
  state: string;
}

/** One series a pole, without the years in which the measure is missing. */
export function seriesOf(rows: readonly ShareRow[], poles: readonly string[], state: string, domain: string, measure: Measure): Series[] {
  return poles.map((pole, index) => ({
    rows: rows
      .filter((row) => row.state === state && row.domain === domain && row.pole === pole && row[measure] !== null)
      .sort((a, b) => a.year - b.year),
    pole: index,
    domain,
    state,
  }));
}

/** What is estimated: a line with a ribbon; years that do not compare are hollow, dotted and without a ribbon. */
export function votesMarks(series: Series, measure: Measure, facet: string | undefined): Plot.Markish[] {
  const look = poleLook(series.pole);
  const fy = facet === undefined ? {} : { fy: () => facet };
  const low = `${measure}_q05` as const;
  const high = `${measure}_q95` as const;
  const sure = series.rows.filter((row) => row.flag === "");
  const apart = series.rows.filter((row) => row.flag !== "");
  const dash = facet === undefined ? look.dash : undefined;
  return [
    ...runs(series.rows, (row) => row[low] !== null && row[high] !== null && row.flag === "").map((run) =>
      Plot.areaY(run, { x: "year", y1: low, y2: high, fill: look.line, fillOpacity: 0.2, ...fy }),
    ),
    ...runs(series.rows, (row) => row.flag === "").map((run) =>
      Plot.line(run, { x: "year", y: measure, stroke: look.line, strokeWidth: 2, strokeDasharray: dash, curve: "linear", ...fy }),
    ),
    Plot.link(flaggedSteps(series.rows), {
      x1: ([from]) => from.year,
      y1: ([from]) => from[measure],
      x2: ([, to]) => to.year,
      y2: ([, to]) => to[measure],
      stroke: look.line,
      strokeDasharray: "2 3",
      strokeWidth: 1.4,
      ...fy,
    }),
    Plot.ruleX(apart.filter((row) => row[low] !== null), { x: "year", y1: low, y2: high, stroke: look.line, strokeOpacity: 0.5, ...fy }),
    Plot.dot(sure, { x: "year", y: measure, symbol: look.symbol, r: 2.6, fill: look.line, ...fy, title: (row: ShareRow) => tip(row, measure) }),
    Plot.dot(apart, { x: "year", y: measure, symbol: look.symbol, r: 3.4, fill: paper, stroke: look.line, strokeWidth: 1.5, ...fy, title: (row: ShareRow) => tip(row, measure) }),
  ];
}

function tip(row: ShareRow, measure: Measure): string {
  const low = row[`${measure}_q05`];
  const high = row[`${measure}_q95`];
  const interval = low === null || high === null ? "" : ` [${low.toFixed(3)}; ${high.toFixed(3)}]`;
  return `${row.year}: ${row[measure]?.toFixed(3)}${interval}`;
}

/** Obligations change by steps and have no sampling error: steps, no ribbon. */
export function tiesMarks(series: Series, measure: Measure, facet: string | undefined): Plot.Markish[] {
  const fy = facet === undefined ? {} : { fy: () => facet };
  const look = poleLook(series.pole);
  const dash = facet === undefined ? look.dash : undefined;
  return [
    ...runs(series.rows).map((run) => Plot.line(run, { x: "year", y: measure, stroke: look.line, strokeWidth: 2, strokeDasharray: dash, curve: "step", ...fy })),
    // A line without length would not be seen: a single year is also a point.
    Plot.dot(runs(series.rows).filter((run) => run.length === 1).flat(), { x: "year", y: measure, symbol: look.symbol, r: 2.6, fill: look.line, ...fy }),
  ];
}

/** The state compared with: a grey line, named once, where it ends. */
export function otherMarks(series: Series, drawing: Drawing, facet: string): Plot.Markish[] {
  const last = series.rows[series.rows.length - 1];
  const name = last && series.pole === 0 ? [Plot.text([last], { x: "year", y: "share", text: [drawing.messages.state(series.state)], textAnchor: "end", dy: -9, fontSize: 10.5, fontStyle: "italic", fill: quiet, stroke: paper, strokeWidth: 3, fy: () => facet })] : [];
  return [
    ...runs(series.rows).map((run) => Plot.line(run, { x: "year", y: "share", stroke: quiet, strokeWidth: 1.2, strokeDasharray: "4 2", curve: series.domain === "ties" ? "step" : "linear", fy: () => facet })),
    ...name,
  ];
}

/** A grey ground behind the years that do not compare, and why they do not. */
export function flagNote(rows: readonly ShareRow[], facet: string | undefined, drawing: Drawing): Plot.Markish[] {
  const flagged = rows.filter((row) => row.flag !== "" && row.state === drawing.data.study.focus);
  if (flagged.length === 0) return [];
  const years = [...new Set(flagged.map((row) => row.year))].sort((a, b) => a - b).map((year) => ({ year }));
  const grounds = runs(years).map((run) => ({ first: run[0]!.year - 0.5, last: run[run.length - 1]!.year + 0.5 }));
  const facets = facet === undefined ? [undefined] : drawing.data.poles.map((pole) => pole.id);
  return [
    ...facets.map((fy) => Plot.rectX(grounds, { x1: "first", x2: "last", fill: quiet, fillOpacity: 0.08, ...(fy === undefined ? {} : { fy: () => fy }) })),
    Plot.text([grounds[grounds.length - 1]], {
      x: "last",
      text: [drawing.messages.word("flag.", flagged[0]!.flag)],
      frameAnchor: "top",
      textAnchor: "end",
      dy: drawing.width < 420 ? 8 : -11, // narrow panels have no room for it beside their title
      stroke: paper,
      strokeWidth: 3,
      fontSize: 10.5,
      fontStyle: "italic",
      fill: quiet,
      ...(facet === undefined ? {} : { fy: () => facet }),
    }),
  ];
}
