import * as Plot from "@observablehq/plot";
import { hairline, ink, paper, plotStyle, poleLook, quiet } from "../figure/appearance.ts";
import { numberFormat } from "../figure/decimals.ts";
import { composed, described, drawn, type Drawing } from "../figure/drawing.ts";
import { records, type FigureData, type FigureOf, type Rows } from "../figure/figure_data.ts";
import type { FigureKind } from "../figure/figure_kind.ts";
import type { Messages } from "../figure/messages.ts";
import { key, type KeyEntry } from "../figure/key.ts";
import { wrapped } from "../figure/text_fitting.ts";
import { yearTicks } from "../figure/year_ticks.ts";

type Row = Rows["fan"];

const gap = 18;
const panelHeight = 168; // below a heading of one line
const headingLine = 15;
const letter = 7.8; // mean width of a letter of a heading

/** Least and most over all lines of a panel, so that panels beside one another compare. */
export function fanRange(rows: readonly Row[]): [number, number] {
  const all = rows.flatMap((row) => [row.q05, row.q50, row.q95, row.observed]).filter((value) => value !== null);
  if (all.length === 0) return [0, 1];
  const least = Math.min(...all);
  const most = Math.max(...all);
  const room = (most - least || Math.abs(most) || 1) * 0.06;
  return [least - room, most + room];
}

/** Panels in the order in which they first come, and in each its lines. */
export function fanPanels(rows: readonly Row[]): { panel: string; lines: string[] }[] {
  return [...new Set(rows.map((row) => row.panel))].map((panel) => ({ panel, lines: [...new Set(rows.filter((row) => row.panel === panel).map((row) => row.line))] }));
}

function fanPlot(drawing: Drawing, width: number, heading: readonly string[], above: number, rows: readonly Row[], range: readonly [number, number], line: number): SVGSVGElement {
  const look = poleLook(line);
  const years = rows.map((row) => row.year);
  const first = Math.min(...years);
  const last = Math.max(...years);
  const known = rows.filter((row) => row.q50 !== null);
  const format = numberFormat(drawing.messages.language, { maximumSignificantDigits: 3 });
  const tip = (row: Row): string => `${row.year}: ${format.format(row.q50 ?? 0)} [${format.format(row.q05 ?? 0)}; ${format.format(row.q95 ?? 0)}]`;
  return Plot.plot({
    document: drawing.document,
    width,
    height: panelHeight + above,
    marginTop: 30 + above,
    marginRight: 12,
    marginLeft: 46,
    marginBottom: 22,
    style: plotStyle(11.5),
    x: { domain: [first - 0.3, last + 0.3], ticks: yearTicks(first, last, width - 90), tickFormat: (year: number) => String(year), label: null, tickSize: 3 },
    y: { domain: [...range], ticks: 4, tickFormat: (value: number) => format.format(value), label: null, tickSize: 0 },
    marks: [
      Plot.gridY({ stroke: hairline, strokeOpacity: 1, ticks: 4 } as Plot.GridYOptions),
      Plot.areaY(known, { x: "year", y1: "q05", y2: "q95", fill: look.line, fillOpacity: 0.16 }),
      Plot.areaY(known, { x: "year", y1: "q25", y2: "q75", fill: look.line, fillOpacity: 0.3 }),
      Plot.line(known, { x: "year", y: "q50", stroke: look.line, strokeWidth: 2, strokeDasharray: look.dash }),
      Plot.dot(known, { x: "year", y: "q50", r: 2.2, symbol: look.symbol, fill: look.line, title: tip }),
      Plot.dot(rows.filter((row) => row.observed !== null), { x: "year", y: "observed", r: 2.8, fill: ink, stroke: paper, strokeWidth: 0.6 }),
      Plot.text([heading.join("\n")], { frameAnchor: "top-left", dx: -42, dy: -20 - headingLine * (heading.length - 1), lineHeight: headingLine / 12.5, fontSize: 12.5, fontWeight: 600 }),
    ],
  }) as unknown as SVGSVGElement;
}

/** What the marks mean. */
function fanKey(drawing: Drawing, observed: boolean): KeyEntry[] {
  const entry = (mark: SVGElement, message: string): KeyEntry => ({ mark: [mark], words: drawing.messages.say(message) });
  return [
    entry(drawn(drawing, "line", { x1: 0, x2: 20, y1: -4, y2: -4, stroke: quiet, "stroke-width": 2 }), "fan.median"),
    entry(drawn(drawing, "rect", { x: 0, y: -11, width: 20, height: 13, fill: quiet, "fill-opacity": 0.45 }), "fan.half"),
    entry(drawn(drawing, "rect", { x: 0, y: -11, width: 20, height: 13, fill: quiet, "fill-opacity": 0.18 }), "fan.most"),
    ...(observed ? [entry(drawn(drawing, "circle", { cx: 10, cy: -4, r: 2.8, fill: ink }), "fan.observed")] : []),
  ];
}

/** A row an outcome, a panel a policy: median, middle half and nine tenths of the runs, year by year. */
function fanPicture(drawing: Drawing, figure: FigureOf<"fan">): SVGSVGElement {
  const { messages, width } = drawing;
  const all = records(figure);
  const panels: { rows: Row[]; heading: string[]; range: [number, number]; index: number; each: number; cell: number; row: number }[] = [];
  const alone = fanPanels(all).every(({ lines }) => lines.length === 1);
  const most = width >= 780 ? 3 : width >= 520 ? 2 : 1;
  let cell = 0;
  let row = 0;
  for (const { panel, lines } of fanPanels(all)) {
    const range = fanRange(all.filter((each) => each.panel === panel));
    const columns = Math.min(most, alone ? fanPanels(all).length : lines.length);
    const each = (width - gap * (columns - 1)) / columns;
    lines.forEach((line, index) => {
      if (!alone && index === 0 && cell > 0) [cell, row] = [0, row + 1];
      if (cell === columns) [cell, row] = [0, row + 1];
      // A policy has the study's word, a forecast that of the program.
      const word = messages.word("fan.line.", line);
      const heading = line === "none" ? messages.state(panel) : `${messages.state(panel)} · ${word === line ? messages.state(line) : word}`;
      const rows = all.filter((one) => one.panel === panel && one.line === line);
      panels.push({ rows, heading: wrapped(heading, each / letter), range, index, each, cell, row });
      cell += 1;
    });
  }
  // All panels have room for the longest heading, so that those beside one another stand on one line.
  const above = headingLine * (Math.max(1, ...panels.map((panel) => panel.heading.length)) - 1);
  const step = panelHeight + above + 8;
  const parts = panels.map((panel) => ({ svg: fanPlot(drawing, panel.each, panel.heading, above, panel.rows, panel.range, panel.index), x: panel.cell * (panel.each + gap), y: panel.row * step }));
  const height = (row + 1) * step;
  const below = key(drawing, width, fanKey(drawing, all.some((each) => each.observed !== null)));
  const whole = composed([...parts, { svg: below.svg, x: 0, y: height }], drawing, width, height + below.height);
  return described(whole, drawing, messages.of(figure.title), messages.of(figure.description));
}

/** Of a forecast that came due: how often what was observed lay within nine tenths of the draws. */
function dueFinding(due: readonly Row[], messages: Messages): string {
  const held = due.filter((row) => row.observed! >= row.q05! && row.observed! <= row.q95!).length;
  return messages.say("fan.held", { n: due.length, held });
}

/** Which series are surely, with 0.95, above or below the last value observed when the forecast ends. */
function aheadFinding(rows: readonly Row[], messages: Messages): string {
  const way = { up: [] as string[], down: [] as string[] };
  const seen = rows.filter((row) => row.observed !== null);
  const known = rows.filter((row) => row.q05 !== null && row.q95 !== null);
  const [now, then] = [Math.max(...seen.map((row) => row.year)), Math.max(...known.map((row) => row.year))];
  for (const row of known.filter((each) => each.year === then)) {
    const last = seen.find((each) => each.panel === row.panel && each.year === now);
    if (!last) return "";
    if (row.q05! > last.observed!) way.up.push(messages.state(row.panel));
    if (row.q95! < last.observed!) way.down.push(messages.state(row.panel));
  }
  const years = { now: String(now), then: String(then) };
  const told = (names: string[]): { [name: string]: string } => ({ list: [...new Set(names)].join(", ") });
  if (way.up.length + way.down.length === 0) return messages.say("fan.unsure", years);
  return [way.up.length > 0 ? messages.say("fan.rises", { ...years, ...told(way.up) }) : "", way.down.length > 0 ? messages.say("fan.falls", { ...years, ...told(way.down) }) : ""].filter(Boolean).join("; ");
}

/** The first outcome whose policies end surely apart: whatever the draws have in common, one is above the other with 0.9. */
function policyFinding(rows: readonly Row[], messages: Messages): string {
  const year = Math.max(...rows.map((row) => row.year));
  for (const { panel } of fanPanels(rows)) {
    const ends = rows.filter((row) => row.panel === panel && row.year === year && row.q05 !== null && row.q95 !== null).sort((a, b) => b.q05! - a.q05!);
    const below = ends.slice(1).filter((row) => row.q95! < ends[0]!.q05!);
    if (below.length > 0) return messages.say("fan.above", { outcome: messages.state(panel), year: String(year), best: messages.state(ends[0]!.line), others: below.map((row) => messages.state(row.line)).join(", ") });
  }
  return "";
}

/** The range that nine tenths of the runs end in under every policy, of the first outcome. */
function rangeFinding(rows: readonly Row[], messages: Messages): string {
  const first = fanPanels(rows)[0]!;
  const year = Math.max(...rows.map((row) => row.year));
  const ends = rows.filter((row) => row.panel === first.panel && row.year === year);
  if (ends.length === 0 || ends.some((row) => row.q05 === null || row.q95 === null)) return "";
  const [low, high] = [Math.min(...ends.map((row) => row.q05!)), Math.max(...ends.map((row) => row.q95!))];
  // Two digits, rounded outwards, so that nine tenths are still within.
  const digits = 1 - Math.floor(Math.log10(Math.max(Math.abs(low), Math.abs(high)) || 1));
  const round = (value: number, to: (value: number) => number): number => Number(`${to(Number((value * 10 ** digits).toPrecision(9)))}e${-digits}`);
  const values = { outcome: messages.state(first.panel), year: String(year), low: round(low, Math.floor), high: round(high, Math.ceil) };
  return messages.say("fan.range", { ...values, policies: first.lines.length });
}

function fanFinding(figure: FigureOf<"fan">, _: FigureData, messages: Messages): string {
  const rows = records(figure);
  if (rows.length === 0) return "";
  const due = rows.filter((row) => row.observed !== null && row.q05 !== null && row.q95 !== null);
  if (due.length > 0) return dueFinding(due, messages);
  if (!rows.some((row) => row.q05 !== null)) return "";
  if (rows.some((row) => row.observed !== null)) return aheadFinding(rows, messages);
  return policyFinding(rows, messages) || rangeFinding(rows, messages);
}

export const fan: FigureKind<"fan"> = { picture: fanPicture, finding: fanFinding };
