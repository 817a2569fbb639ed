import * as Plot from "@observablehq/plot";
import { hairline, ink, plotStyle, poleLook, quiet } from "../figure/appearance.ts";
import { numberFormat } from "../figure/decimals.ts";
import { composed, described, heightOf, type Drawing } from "../figure/drawing.ts";
import { records, type FigureData, type FigureOf, type Rows } from "../figure/figure_data.ts";
import type { FigureKind } from "../figure/figure_kind.ts";
import { spread } from "../figure/label_spread.ts";
import type { Messages } from "../figure/messages.ts";
import { runs } from "../figure/runs.ts";
import { tickMargin } from "../figure/tick_margin.ts";
import { yearTicks } from "../figure/year_ticks.ts";

type Row = Rows["synthetic_control"];

const mixture = poleLook(0);

/** Do weights with the same fit give different mixtures, beyond rounding? */
export function openRange(rows: readonly Row[]): boolean {
  const size = Math.max(...rows.map((row) => Math.abs(row.synthetic)), 1e-300);
  return rows.some((row) => row.range_high - row.range_low > 1e-6 * size);
}

/** What the lower panel shows: all of the state in focus, others as far as they leave it legible. */
export function gapDomain(own: readonly number[], others: readonly number[]): [number, number] {
  const reach = Math.max(...own.map(Math.abs), 1e-9);
  const kept = others.filter((gap) => Math.abs(gap) <= 2.5 * reach);
  return [Math.min(0, ...own, ...kept), Math.max(0, ...own, ...kept)];
}

interface Frame {
  first: number;
  last: number;
  from: number;
  right: number;
}

function panel(drawing: Drawing, frame: Frame, height: number, domain: [number, number], label: string | null, marks: Plot.Markish[]): SVGSVGElement {
  const { format } = numberFormat(drawing.messages.language);
  const left = tickMargin(domain, format);
  return Plot.plot({
    document: drawing.document,
    width: drawing.width,
    height,
    marginTop: label === null ? 12 : 28,
    marginRight: frame.right,
    marginLeft: left,
    marginBottom: 28,
    style: plotStyle(),
    x: { domain: [frame.first - 0.5, frame.last + 0.5], ticks: yearTicks(frame.first, frame.last, drawing.width - frame.right - left), tickFormat: (year: number) => String(year), label: null, tickSize: 4 },
    y: { domain, nice: true, label, labelArrow: "none", labelAnchor: "top", labelOffset: left - 4, tickSize: 0, ticks: 6, tickFormat: format },
    marks: [
      Plot.gridY({ stroke: hairline, strokeOpacity: 1 }),
      Plot.ruleX([frame.from - 0.5], { stroke: quiet, strokeDasharray: "5 3" }),
      ...marks,
    ],
  }) as unknown as SVGSVGElement;
}

const known = (row: Row): boolean => row.lower !== null && row.upper !== null;

function pathPanel(drawing: Drawing, rows: readonly Row[], frame: Frame): SVGSVGElement {
  const { messages } = drawing;
  const bounds = rows.filter(known).flatMap((row) => [row.actual - row.lower!, row.actual - row.upper!]);
  const values = [...rows.flatMap((row) => [row.actual, row.synthetic, row.range_low, row.range_high]), ...bounds];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const end = rows[rows.length - 1]!;
  const labels = [
    { y: end.actual, label: messages.say("counterfactual.actual"), fill: ink },
    { y: end.synthetic, label: messages.say("counterfactual.synthetic"), fill: mixture.text },
  ];
  const height = 300;
  return panel(drawing, frame, height, [low, high], null, [
    ...runs(rows, known).map((run) => Plot.areaY(run, { x: "year", y1: (row: Row) => row.actual - row.upper!, y2: (row: Row) => row.actual - row.lower!, fill: mixture.line, fillOpacity: 0.18 })),
    ...(openRange(rows) ? (["range_low", "range_high"] as const).flatMap((side) => runs(rows).map((run) => Plot.line(run, { x: "year", y: side, stroke: mixture.line, strokeWidth: 1.2, strokeDasharray: "1 2.5" }))) : []),
    ...runs(rows).map((run) => Plot.line(run, { x: "year", y: "synthetic", stroke: mixture.line, strokeWidth: 2.2, strokeDasharray: "7 3" })),
    ...runs(rows).map((run) => Plot.line(run, { x: "year", y: "actual", stroke: ink, strokeWidth: 2.6 })),
    ...spread(labels, ((high - low) / height) * 19).map((each) => Plot.text([each], { x: frame.last + 0.5, y: "y", text: "label", textAnchor: "start", dx: 6, fontSize: 13, fontWeight: 600, fill: each.fill })),
  ]);
}

function gapPanel(drawing: Drawing, rows: readonly Row[], others: readonly Row[][], frame: Frame): SVGSVGElement {
  const { messages } = drawing;
  const own = rows.flatMap((row) => [row.gap, row.lower, row.upper, ...(openRange(rows) ? [row.actual - row.range_low, row.actual - row.range_high] : [])]).filter((value): value is number => value !== null);
  const [low, high] = gapDomain(own, others.flat().map((row) => row.gap));
  const height = 260;
  const end = rows[rows.length - 1]!;
  const labels = [
    { y: end.gap, label: messages.state(end.state), fill: ink, weight: 600 },
    ...(others.length > 0 ? [{ y: low + (high - low) * 0.04, label: messages.say("counterfactual.others"), fill: quiet, weight: 400 }] : []),
  ];
  return panel(drawing, frame, height, [low, high], messages.say("counterfactual.gap"), [
    Plot.ruleY([0], { stroke: quiet }),
    ...others.flatMap((each) => runs(each).map((run) => Plot.line(run, { x: "year", y: "gap", stroke: quiet, strokeOpacity: 0.45, strokeWidth: 0.9, clip: true }))),
    ...runs(rows, known).map((run) => Plot.areaY(run, { x: "year", y1: "lower", y2: "upper", fill: mixture.line, fillOpacity: 0.18 })),
    ...(openRange(rows) ? (["range_low", "range_high"] as const).flatMap((side) => runs(rows).map((run) => Plot.line(run, { x: "year", y: (row: Row) => row.actual - row[side], stroke: mixture.line, strokeWidth: 1.2, strokeDasharray: "1 2.5" }))) : []),
    ...runs(rows).map((run) => Plot.line(run, { x: "year", y: "gap", stroke: ink, strokeWidth: 2.6 })),
    ...spread(labels, ((high - low) / height) * 19).map((each) => Plot.text([each], { x: frame.last + 0.5, y: "y", text: "label", textAnchor: "start", dx: 6, fontSize: 13, fontWeight: each.weight, fill: each.fill })),
  ]);
}

/** Above the paths of the state and of its mixture, below their gap among those of the placebos. */
function controlPicture(drawing: Drawing, figure: FigureOf<"synthetic_control">): SVGSVGElement {
  const { messages } = drawing;
  const rows = records(figure);
  const focus = rows.filter((row) => row.state === drawing.data.study.focus);
  const own = focus.length > 0 ? focus : rows.filter((row) => row.state === rows[0]!.state);
  const others = [...new Set(rows.map((row) => row.state))].filter((state) => state !== own[0]!.state).map((state) => rows.filter((row) => row.state === state));
  const years = own.map((row) => row.year);
  const texts = [messages.say("counterfactual.actual"), messages.say("counterfactual.synthetic"), messages.say("counterfactual.others"), messages.state(own[0]!.state)];
  const frame: Frame = { first: Math.min(...years), last: Math.max(...years), from: figure.from, right: Math.min(drawing.width * 0.4, Math.max(...texts.map((each) => each.length)) * 7.6 + 14) };
  const path = pathPanel(drawing, own, frame);
  const gap = gapPanel(drawing, own, others, frame);
  const upper = heightOf(path);
  const whole = composed([{ svg: path, x: 0, y: 0 }, { svg: gap, x: 0, y: upper + 6 }], drawing, drawing.width, upper + 6 + heightOf(gap));
  return described(whole, drawing, messages.of(figure.title), messages.of(figure.description));
}

/** Whether the last gap of the state lies beyond those of all placebos, on one side, or among them; and whether its interval holds 0. */
function controlFinding(figure: FigureOf<"synthetic_control">, data: FigureData, messages: Messages): string {
  const rows = records(figure);
  const own = rows.filter((row) => row.state === data.study.focus);
  const last = own.find((row) => row.year === Math.max(...own.map((each) => each.year)));
  if (!last || last.year < figure.from) return "";
  const gaps = rows.filter((row) => row.state !== last.state && row.year === last.year).map((row) => row.gap);
  if (gaps.length === 0) return "";
  const out = last.gap > Math.max(...gaps) || last.gap < Math.min(...gaps);
  return messages.say("counterfactual.placed", { state: messages.state(last.state), year: String(last.year), out: out ? "yes" : "no", zero: last.lower !== null && last.upper !== null && last.lower <= 0 && last.upper >= 0 ? "yes" : "no", n: gaps.length });
}

export const synthetic_control: FigureKind<"synthetic_control"> = { picture: controlPicture, finding: controlFinding };
