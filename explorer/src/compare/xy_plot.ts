import * as Plot from "@observablehq/plot";
import { hairline, ink, paper, plotStyle, quiet } from "../figure/appearance.ts";
import { described, drawn, type Drawing } from "../figure/drawing.ts";
import { records, type FigureData, type FigureOf } from "../figure/figure_data.ts";
import type { FigureKind } from "../figure/figure_kind.ts";
import { needsLeader, placeLabels, type Placed } from "../figure/label_placement.ts";
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

/** Names in lines of so many; those that find no room in so many lines are counted. */
export function stack(names: readonly string[], each: number, most: number): string {
  const shown = names.length > each * most ? names.slice(0, each * most - 1) : names;
  const all = Array.from({ length: Math.ceil(shown.length / each) }, (_, i) => shown.slice(i * each, (i + 1) * each).join(", "));
  if (shown.length < names.length) all[all.length - 1] += ` +${names.length - shown.length}`;
  return all.join(",\n");
}

export function setName(messages: Messages, key: string): string {
  const [model, term] = key.split("|");
  if (model!.startsWith("expression ")) return term ?? "";
  return modelName(messages, model!) + (term ? `: ${term}` : "");
}

/** A stack of names with a halo, that of the state studied in bold. */
function labelText(drawing: Drawing, { x, y, dx, dy, anchor, label }: Placed, focus: string): SVGElement {
  const text = drawn(drawing, "text", { "text-anchor": anchor, fill: ink, stroke: paper, "stroke-width": 4, "stroke-linejoin": "round", "paint-order": "stroke", "font-size": 11.5 });
  label.split("\n").forEach((line, i, all) => {
    const row = drawn(drawing, "tspan", { x: x + dx, y: y + dy + 4 + (i - (all.length - 1) / 2) * 11.5 * 1.15 });
    line.split(/(\w+)/).forEach((part) => row.append(focus !== "" && part === focus ? drawn(drawing, "tspan", { "font-weight": 700 }, part) : part));
    text.append(row);
  });
  return text;
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
  const points = [...places.values()].map((place) => ({ ...place, names: [...place.names].sort((a, b) => Number(b === focus) - Number(a === focus)) }));
  const size = Math.min(drawing.width, 720);
  // Labels of the points at the right edge stand in the margin: as many names as it has room for.
  const each = size >= 560 ? 4 : 2;
  const [left, right, top, bottom] = [52, each === 4 ? 172 : 96, 16, 46];
  const height = size - right + 52;
  const scaleX = (value: number): number => left + value * (size - left - right);
  const scaleY = (value: number): number => height - bottom - value * (height - top - bottom);
  const radius = (point: Place): number => 3 + 0.9 * Math.sqrt(point.names.length);
  const needed = figure.necessity === true;
  const against = (point: Place): boolean => (needed ? point.x < 0.5 && point.y > 0.5 : point.x > 0.5 && point.y < 0.5);
  const rank = (point: Place): number => (point.names.includes(focus) ? 100 : against(point) ? 75 : (needed ? point.y > point.x : point.y < point.x) ? 50 : point.names.length);
  const labels = placeLabels(
    points.map((point) => ({
      x: scaleX(point.x),
      y: scaleY(point.y),
      label: stack(point.names, each, each === 4 ? 8 : 5),
      shorter: [stack(point.names, each, 2), stack(point.names, 1, 1)],
      rank: rank(point),
      needed: point.names.includes(focus),
      bounds: { left: left + 2, top: 2, right: point.x === 1 ? size : size - right, bottom: height - bottom + 8 },
    })),
    points.map((point) => ({ x: scaleX(point.x), y: scaleY(point.y), r: radius(point) + 1 })),
    11.5,
  ).reverse(); // the first in rank is drawn last, on top
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
          r: radius,
          symbol: contradicting ? "diamond" : "circle",
          fill: contradicting ? paper : ink,
          stroke: ink,
          strokeWidth: 1.4,
          title: (point: Place) => point.names.map((name) => messages.state(name)).join(", "),
        } as Plot.DotOptions),
      ),
    ],
    r: { type: "identity" },
  }) as unknown as SVGSVGElement;
  for (const label of labels) svg.append(labelText(drawing, label, focus));
  return described(svg, drawing, `${messages.of(figure.title)}: ${setName(messages, key)}`, messages.of(figure.description));
}

/** How many cases of the set shown first have the outcome; of a set that is needed, how many cases with the outcome are in it. */
function xyFinding(figure: FigureOf<"xy">, _: FigureData, messages: Messages): string {
  const key = firstModel(figure);
  const [model, term = ""] = key.split("|");
  const needed = figure.necessity === true;
  const held = records(figure).filter((row) => `${row.solution} ${row.model}` === model && row.term === term && (needed ? row.y : row.x) > 0.5);
  if (held.length === 0) return "";
  return messages.say(needed ? "comparison.needed" : "comparison.enough", { set: setName(messages, key), agree: held.filter((row) => (needed ? row.x : row.y) > 0.5).length, n: held.length });
}

export const xy: FigureKind<"xy"> = {
  finding: xyFinding,
  picture: xyPicture,
  choice: (figure) => ({ label: "control.set", values: setsOf(figure), first: firstModel(figure), name: setName }),
};
