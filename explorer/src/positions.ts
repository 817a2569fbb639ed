import * as Plot from "@observablehq/plot";
import { hairline, ink, paper, plotStyle, poleLook, quiet } from "./appearance.ts";
import { described, type Drawing } from "./drawing.ts";
import { records, type Figure } from "./figure_data.ts";
import { runs } from "./runs.ts";
import { spread, yearTicks } from "./share_panels.ts";

interface PositionRow {
  who: string;
  role: "focus" | "pole" | "comparison";
  year: number;
  mean: number | null;
  q05: number | null;
  q95: number | null;
}

interface Line {
  rows: PositionRow[];
  name: string;
  stroke: string;
  text: string;
  symbol: string | undefined;
  width: number;
  dash: string | undefined;
}

function lineOf(drawing: Drawing, rows: readonly PositionRow[], who: string, role: PositionRow["role"]): Line | null {
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
export function positionsPicture(drawing: Drawing, figure: Figure, other: string | null): SVGSVGElement {
  const rows = records<PositionRow>(figure);
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
      ...spread(ends, ((high - low) / height) * 18).map((end) => Plot.text([end], { x: last + 0.5, y: "y", text: "label", textAnchor: "start", dx: 6, fontSize: 13, fontWeight: 600, fill: end.fill })),
    ],
  }) as unknown as SVGSVGElement;
  return described(svg, drawing, messages.of(figure.title), messages.of(figure.description));
}

interface CloserRow {
  state: string;
  year: number;
  first: string;
  second: string;
  probability: number | null;
}

/** One panel a pair of poles: the probability of being nearer to the first; tinted where the draws tell. */
export function closerPicture(drawing: Drawing, figure: Figure, other: string | null): SVGSVGElement {
  const rows = records<CloserRow>(figure).filter((row) => row.probability !== null);
  const { data, messages } = drawing;
  const name = (id: string): string => messages.of(data.poles.find((pole) => pole.id === id)!.name);
  const pairs = [...new Map(rows.map((row) => [`${row.first} ${row.second}`, row])).values()];
  const label = (row: CloserRow): string => messages.say("closer.pair", { a: name(row.first), b: name(row.second) });
  const own = rows.filter((row) => row.state === data.study.focus).sort((a, b) => a.year - b.year);
  const beside = rows.filter((row) => row.state === other).sort((a, b) => a.year - b.year);
  const years = own.map((row) => row.year);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const marks: Plot.Markish[] = [Plot.gridY({ stroke: hairline, strokeOpacity: 1, ticks: [0, 0.5, 1] } as Plot.GridYOptions), Plot.ruleY([0.5], { stroke: quiet, strokeDasharray: "1 3" })];
  for (const pair of pairs) {
    const fy = { fy: () => label(pair) };
    const of = (list: readonly CloserRow[]): CloserRow[] => list.filter((row) => row.first === pair.first && row.second === pair.second);
    const [one, two] = [pair.first, pair.second].map((id) => poleLook(data.poles.findIndex((pole) => pole.id === id)));
    marks.unshift(
      Plot.rect([{}], { x1: first - 0.5, x2: last + 0.5, y1: 0.9, y2: 1, fill: one!.line, fillOpacity: 0.16, ...fy } as Plot.RectOptions),
      Plot.rect([{}], { x1: first - 0.5, x2: last + 0.5, y1: 0, y2: 0.1, fill: two!.line, fillOpacity: 0.16, ...fy } as Plot.RectOptions),
    );
    for (const run of runs(of(beside))) marks.push(Plot.line(run, { x: "year", y: "probability", stroke: quiet, strokeWidth: 1.2, strokeDasharray: "4 2", ...fy }));
    for (const run of runs(of(own))) marks.push(Plot.line(run, { x: "year", y: "probability", stroke: ink, strokeWidth: 2, ...fy }));
    marks.push(
      Plot.dot(of(own), { x: "year", y: "probability", r: 2.6, fill: ink, ...fy, title: (row: CloserRow) => `${row.year}: ${row.probability!.toFixed(3)}` }),
      Plot.text([label(pair)], { frameAnchor: "top-left", dy: -15, fontSize: 13.5, fontWeight: 600, ...fy }),
    );
  }
  const end = beside[beside.length - 1];
  if (end && other) marks.push(Plot.text([end], { x: "year", y: "probability", text: [messages.state(other)], textAnchor: "end", dy: -8, fontSize: 10.5, fontStyle: "italic", fill: quiet, stroke: paper, strokeWidth: 3, fy: () => label(end) }));
  const svg = Plot.plot({
    document: drawing.document,
    width: drawing.width,
    height: 60 + 118 * pairs.length,
    marginTop: 28,
    marginRight: 16,
    marginLeft: 44,
    marginBottom: 28,
    style: plotStyle(),
    x: { domain: [first - 0.5, last + 0.5], ticks: yearTicks(first, last, drawing.width - 60), tickFormat: (year: number) => String(year), label: null, tickSize: 4 },
    y: { domain: [0, 1], ticks: [0, 0.5, 1], tickSize: 0, label: null },
    fy: { axis: null, domain: pairs.map(label), padding: 0.28 },
    marks,
  }) as unknown as SVGSVGElement;
  return described(svg, drawing, messages.of(figure.title), messages.of(figure.description));
}
