import * as Plot from "@observablehq/plot";
import { hairline, ink, paper, plotStyle, poleLook, quiet } from "./appearance.ts";
import { described, type Drawing } from "./drawing.ts";
import type { ShareRow } from "./figure_data.ts";
import { flaggedSteps, runs } from "./runs.ts";

type Measure = "share" | "closeness";

interface Series {
  rows: ShareRow[];
  pole: number;
  domain: string;
  state: string;
}

function seriesOf(rows: readonly ShareRow[], poles: readonly string[], state: string, domain: string, measure: Measure): Series[] {
  return poles.map((pole, index) => ({
    rows: rows
      .filter((row) => row.state === state && row.domain === domain && row.pole === pole && row[measure] !== null)
      .sort((a, b) => a.year - b.year),
    pole: index,
    domain,
    state,
  }));
}

export interface PanelOptions {
  domain: string;
  other: string | null;
  height: number;
}

function votesMarks(series: Series, measure: Measure, facet: string | undefined): Plot.Markish[] {
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
function tiesMarks(series: Series, measure: Measure, facet: string | undefined): Plot.Markish[] {
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
function otherMarks(series: Series, drawing: Drawing, facet: string): Plot.Markish[] {
  const last = series.rows[series.rows.length - 1];
  const name = last && series.pole === 0 ? [Plot.text([last], { x: "year", y: "share", text: [drawing.messages.state(series.state)], textAnchor: "end", dy: -9, fontSize: 10.5, fontStyle: "italic", fill: quiet, stroke: paper, strokeWidth: 3, fy: () => facet })] : [];
  return [
    ...runs(series.rows).map((run) => Plot.line(run, { x: "year", y: "share", stroke: quiet, strokeWidth: 1.2, strokeDasharray: "4 2", curve: series.domain === "ties" ? "step" : "linear", fy: () => facet })),
    ...name,
  ];
}

function flagNote(rows: readonly ShareRow[], facet: string | undefined, drawing: Drawing): Plot.Markish[] {
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
      dy: -11,
      fontSize: 10.5,
      fontStyle: "italic",
      fill: quiet,
      ...(facet === undefined ? {} : { fy: () => facet }),
    }),
  ];
}

export function yearTicks(first: number, last: number, width: number): number[] {
  const step = width / (last - first) < 12 ? 10 : 5;
  const ticks: number[] = [];
  for (let year = Math.ceil(first / step) * step; year <= last; year += step) ticks.push(year);
  return ticks;
}

/** One panel a pole, all on the same axes, so that heights can be compared across. Votes have ribbons, treaties steps. */
export function sharePanels(drawing: Drawing, rows: readonly ShareRow[], options: PanelOptions): SVGSVGElement {
  const { data, messages } = drawing;
  const { domain, other, height } = options;
  const poles = data.poles.map((pole) => pole.id);
  const shown = rows.filter((row) => row.domain === domain && (row.state === data.study.focus || row.state === other));
  const years = rows.filter((row) => row.state === data.study.focus).map((row) => row.year); // of both domains: aligned
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const values = shown.flatMap((row) => [row.share, row.share_q05, row.share_q95]).filter((value): value is number => value !== null);
  const marks: Plot.Markish[] = [
    ...flagNote(shown, poles[0], drawing),
    Plot.gridY({ stroke: hairline, strokeOpacity: 1, ticks: 4 }),
    Plot.ruleY([1 / poles.length], { stroke: quiet, strokeDasharray: "1 3" }),
  ];
  for (const [index, pole] of poles.entries()) {
    const series = seriesOf(shown, poles, data.study.focus, domain, "share")[index]!;
    if (other) marks.push(...otherMarks(seriesOf(shown, poles, other, domain, "share")[index]!, drawing, pole));
    marks.push(...(domain === "ties" ? tiesMarks(series, "share", pole) : votesMarks(series, "share", pole)));
    marks.push(
      Plot.text([messages.of(data.poles[index]!.name)], { fy: () => pole, frameAnchor: "top-left", dx: 0, dy: -13, fontSize: 13.5, fontWeight: 600, fill: poleLook(index).text, stroke: paper, strokeWidth: 4 }),
    );
  }
  const svg = Plot.plot({
    document: drawing.document,
    width: drawing.width,
    height,
    marginTop: 40,
    marginRight: 20,
    marginLeft: 36,
    marginBottom: 26,
    style: plotStyle(),
    x: { domain: [first - 0.5, last + 0.5], ticks: yearTicks(first, last, drawing.width - 60), tickFormat: (year: number) => String(year), label: null, tickSize: 4 },
    y: { domain: [Math.min(...values, 1 / poles.length - 0.05), Math.max(...values, 1 / poles.length + 0.05)], ticks: 4, label: null, tickSize: 0, tickFormat: (value: number) => value.toFixed(2).replace(/0$/, ""), nice: true },
    fy: { axis: null, domain: poles, padding: 0.26 },
    marks,
  }) as unknown as SVGSVGElement;
  return described(svg, drawing, messages.say("axis.share"), poles.map((_, index) => messages.of(data.poles[index]!.name)).join(", "));
}

export interface DomainPanel {
  title: string;
  span: [number, number];
  highest: number;
  height: number;
}

/** The shares of one domain in one small panel, poles named where their lines end. */
export function domainPanel(drawing: Drawing, rows: readonly ShareRow[], options: DomainPanel): SVGSVGElement {
  const { data, messages } = drawing;
  const [first, last] = options.span;
  const poles = data.poles.map((pole) => pole.id);
  const domain = rows[0]?.domain ?? "";
  const marks: Plot.Markish[] = [...flagNote(rows, undefined, drawing), Plot.gridY({ stroke: hairline, strokeOpacity: 1, ticks: 4 }), Plot.ruleY([1 / poles.length], { stroke: quiet, strokeDasharray: "1 3" })];
  const ends: { x: number; y: number; label: string; pole: number }[] = [];
  for (const series of seriesOf(rows, poles, data.study.focus, domain, "share")) {
    marks.push(...(domain === "ties" ? tiesMarks(series, "share", undefined) : votesMarks(series, "share", undefined)));
    const end = series.rows[series.rows.length - 1];
    if (end) ends.push({ x: end.year, y: end.share!, label: messages.of(data.poles[series.pole]!.name), pole: series.pole });
  }
  const distance = (options.highest / (options.height - 60)) * 15;
  marks.push(
    ...spread(ends, distance).map((end) => Plot.text([end], { x: "x", y: "y", text: "label", textAnchor: "start", dx: 7, fontSize: 12, fontWeight: 600, fill: poleLook(end.pole).text, stroke: paper, strokeWidth: 3 })),
    Plot.text([options.title], { frameAnchor: "top-left", dx: 0, dy: -16, fontSize: 13, fontWeight: 600, fill: ink }),
  );
  return Plot.plot({
    document: drawing.document,
    width: drawing.width,
    height: options.height,
    marginTop: 30,
    marginRight: 66,
    marginLeft: 36,
    marginBottom: 26,
    style: plotStyle(),
    x: { domain: [first - 0.5, last + 0.5], ticks: yearTicks(first, last, drawing.width - 110), tickFormat: (year: number) => String(year), label: null, tickSize: 4 },
    y: { domain: [0, options.highest], ticks: 4, label: null, tickSize: 0, tickFormat: (value: number) => value.toFixed(1) },
    marks,
  }) as unknown as SVGSVGElement;
}

/** All poles in one panel: closeness itself, which need not add up to one. */
export function closenessPanel(drawing: Drawing, rows: readonly ShareRow[]): SVGSVGElement {
  const { data, messages } = drawing;
  const poles = data.poles.map((pole) => pole.id);
  const domain = rows[0]?.domain ?? "votes";
  const years = rows.map((row) => row.year);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const marks: Plot.Markish[] = [...flagNote(rows, undefined, drawing), Plot.gridY({ stroke: hairline, strokeOpacity: 1 })];
  const ends: { y: number; label: string; pole: number }[] = [];
  for (const series of seriesOf(rows, poles, data.study.focus, domain, "closeness")) {
    marks.push(...(domain === "ties" ? tiesMarks(series, "closeness", undefined) : votesMarks(series, "closeness", undefined)));
    const end = series.rows[series.rows.length - 1];
    if (end) ends.push({ y: end.closeness!, label: messages.of(data.poles[series.pole]!.name), pole: series.pole });
  }
  const values = rows.flatMap((row) => [row.closeness, row.closeness_q05, row.closeness_q95]).filter((value): value is number => value !== null);
  const [low, high] = domain === "ties" ? [0, 3.6] : domain === "positions" ? [0, 1] : [Math.min(0.2, ...values), Math.max(...values)];
  const height = 340;
  marks.push(...spread(ends, ((high - low) / height) * 17).map((end) => Plot.text([end], { x: last + 0.5, y: "y", text: "label", textAnchor: "start", dx: 6, fontSize: 13, fontWeight: 600, fill: poleLook(end.pole).text })));
  const svg = Plot.plot({
    document: drawing.document,
    width: drawing.width,
    height,
    marginTop: 28,
    marginRight: 78,
    marginLeft: 42,
    marginBottom: 30,
    style: plotStyle(),
    x: { domain: [first - 0.5, last + 0.5], ticks: yearTicks(first, last, drawing.width - 120), tickFormat: (year: number) => String(year), label: null, tickSize: 4 },
    y: { domain: [low, high], label: messages.word("axis.closeness_", domain), labelArrow: "none", labelOffset: 30, tickSize: 0, nice: true, ticks: 6 },
    marks,
  }) as unknown as SVGSVGElement;
  return described(svg, drawing, messages.word("axis.closeness_", domain), ends.map((end) => end.label).join(", "));
}

/** Moves labels apart that would cover one another, keeping their order. */
export function spread<Label extends { y: number }>(labels: readonly Label[], distance: number): Label[] {
  const sorted = labels.map((label) => ({ ...label })).sort((a, b) => a.y - b.y);
  for (let pass = 0; pass < 60; pass += 1) {
    let moved = false;
    for (let i = 1; i < sorted.length; i += 1) {
      const lower = sorted[i - 1]!;
      const upper = sorted[i]!;
      const lack = distance - (upper.y - lower.y);
      if (lack > 1e-9) {
        lower.y -= lack / 2;
        upper.y += lack / 2;
        moved = true;
      }
    }
    if (!moved) break;
  }
  return sorted;
}
