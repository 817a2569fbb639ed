import * as Plot from "@observablehq/plot";
import { hairline, ink, plotStyle, poleLook, quiet } from "../figure/appearance.ts";
import { numberFormat } from "../figure/decimals.ts";
import { composed, described, drawn, type Drawing } from "../figure/drawing.ts";
import { records, type FigureData, type FigureOf, type Rows } from "../figure/figure_data.ts";
import type { FigureKind } from "../figure/figure_kind.ts";
import type { Messages } from "../figure/messages.ts";
import { key } from "../figure/key.ts";
import { spread } from "../figure/label_spread.ts";
import { wrapped } from "../figure/text_fitting.ts";

type Row = Rows["rounds"];

const gap = 18;
const lineHeight = 14;
const letterWidth = 6.4;
const mostNames = 14;
const headingLine = 15;

/** Panels in the order in which they first come: an issue by one model. */
export function roundPanels(rows: readonly Row[]): { issue: string; model: string }[] {
  const panels = new Map(rows.map((row) => [`${row.issue}\n${row.model}`, { issue: row.issue, model: row.model }]));
  return [...panels.values()].sort((a, b) => rows.findIndex((row) => row.issue === a.issue) - rows.findIndex((row) => row.issue === b.issue));
}

/** The actors whose names are written: all, or the weightiest where there are many. */
export function namedActors(rows: readonly Row[]): string[] {
  const weights = new Map<string, number>();
  for (const row of rows) if (row.actor !== null) weights.set(row.actor, Math.max(weights.get(row.actor) ?? 0, row.weight ?? 0));
  const actors = [...weights.keys()];
  if (actors.length <= mostNames) return actors;
  return actors.sort((a, b) => weights.get(b)! - weights.get(a)!).slice(0, mostNames);
}

/** Labels apart from one another and within the ends, given in the same unit as the distance. */
export function labelsWithin<Label extends { y: number }>(labels: readonly Label[], distance: number, low: number, high: number): Label[] {
  const apart = spread(labels, distance);
  // From below, then from above: what does not fit at one end is pushed to the other.
  for (let i = 0; i < apart.length; i += 1) apart[i]!.y = Math.max(apart[i]!.y, i === 0 ? low : apart[i - 1]!.y + distance);
  for (let i = apart.length - 1; i >= 0; i -= 1) apart[i]!.y = Math.min(apart[i]!.y, i === apart.length - 1 ? high : apart[i + 1]!.y - distance);
  return apart;
}

interface Scale {
  low: number;
  high: number;
}

function roundsPlot(drawing: Drawing, width: number, height: number, heading: readonly string[], rows: readonly Row[], actors: readonly string[], all: readonly string[], scale: Scale): SVGSVGElement {
  const { messages } = drawing;
  const format = numberFormat(messages.language, { maximumSignificantDigits: 3 });
  const last = Math.max(1, ...rows.map((row) => row.turn));
  const most = Math.max(...rows.map((row) => row.weight ?? 0)) || 1;
  const known = rows.filter((row) => row.position !== null);
  const mean = known.filter((row) => row.actor === null);
  const ends = actors
    .map((actor) => ({ actor, own: known.filter((row) => row.actor === actor) }))
    .filter(({ own }) => own.length > 0)
    .map(({ actor, own }) => ({ label: messages.state(actor), fill: poleLook(all.indexOf(actor)).text, from: own[own.length - 1]!.position!, y: own[own.length - 1]!.position! }));
  const room = Math.min(width * 0.45, Math.max(0, ...ends.map((end) => end.label.length)) * letterWidth + 26);
  const [marginTop, marginBottom] = [22 + heading.length * headingLine, 22];
  const unit = (scale.high - scale.low) / (height - marginTop - marginBottom);
  const placed = labelsWithin(ends, lineHeight * unit, scale.low, scale.high);
  const letters = Math.floor((room - 22) / letterWidth);
  const marks = all.flatMap((actor, index) => {
    const own = known.filter((row) => row.actor === actor);
    if (own.length === 0) return [];
    const named = actors.includes(actor);
    const look = poleLook(index);
    const tip = (row: Row): string => `${messages.state(actor)}, ${messages.say("rounds.turn")} ${row.turn}: ${format.format(row.position!)}`;
    return [
      Plot.line(own, { x: "turn", y: "position", stroke: named ? look.line : hairline, strokeWidth: 0.9 + 1.6 * ((own[0]!.weight ?? 0) / most), strokeDasharray: named ? look.dash : undefined }),
      Plot.dot(own, { x: "turn", y: "position", r: 1.6, fill: named ? look.line : hairline, title: tip }),
    ];
  });
  // Names stand beyond the axis, each joined to the end of its line.
  const beyond = last * (1 + 16 / Math.max(40, width - 36 - room));
  return Plot.plot({
    document: drawing.document,
    width,
    height,
    marginTop,
    marginRight: room,
    marginLeft: 36,
    marginBottom,
    style: plotStyle(11.5),
    x: { domain: [0, last], ticks: Math.min(last, 6), tickFormat: (turn: number) => (Number.isInteger(turn) ? String(turn) : ""), label: null, tickSize: 3 },
    y: { domain: [scale.low, scale.high], ticks: 5, tickFormat: (value: number) => format.format(value), label: null, tickSize: 0 },
    marks: [
      Plot.gridY({ stroke: hairline, strokeOpacity: 1, ticks: 5 } as Plot.GridYOptions),
      ...marks,
      Plot.line(mean, { x: "turn", y: "position", stroke: ink, strokeWidth: 3 }),
      Plot.link(placed, { x1: last, x2: beyond, y1: "from", y2: "y", stroke: quiet, strokeWidth: 0.6 }),
      ...placed.map((end) => Plot.text([end], { x: beyond, y: "y", text: () => wrapped(end.label, letters).join("\n"), textAnchor: "start", dx: 3, fontSize: 11.5, fill: end.fill })),
      ...heading.map((line, index) => Plot.text([line], { frameAnchor: "top-left", dx: -34, dy: -marginTop + 12 + index * headingLine, fontSize: 12.5, fontWeight: 600 })),
    ],
  }) as unknown as SVGSVGElement;
}

/** A panel an issue and model: where each actor stands after every turn, and the weighted mean. */
function roundsPicture(drawing: Drawing, figure: FigureOf<"rounds">): SVGSVGElement {
  const { messages, width } = drawing;
  const all = records(figure);
  const panels = roundPanels(all);
  const everybody = [...new Set(all.flatMap((row) => (row.actor === null ? [] : [row.actor])))];
  const actors = namedActors(all);
  const positions = all.flatMap((row) => (row.position === null ? [] : [row.position]));
  const margin = (Math.max(...positions) - Math.min(...positions) || 1) * 0.04;
  const scale = { low: Math.min(...positions) - margin, high: Math.max(...positions) + margin };
  const columns = width >= 860 ? 2 : 1;
  const each = (width - gap * (columns - 1)) / columns;
  const headings = panels.map(({ issue, model }) => {
    const what = issue === "issue" ? "" : `${messages.state(issue)} · `;
    return wrapped(`${what}${messages.word("bargain.model.", model)}`, Math.floor(each / 8.3));
  });
  const lines = Math.max(...headings.map((heading) => heading.length));
  const height = Math.max(220, actors.length * lineHeight + 70) + lines * headingLine;
  const parts = panels.map(({ issue, model }, index) => ({
    svg: roundsPlot(drawing, each, height, headings[index]!, all.filter((row) => row.issue === issue && row.model === model), actors, everybody, scale),
    x: (index % columns) * (each + gap),
    y: Math.floor(index / columns) * (height + 8),
  }));
  const bottom = Math.ceil(panels.length / columns) * (height + 8);
  const below = key(drawing, width, [{ mark: [drawn(drawing, "line", { x1: 0, x2: 20, y1: -4, y2: -4, stroke: ink, "stroke-width": 3 })], words: messages.say("rounds.mean") }]);
  const whole = composed([...parts, { svg: below.svg, x: 0, y: bottom }], drawing, width, bottom + below.height);
  return described(whole, drawing, messages.of(figure.title), messages.of(figure.description));
}

/** Where the weighted mean of an issue goes by each model that was run. */
function meansOf(rows: readonly Row[], issue: string): { from: number; to: number }[] {
  return roundPanels(rows).filter((panel) => panel.issue === issue).flatMap(({ model }) => {
    const mean = rows.filter((row) => row.issue === issue && row.model === model && row.actor === null && row.position !== null).sort((a, b) => a.turn - b.turn);
    return mean.length < 2 ? [] : [{ from: mean[0]!.position!, to: mean[mean.length - 1]!.position! }];
  });
}

/** The issues of which all models move the mean the same way. */
function roundsFinding(figure: FigureOf<"rounds">, _: FigureData, messages: Messages): string {
  const rows = records(figure);
  const format = numberFormat(messages.language, { maximumSignificantDigits: 3 });
  const issues = [...new Set(rows.map((row) => row.issue))].flatMap((issue) => {
    const means = meansOf(rows, issue);
    const ways = new Set(means.map(({ from, to }) => Math.sign(Number(to.toPrecision(3)) - Number(from.toPrecision(3)))));
    if (means.length < 2 || ways.size !== 1 || ways.has(0)) return [];
    const ends = means.map(({ to }) => to);
    const [low, high] = [format.format(Math.min(...ends)), format.format(Math.max(...ends))];
    const moved = `${format.format(means[0]!.from)} → ${low === high ? low : `${low}–${high}`}`;
    return [{ models: means.length, told: issue === "issue" ? moved : `${messages.state(issue)} ${moved}` }];
  });
  if (issues.length === 0) return "";
  return messages.say("rounds.moved", { models: Math.min(...issues.map(({ models }) => models)), list: issues.map(({ told }) => told).join("; ") });
}

export const rounds: FigureKind<"rounds"> = { picture: roundsPicture, finding: roundsFinding };
