import * as Plot from "@observablehq/plot";
import { hairline, ink, paper, plotStyle, poleLook, quiet } from "../figure/appearance.ts";
import { composed, described, heightOf, type Drawing } from "../figure/drawing.ts";
import { records, type FigureData, type FigureOf, type Rows } from "../figure/figure_data.ts";
import type { FigureKind } from "../figure/figure_kind.ts";
import type { Messages } from "../figure/messages.ts";
import { runs } from "../figure/runs.ts";
import { stateChoice } from "../figure/state_choice.ts";
import { panelTitle } from "../figure/text_fitting.ts";
import { yearTicks } from "../figure/year_ticks.ts";

type Row = Rows["bridging"];

const chance = poleLook(4);

interface Series { own: readonly Row[]; beside: readonly Row[]; beside_name: string }

function frame(drawing: Drawing, years: readonly [number, number], height: number, title: string, ticks: number | number[], marks: Plot.Markish[], y: Plot.ScaleOptions): SVGSVGElement {
  const head = panelTitle(title, drawing.width - 44);
  return Plot.plot({
    document: drawing.document,
    width: drawing.width,
    height: height + head.added,
    marginTop: 30 + head.added,
    marginRight: 16,
    marginLeft: 44,
    marginBottom: 26,
    style: plotStyle(),
    x: { domain: [years[0] - 0.5, years[1] + 0.5], ticks: yearTicks(years[0], years[1], drawing.width - 60), tickFormat: (year: number) => String(year), label: null, tickSize: 4 },
    y: { label: null, tickSize: 0, ticks, ...y },
    marks: [Plot.gridY({ stroke: hairline, strokeOpacity: 1, ticks } as Plot.GridYOptions), ...marks, Plot.text([head.text], { frameAnchor: "top-left", lineAnchor: "bottom", dy: -13, fontSize: 13.5, fontWeight: 600 })],
  }) as unknown as SVGSVGElement;
}

function line(rows: readonly Row[], y: "bridges" | "exceeds" | "expected", look: Record<string, string | number>): Plot.Markish[] {
  return runs(rows.filter((row) => row[y] !== null)).map((run) => Plot.line(run, { x: "year", y, ...look }));
}

function besideName(series: Series, y: "bridges" | "exceeds"): Plot.Markish[] {
  const end = series.beside.filter((row) => row[y] !== null).at(-1);
  return end ? [Plot.text([end], { x: "year", y, text: [series.beside_name], textAnchor: "end", dy: -8, fontSize: 11, fontStyle: "italic", fill: quiet, stroke: paper, strokeWidth: 3 })] : [];
}

/** Above: bridges, and how many the same numbers of memberships would give. Below: the probability of more than a peer. */
function bridgingPicture(drawing: Drawing, figure: FigureOf<"bridging">, other: string | null): SVGSVGElement {
  const { messages, data } = drawing;
  const all = records(figure);
  const own = all.filter((row) => row.state === data.study.focus).sort((a, b) => a.year - b.year);
  const beside = all.filter((row) => row.state === other && other !== data.study.focus).sort((a, b) => a.year - b.year);
  const series: Series = { own, beside, beside_name: beside.length > 0 ? messages.state(beside[0]!.state) : "" };
  const years = [...own, ...beside].map((row) => row.year);
  const span = [Math.min(...years), Math.max(...years)] as const;
  const top = Math.max(...[...own, ...beside].flatMap((row) => [row.bridges ?? 0, row.expected_upper ?? 0]), 0.1);
  const main = { stroke: ink, strokeWidth: 2.4 };
  const grey = { stroke: quiet, strokeWidth: 1.3, strokeDasharray: "4 2" };
  const last = own.at(-1);
  const upper = frame(drawing, span, 230, messages.say("bridging.bridges"), 4, [
    ...runs(own, (row) => row.expected_upper !== null).map((run) => Plot.areaY(run, { x: "year", y1: "expected_lower", y2: "expected_upper", fill: chance.line, fillOpacity: 0.28 })),
    ...line(own, "expected", { stroke: chance.text, strokeWidth: 1.3, strokeDasharray: "2 3" }),
    ...line(beside, "bridges", grey),
    ...line(own, "bridges", main),
    ...(last && last.expected !== null ? [Plot.text([last], { x: "year", y: "expected", text: [messages.say("bridging.expected")], textAnchor: "end", dy: 12, fontSize: 11, fill: chance.text, stroke: paper, strokeWidth: 3 })] : []),
    ...besideName(series, "bridges"),
  ], { domain: [0, top], nice: true });
  const lower = frame(drawing, span, 190, messages.say("bridging.exceeds"), [0, 0.5, 1], [
    Plot.ruleY([0.5], { stroke: quiet, strokeDasharray: "1 3" }),
    ...runs(own, (row) => row.exceeds_upper !== null).map((run) => Plot.areaY(run, { x: "year", y1: "exceeds_lower", y2: "exceeds_upper", fill: ink, fillOpacity: 0.14 })),
    ...line(beside, "exceeds", grey),
    ...line(own, "exceeds", main),
    ...besideName(series, "exceeds"),
  ], { domain: [0, 1] });
  const whole = composed([{ svg: upper, x: 0, y: 0 }, { svg: lower, x: 0, y: heightOf(upper) + 4 }], drawing, drawing.width, heightOf(upper) + heightOf(lower) + 4);
  return described(whole, drawing, messages.of(figure.title), messages.of(figure.description));
}

/** In how many years the state is more of a bridge than an equal for 95 % of the draws of institutions. */
function bridgingFinding(figure: FigureOf<"bridging">, data: FigureData, messages: Messages): string {
  const own = records(figure).filter((row) => row.state === data.study.focus && row.exceeds_lower !== null);
  if (own.length === 0) return "";
  return messages.say("bridging.finding", { state: messages.state(data.study.focus), years: own.filter((row) => row.exceeds_lower! > 0.5).length, all: own.length });
}

export const bridging: FigureKind<"bridging"> = { picture: bridgingPicture, finding: bridgingFinding, choice: (figure, data) => stateChoice(figure, data, "state") };
