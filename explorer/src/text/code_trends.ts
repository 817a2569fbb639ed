import * as Plot from "@observablehq/plot";
import { hairline, ink, paper, plotStyle, quiet } from "../figure/appearance.ts";
import { numberFormat } from "../figure/decimals.ts";
import { composed, described, drawn, type Drawing } from "../figure/drawing.ts";
import { records, type FigureData, type FigureOf, type Rows } from "../figure/figure_data.ts";
import type { FigureKind } from "../figure/figure_kind.ts";
import type { Messages } from "../figure/messages.ts";
import { key, type KeyEntry } from "../figure/key.ts";
import { yearTicks } from "../figure/year_ticks.ts";

type Row = Rows["code_trends"];

const gap = 18;
const panelHeight = 140;

/** Least and most of the axis of shares: all that was found, and intervals as far as they leave the points to be seen. */
export function shareRange(rows: readonly Row[]): [number, number] {
  const points = rows.flatMap((row) => [row.machine, row.corrected ?? 0]);
  const most = Math.max(0.02, ...points);
  const ends = rows.map((row) => Math.min(row.upper ?? 0, most * 2));
  return [Math.min(0, ...points), Math.min(1, Math.max(most * 1.1, ...ends))];
}

/** The middle of a period, in years. */
export function middleOf(row: Pick<Row, "first" | "last">): number {
  return (row.first + row.last) / 2;
}

function panel(drawing: Drawing, width: number, years: readonly [number, number], name: string, rows: readonly Row[]): SVGSVGElement {
  const [least, most] = shareRange(rows);
  const percent = (value: number): string => numberFormat(drawing.messages.language, { style: "percent", maximumFractionDigits: most < 0.1 ? 1 : 0 }).format(value);
  const known = rows.filter((row) => row.corrected !== null);
  const cut = (value: number | null): number => Math.max(least, Math.min(most, value ?? 0));
  return Plot.plot({
    document: drawing.document,
    width,
    height: panelHeight,
    marginTop: 26,
    marginRight: 10,
    marginLeft: 46,
    marginBottom: 22,
    style: plotStyle(11.5),
    x: { domain: [years[0] - 0.5, years[1] + 0.5], ticks: yearTicks(years[0], years[1], width - 90), tickFormat: (year: number) => String(year), label: null, tickSize: 3 },
    y: { domain: [least, most], clamp: true, ticks: 3, tickFormat: percent, label: null, tickSize: 0 },
    marks: [
      Plot.rect(rows.filter((row) => row.corrected === null), { x1: (row: Row) => row.first - 0.5, x2: (row: Row) => row.last + 0.5, y1: least, y2: most, fill: quiet, fillOpacity: 0.12 }),
      Plot.gridY({ stroke: hairline, strokeOpacity: 1, ticks: 3 } as Plot.GridYOptions),
      Plot.ruleY([0], { stroke: quiet, strokeOpacity: 0.6 }),
      Plot.ruleX(known, { x: middleOf, y1: (row: Row) => cut(row.lower), y2: (row: Row) => cut(row.upper), stroke: quiet, strokeOpacity: 0.6, strokeWidth: 1.8 }),
      Plot.line(rows, { x: middleOf, y: "machine", stroke: quiet, strokeWidth: 1.3, strokeDasharray: "4 2" }),
      Plot.dot(known, { x: middleOf, y: "corrected", r: 3.6, fill: ink, stroke: paper, strokeWidth: 0.6 }),
      Plot.text([name], { frameAnchor: "top-left", dx: -42, dy: -18, fontSize: 12.5, fontWeight: 600 }),
    ],
  }) as unknown as SVGSVGElement;
}

/** What the marks mean. */
function trendsKey(drawing: Drawing): KeyEntry[] {
  const entry = (mark: SVGElement[], message: string): KeyEntry => ({ mark, words: drawing.messages.say(message) });
  return [
    entry([drawn(drawing, "line", { x1: 10, x2: 10, y1: -12, y2: 3, stroke: quiet, "stroke-width": 1.8 }), drawn(drawing, "circle", { cx: 10, cy: -4, r: 3.6, fill: ink })], "code_trends.corrected"),
    entry([drawn(drawing, "line", { x1: 0, x2: 20, y1: -4, y2: -4, stroke: quiet, "stroke-width": 1.3, "stroke-dasharray": "4 2" })], "code_trends.machine"),
    entry([drawn(drawing, "rect", { x: 0, y: -11, width: 20, height: 13, fill: quiet, "fill-opacity": 0.12 })], "code_trends.unknown"),
  ];
}

/** A small panel a code: the corrected share of each period with its interval, beside what the dictionary finds. */
function codeTrendsPicture(drawing: Drawing, figure: FigureOf<"code_trends">): SVGSVGElement {
  const { messages, width } = drawing;
  const all = records(figure);
  const codes = [...new Set(all.map((row) => row.code))];
  const span = [Math.min(...all.map((row) => row.first)), Math.max(...all.map((row) => row.last))] as const;
  const columns = width >= 780 ? 3 : width >= 520 ? 2 : 1;
  const each = (width - gap * (columns - 1)) / columns;
  const panels = codes.map((code, k) => ({
    svg: panel(drawing, each, span, messages.state(code), all.filter((row) => row.code === code)),
    x: (k % columns) * (each + gap),
    y: Math.floor(k / columns) * (panelHeight + 8),
  }));
  const height = Math.ceil(codes.length / columns) * (panelHeight + 8);
  const below = key(drawing, width, trendsKey(drawing));
  const whole = composed([...panels, { svg: below.svg, x: 0, y: height }], drawing, width, height + below.height);
  return described(whole, drawing, messages.of(figure.title), messages.of(figure.description));
}

/** Which shares are surely others in the last period than in the first: their intervals have no value in common. */
function codeTrendsFinding(figure: FigureOf<"code_trends">, _: FigureData, messages: Messages): string {
  const known = records(figure).filter((row) => row.lower !== null && row.upper !== null).sort((a, b) => a.first - b.first);
  const [before, after] = [known[0], known[known.length - 1]];
  if (!before || !after || before.period === after.period) return "";
  const pairs = known.filter((row) => row.period === before.period).flatMap((row) => known.filter((end) => end.code === row.code && end.period === after.period).map((end) => [row, end] as const));
  if (pairs.length === 0) return "";
  const names = (surely: (row: Row, end: Row) => boolean): string => pairs.filter(([row, end]) => surely(row, end)).map(([row]) => messages.state(row.code)).join(", ");
  const more = names((row, end) => end.lower! > row.upper!);
  const less = names((row, end) => end.upper! < row.lower!);
  const periods = { before: before.period.replace("-", "–"), after: after.period.replace("-", "–") };
  if (more === "" && less === "") return messages.say("code_trends.unchanged", periods);
  const way = (names: string): string => (names === "" ? "no" : "yes");
  return messages.say("code_trends.changed", { ...periods, more, less, is_more: way(more), is_less: way(less) });
}

export const code_trends: FigureKind<"code_trends"> = { picture: codeTrendsPicture, finding: codeTrendsFinding };
