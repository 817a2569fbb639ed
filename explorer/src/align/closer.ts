import * as Plot from "@observablehq/plot";
import { hairline, ink, paper, plotStyle, poleLook, quiet } from "../figure/appearance.ts";
import { described, type Drawing } from "../figure/drawing.ts";
import { records, type FigureOf, type Rows } from "../figure/figure_data.ts";
import type { FigureKind } from "../figure/figure_kind.ts";
import { runs } from "../figure/runs.ts";
import { stateChoice } from "../figure/state_choice.ts";
import { yearTicks } from "../figure/year_ticks.ts";

type Row = Rows["closer"];

/** One panel a pair of poles: the probability of being nearer to the first; tinted where the draws tell. */
function closerPicture(drawing: Drawing, figure: FigureOf<"closer">, other: string | null): SVGSVGElement {
  const rows = records(figure).filter((row) => row.probability !== null);
  const { data, messages } = drawing;
  const name = (id: string): string => messages.of(data.poles.find((pole) => pole.id === id)!.name);
  const pairs = [...new Map(rows.map((row) => [`${row.first} ${row.second}`, row])).values()];
  const label = (row: Row): string => messages.say("closer.pair", { a: name(row.first), b: name(row.second) });
  const own = rows.filter((row) => row.state === data.study.focus).sort((a, b) => a.year - b.year);
  const years = own.map((row) => row.year);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const beside = rows.filter((row) => row.state === other && row.year >= first && row.year <= last).sort((a, b) => a.year - b.year);
  const marks: Plot.Markish[] = [Plot.gridY({ stroke: hairline, strokeOpacity: 1, ticks: [0, 0.5, 1] } as Plot.GridYOptions), Plot.ruleY([0.5], { stroke: quiet, strokeDasharray: "1 3" })];
  for (const pair of pairs) {
    const fy = { fy: () => label(pair) };
    const of = (list: readonly Row[]): Row[] => list.filter((row) => row.first === pair.first && row.second === pair.second);
    const [one, two] = [pair.first, pair.second].map((id) => poleLook(data.poles.findIndex((pole) => pole.id === id)));
    marks.unshift(
      Plot.rect([{}], { x1: first - 0.5, x2: last + 0.5, y1: 0.9, y2: 1, fill: one!.line, fillOpacity: 0.16, ...fy } as Plot.RectOptions),
      Plot.rect([{}], { x1: first - 0.5, x2: last + 0.5, y1: 0, y2: 0.1, fill: two!.line, fillOpacity: 0.16, ...fy } as Plot.RectOptions),
    );
    for (const run of runs(of(beside))) marks.push(Plot.line(run, { x: "year", y: "probability", stroke: quiet, strokeWidth: 1.2, strokeDasharray: "4 2", ...fy }));
    for (const run of runs(of(own))) marks.push(Plot.line(run, { x: "year", y: "probability", stroke: ink, strokeWidth: 2, ...fy }));
    marks.push(
      Plot.dot(of(own), { x: "year", y: "probability", r: 2.6, fill: ink, ...fy, title: (row: Row) => `${row.year}: ${row.probability!.toFixed(3)}` }),
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

export const closer: FigureKind<"closer"> = { picture: closerPicture, choice: (figure, data) => stateChoice(figure, data, "state") };
