import * as Plot from "@observablehq/plot";
import { hairline, ink, paper, plotStyle, quiet } from "../figure/appearance.ts";
import { described, type Drawing } from "../figure/drawing.ts";
import { records, type FigureOf } from "../figure/figure_data.ts";
import type { FigureKind } from "../figure/figure_kind.ts";
import { needsLeader, placeLabels } from "../figure/label_placement.ts";
import type { Messages } from "../figure/messages.ts";
import { fitting } from "../figure/text_fitting.ts";
import { firstModel, modelName, type ModelFigure } from "./models.ts";

interface Place {
  x: number;
  y: number;
  names: string[];
}

/** Models and their terms, as "parsimonious 1" and "parsimonious 1|A*~B". */
export function setsOf(figure: ModelFigure): string[] {
  const term = figure.columns.indexOf("term");
  const [solution, model] = [figure.columns.indexOf("solution"), figure.columns.indexOf("model")];
  return [...new Set(figure.rows.map((row) => `${String(row[solution])} ${String(row[model])}` + (row[term] ? `|${String(row[term])}` : "")))];
}

export function setName(messages: Messages, key: string): string {
  const [model, term] = key.split("|");
  if (model!.startsWith("expression ")) return term ?? "";
  return modelName(messages, model!) + (term ? `: ${term}` : "");
}

/**
 * Membership of the cases in a model or term against their membership in the outcome. On or above the diagonal a case agrees with
 * sufficiency; right of and below the middle it contradicts it. Where the set is claimed to be needed, it is the other way round.
 * Cases at one place share a label.
 */
function xyPicture(drawing: Drawing, figure: FigureOf<"xy">, choice: string | null): SVGSVGElement {
  const { messages } = drawing;
  const { focus } = drawing.data.study;
  const key = choice ?? firstModel(figure);
  const [model, term = ""] = key.split("|");
  const rows = records(figure).filter((row) => `${row.solution} ${row.model}` === model && row.term === term);
  const places = new Map<string, Place>();
  for (const row of rows) {
    const at = `${row.x} ${row.y}`;
    const place = places.get(at) ?? { x: row.x, y: row.y, names: [] };
    place.names.push(row.case);
    places.set(at, place);
  }
  const points = [...places.values()];
  const size = Math.min(drawing.width, 720);
  // Labels of the points at the right edge stand in the margin: as many names as it has room for.
  const most = size >= 560 ? 4 : 1;
  const [left, right, top, bottom] = [52, most === 4 ? 172 : 96, 16, 46];
  const height = size - right + 52;
  const scaleX = (value: number): number => left + value * (size - left - right);
  const scaleY = (value: number): number => height - bottom - value * (height - top - bottom);
  const needed = figure.necessity === true;
  const against = (point: Place): boolean => (needed ? point.x < 0.5 && point.y > 0.5 : point.x > 0.5 && point.y < 0.5);
  const short = (names: readonly string[]): string => (names.length > most ? `${names.slice(0, most).join(", ")} +${names.length - most}` : names.join(", "));
  const labels = placeLabels(
    points.map((point) => ({ x: scaleX(point.x), y: scaleY(point.y), label: short(point.names), rank: point.names.includes(focus) ? 100 : against(point) ? 75 : (needed ? point.y > point.x : point.y < point.x) ? 50 : point.names.length })),
    points.map((point) => ({ x: scaleX(point.x), y: scaleY(point.y) })),
    11.5,
  );
  const back = { x: (value: number): number => (value - left) / (size - left - right), y: (value: number): number => (height - bottom - value) / (height - top - bottom) };
  const svg = Plot.plot({
    document: drawing.document,
    width: size,
    height,
    marginLeft: left,
    marginRight: right,
    marginTop: top,
    marginBottom: bottom,
    style: plotStyle(),
    x: { domain: [0, 1], ticks: [0, 0.25, 0.5, 0.75, 1], tickFormat: String, label: term === "" ? messages.say("axis.model") : fitting(term, (size - left - right) / 7), labelAnchor: "center", labelArrow: "none", labelOffset: 38 },
    y: { domain: [0, 1], ticks: [0, 0.25, 0.5, 0.75, 1], tickFormat: String, label: figure.outcome, labelAnchor: "center", labelArrow: "none", labelOffset: 44 },
    marks: [
      Plot.rect([{}], { x1: needed ? 0 : 0.5, x2: needed ? 0.5 : 1, y1: needed ? 0.5 : 0, y2: needed ? 1 : 0.5, fill: quiet, fillOpacity: 0.1 } as Plot.RectOptions),
      Plot.ruleX([0, 1], { stroke: hairline }),
      Plot.ruleY([0, 1], { stroke: hairline }),
      Plot.ruleX([0.5], { stroke: quiet, strokeDasharray: "2 3" }),
      Plot.ruleY([0.5], { stroke: quiet, strokeDasharray: "2 3" }),
      Plot.link([{}], { x1: 0, y1: 0, x2: 1, y2: 1, stroke: quiet } as Plot.LinkOptions),
      Plot.link(labels.filter(needsLeader), { x1: (label) => back.x(label.x), y1: (label) => back.y(label.y), x2: (label) => back.x(label.x + label.dx), y2: (label) => back.y(label.y + label.dy), stroke: hairline }),
      ...[false, true].map((contradicting) =>
        Plot.dot(points.filter((point) => against(point) === contradicting), {
          x: "x",
          y: "y",
          r: (point: Place) => 3 + 0.9 * Math.sqrt(point.names.length),
          symbol: contradicting ? "diamond" : "circle",
          fill: contradicting ? paper : ink,
          stroke: ink,
          strokeWidth: 1.4,
          title: (point: Place) => point.names.map((name) => messages.state(name)).join(", "),
        } as Plot.DotOptions),
      ),
      ...labels.map((label) =>
        Plot.text([label.label], { x: back.x(label.x), y: back.y(label.y), dx: label.dx, dy: label.dy, textAnchor: label.anchor, fontSize: 11.5, fontWeight: focus !== "" && label.label.split(/, | \+/).includes(focus) ? 700 : 400, fill: ink, stroke: paper, strokeWidth: 3 }),
      ),
    ],
    r: { type: "identity" },
  }) as unknown as SVGSVGElement;
  return described(svg, drawing, `${messages.of(figure.title)}: ${setName(messages, key)}`, messages.of(figure.description));
}

export const xy: FigureKind<"xy"> = {
  picture: xyPicture,
  choice: (figure) => ({ label: "control.set", values: setsOf(figure), first: firstModel(figure), name: setName }),
};
