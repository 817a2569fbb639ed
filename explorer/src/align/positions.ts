import * as Plot from "@observablehq/plot";
import { hairline, ink, paper, plotStyle, poleLook, quiet } from "../figure/appearance.ts";
import { described, type Drawing } from "../figure/drawing.ts";
import { records, type FigureOf, type Rows } from "../figure/figure_data.ts";
import type { FigureKind } from "../figure/figure_kind.ts";
import { spread } from "../figure/label_spread.ts";
import { runs } from "../figure/runs.ts";
import { stateChoice } from "../figure/state_choice.ts";
import { yearTicks } from "../figure/year_ticks.ts";

type Row = Rows["positions"];

interface Line {
  rows: Row[];
  name: string;
  stroke: string;
  text: string;
  symbol: string | undefined;
  width: number;
  dash: string | undefined;
}

function lineOf(drawing: Drawing, rows: readonly Row[], who: string, role: Row["role"]): Line | null {
  const own = rows.filter((row) => row.who === who && row.role === role && row.mean !== null).sort((a, b) => a.year - b.year);
  if (own.length === 0) return null;
  if (role === "pole") {
    const index = drawing.data.poles.findIndex((pole) => pole.id === who);
    const look = poleLook(index);
    return { rows: own, name: drawing.messages.of(drawing.data.poles[index]!.name), stroke: look.line, text: look.text, symbol: look.symbol, width: 2, dash: look.dash };
  }
  const stroke = role === "focus" ? ink : quiet;
  return { rows: own, name: drawing.messages.state(who), stroke, text: stroke, symbol: undefined, width: role === "focus" ? 2.6 : 1.3, dash: role === "focus" ? undefined : "4 2" };
}

function marksOf(line: Line): Plot.Markish[] {
  return [
    ...runs(line.rows, (row) => row.q05 !== null && row.q95 !== null).map((run) => Plot.areaY(run, { x: "year", y1: "q05", y2: "q95", fill: line.stroke, fillOpacity: 0.18 })),
    ...runs(line.rows).map((run) => Plot.line(run, { x: "year", y: "mean", stroke: line.stroke, strokeWidth: line.width, strokeDasharray: line.dash })),
    ...(line.symbol ? [Plot.dot(line.rows.filter((row) => row.year % 5 === 0), { x: "year", y: "mean", symbol: line.symbol, r: 3, fill: line.stroke, stroke: paper, strokeWidth: 0.8 } as Plot.DotOptions)] : []),
  ];
}

/** Poles in their colours, the state studied in black, one other in grey; names where the lines end. */
function positionsPicture(drawing: Drawing, figure: FigureOf<"positions">, other: string | null): SVGSVGElement {
  const rows = records(figure);
  const { data, messages } = drawing;
  const lines = [
    ...(other ? [lineOf(drawing, rows, other, "comparison")] : []),
    ...data.poles.map((pole) => lineOf(drawing, rows, pole.id, "pole")),
    lineOf(drawing, rows, data.study.focus, "focus"),
  ].filter((line): line is Line => line !== null);
  const years = lines.flatMap((line) => line.rows.map((row) => row.year));
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const values = lines.flatMap((line) => line.rows.flatMap((row) => [row.mean, row.q05, row.q95])).filter((value): value is number => value !== null);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const height = 400;
  const ends = lines.map((line) => ({ y: line.rows[line.rows.length - 1]!.mean!, label: line.name, fill: line.text }));
  const room = Math.min(150, Math.max(...ends.map((end) => end.label.length)) * 7.6 + 14);
  // Which end of the scale is whose: of the poles that lie farthest apart.
  const average = (line: Line): number => line.rows.reduce((sum, row) => sum + row.mean!, 0) / line.rows.length;
  const poles = lines.filter((line) => line.symbol).sort((a, b) => average(a) - average(b));
  const endName = (line: Line | undefined, arrow: string, side: "top-left" | "bottom-left", dy: number): Plot.Markish[] =>
    line && poles.length > 1 ? [Plot.text([`${arrow} ${line.name}`], { frameAnchor: side, dx: 6, dy, fontSize: 12, fontStyle: "italic", fill: line.text, stroke: paper, strokeWidth: 3 })] : [];
  const svg = Plot.plot({
    document: drawing.document,
    width: drawing.width,
    height,
    marginTop: 12,
    marginRight: room,
    marginLeft: 44,
    marginBottom: 30,
    style: plotStyle(),
    x: { domain: [first - 0.5, last + 0.5], ticks: yearTicks(first, last, drawing.width - 150), tickFormat: (year: number) => String(year), label: null, tickSize: 4 },
    y: { domain: [low, high], nice: true, label: messages.say("axis.position"), labelArrow: "none", labelAnchor: "center", labelOffset: 36, tickSize: 0, ticks: 6 },
    marks: [
      Plot.gridY({ stroke: hairline, strokeOpacity: 1 }),
      Plot.ruleY([0], { stroke: quiet, strokeDasharray: "1 3" }),
      ...lines.flatMap(marksOf),
      ...endName(poles.at(-1), "↑", "top-left", 4),
      ...endName(poles[0], "↓", "bottom-left", -4),
      ...spread(ends, ((high - low) / height) * 18).map((end) => Plot.text([end], { x: last + 0.5, y: "y", text: "label", textAnchor: "start", dx: 6, fontSize: 13, fontWeight: 600, fill: end.fill })),
    ],
  }) as unknown as SVGSVGElement;
  return described(svg, drawing, messages.of(figure.title), messages.of(figure.description));
}

export const positions: FigureKind<"positions"> = { picture: positionsPicture, choice: (figure, data) => stateChoice(figure, data, "who") };
