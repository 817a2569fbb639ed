import * as Plot from "@observablehq/plot";
import { hairline, ink, plotStyle, poleLook, quiet } from "../figure/appearance.ts";
import { numberFormat } from "../figure/decimals.ts";
import { described, type Drawing } from "../figure/drawing.ts";
import { records, type FigureData, type FigureOf, type Rows } from "../figure/figure_data.ts";
import type { FigureKind } from "../figure/figure_kind.ts";
import { spread } from "../figure/label_spread.ts";
import type { Messages } from "../figure/messages.ts";
import { runs } from "../figure/runs.ts";
import { stateChoice } from "../figure/state_choice.ts";
import { tickMargin } from "../figure/tick_margin.ts";
import { yearTicks } from "../figure/year_ticks.ts";

type Row = Rows["interrupted"];

const carried = poleLook(5);

/** Points, the line of each side, and the line of before carried on; another state in grey. */
function seriesMarks(rows: readonly Row[], at: number, stroke: string, main: boolean): Plot.Markish[] {
  const sides = [rows.filter((row) => row.year < at), rows.filter((row) => row.year >= at)];
  const after = sides[1]!.filter((row) => row.continued !== null);
  return [
    ...(main ? runs(after).map((run) => Plot.line(run, { x: "year", y: "continued", stroke: carried.line, strokeWidth: 1.6, strokeDasharray: "6 3" })) : []),
    ...sides.flatMap((side) => runs(side, (row) => row.fitted !== null).map((run) => Plot.line(run, { x: "year", y: "fitted", stroke, strokeWidth: main ? 2.6 : 1.4 }))),
    Plot.dot([...rows], { x: "year", y: "value", r: main ? 3 : 2, fill: stroke, fillOpacity: main ? 0.75 : 0.55 }),
  ];
}

function interruptedPicture(drawing: Drawing, figure: FigureOf<"interrupted">, other: string | null): SVGSVGElement {
  const { messages, data } = drawing;
  const all = records(figure);
  const focus = all.some((row) => row.state === data.study.focus) ? data.study.focus : all[0]!.state;
  const states = [...(other && other !== focus ? [other] : []), focus];
  const series = states.map((state) => all.filter((row) => row.state === state)).filter((rows) => rows.length > 0);
  const shown = series.flat();
  const own = series[series.length - 1]!;
  const years = shown.map((row) => row.year);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const carriedOn = own.filter((row) => row.year >= figure.at && row.continued !== null);
  const values = [...shown.flatMap((row) => [row.value, row.fitted]), ...carriedOn.map((row) => row.continued)].filter((value): value is number => value !== null);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const height = 320;
  const labels = series.map((rows) => {
    const end = rows[rows.length - 1]!;
    return { y: end.fitted ?? end.value, label: messages.state(end.state), fill: end.state === focus ? ink : quiet };
  });
  const end = carriedOn[carriedOn.length - 1];
  if (end) labels.push({ y: end.continued!, label: messages.say("counterfactual.before"), fill: carried.text });
  const right = Math.min(drawing.width * 0.4, Math.max(...labels.map((each) => each.label.length)) * 7.6 + 14);
  const { format } = numberFormat(messages.language);
  const left = tickMargin([low, high], format);
  const svg = Plot.plot({
    document: drawing.document,
    width: drawing.width,
    height,
    marginTop: 12,
    marginRight: right,
    marginLeft: left,
    marginBottom: 28,
    style: plotStyle(),
    x: { domain: [first - 0.5, last + 0.5], ticks: yearTicks(first, last, drawing.width - right - left), tickFormat: (year: number) => String(year), label: null, tickSize: 4 },
    y: { domain: [low, high], nice: true, label: null, tickSize: 0, ticks: 6, tickFormat: format },
    marks: [
      Plot.gridY({ stroke: hairline, strokeOpacity: 1 }),
      Plot.ruleX([figure.at - 0.5], { stroke: quiet, strokeDasharray: "5 3" }),
      ...series.flatMap((rows) => seriesMarks(rows, figure.at, rows === own ? ink : quiet, rows === own)),
      ...spread(labels, ((high - low) / height) * 19).map((each) => Plot.text([each], { x: last + 0.5, y: "y", text: "label", textAnchor: "start", dx: 6, fontSize: 13, fontWeight: 600, fill: each.fill })),
    ],
  }) as unknown as SVGSVGElement;
  return described(svg, drawing, messages.of(figure.title), messages.of(figure.description));
}

/** The change of a mean, where it is greater than that of every other state, of nine at least: one in ten would be so by chance. */
function interruptedFinding(figure: FigureOf<"interrupted">, data: FigureData, messages: Messages): string {
  const rows = records(figure);
  if (rows.some((row) => row.continued !== null)) return "";
  const change = (state: string): number | null => {
    const fitted = rows.filter((row) => row.state === state && row.fitted !== null);
    const [before, after] = [fitted.filter((row) => row.year < figure.at), fitted.filter((row) => row.year >= figure.at)];
    return before.length < 3 || after.length < 3 ? null : after[0]!.fitted! - before[0]!.fitted!;
  };
  const { focus } = data.study;
  const own = change(focus);
  const others = [...new Set(rows.map((row) => row.state))].filter((state) => state !== focus).map(change).filter((each): each is number => each !== null);
  if (own === null || others.length < 9 || others.some((each) => Math.abs(each) >= Math.abs(own))) return "";
  return messages.say("counterfactual.changed", { state: messages.state(focus), year: String(figure.at), way: own > 0 ? "up" : "down", n: others.length });
}

export const interrupted: FigureKind<"interrupted"> = { picture: interruptedPicture, finding: interruptedFinding, choice: (figure, data) => stateChoice(figure, data, "state") };
