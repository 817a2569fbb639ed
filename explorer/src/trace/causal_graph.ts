import { fontFamily, hairline, ink, paper, poleLook, quiet } from "../figure/appearance.ts";
import { described, drawn, type Drawing } from "../figure/drawing.ts";
import { records, type FigureData, type FigureOf, type Rows } from "../figure/figure_data.ts";
import type { FigureKind } from "../figure/figure_kind.ts";
import type { Messages } from "../figure/messages.ts";
import { CausalGraphPage } from "./causal_graph_page.ts";
import { lineHeight, narrowLayout, narrowLine, wideLayout, wideLine, type GraphEvent, type PlacedEvent } from "./graph_layout.ts";
import { concerns } from "./timeline.ts";

type Row = Rows["causal_graph"];
type Put = (name: string, attributes: Record<string, string | number>, content?: string) => SVGElement;

/** Lane of an event: that of its one pole, behind them that of several, last that of none. */
export function laneOf(row: Pick<Row, "tags">, drawing: Pick<Drawing, "data">): number {
  const { poles } = drawing.data;
  const mine = poles.map((pole, i) => (concerns(row.tags, pole) ? i : -1)).filter((i) => i >= 0);
  if (mine.length === 1) return mine[0]!;
  return mine.length > 1 ? poles.length : poles.length + 1;
}

function laneName(drawing: Drawing, lane: number): string {
  const pole = drawing.data.poles[lane];
  if (pole) return drawing.messages.of(pole.name);
  return drawing.messages.say(lane === drawing.data.poles.length ? "causal_graph.several" : "timeline.other");
}

function laneLook(drawing: Drawing, lane: number): { line: string; text: string } {
  return drawing.data.poles[lane] ? poleLook(lane) : { line: lane === drawing.data.poles.length ? ink : quiet, text: lane === drawing.data.poles.length ? ink : quiet };
}

/** Square where a way begins, diamond where it ends, else a circle in the colour of the pole. */
function putMark(put: Put, row: Pick<Row, "role">, x: number, y: number, colour: string): void {
  if (row.role === "exposure") put("rect", { x: x - 6, y: y - 6, width: 12, height: 12, fill: colour, stroke: paper, "stroke-width": 1.5 });
  else if (row.role === "outcome") put("path", { d: `M${x},${y - 8}L${x + 8},${y}L${x},${y + 8}L${x - 8},${y}Z`, fill: colour, stroke: paper, "stroke-width": 1.5 });
  else put("circle", { cx: x, cy: y, r: 4.8, fill: colour, stroke: paper, "stroke-width": 1.5 });
}

interface Line {
  from: string;
  to: string;
  literature: boolean;
  shortest: boolean;
  path: string;
  x: number;
  y: number;
}

function putLines(put: Put, lines: readonly Line[]): void {
  for (const line of [...lines].sort((a, b) => Number(a.shortest) - Number(b.shortest))) {
    const stroke = line.shortest ? ink : quiet;
    put("path", {
      d: line.path, fill: "none", stroke, "stroke-width": line.shortest ? 2.6 : 1.3, "stroke-linecap": "butt", "data-from": line.from, "data-to": line.to,
      ...(line.literature ? {} : { "stroke-dasharray": line.shortest ? "7 3.5" : "5 3" }),
    });
    const tip = line.x - 6;
    put("path", { d: `M${tip},${line.y}l-7,-3.6v7.2Z`, fill: stroke, "data-from": line.from, "data-to": line.to });
  }
}

function putTexts(put: Put, one: PlacedEvent, row: Pick<Row, "role">, x: number, y: number, step: number, size: number): void {
  one.lines.forEach((line, i) => {
    const chosen = row.role !== "between" && i > 0;
    put("text", {
      x, y: y + i * step, "font-size": i === 0 ? size - 1 : size, fill: i === 0 ? quiet : ink, "font-weight": chosen ? 700 : 400,
      stroke: paper, "stroke-width": 3.5, "stroke-linejoin": "round", "paint-order": "stroke",
    }, line);
  });
}

function putLegend(put: Put, drawing: Drawing, top: number, width: number): number {
  const { messages } = drawing;
  let [x, y] = [8, top + 14];
  const entry = (length: number, text: string, mark: (at: number) => void): void => {
    const needed = length + 8 + text.length * 6.6 + 16;
    if (x + needed > width && x > 8) [x, y] = [8, y + 20];
    mark(x);
    put("text", { x: x + length + 6, y: y + 4, fill: quiet, "font-size": 12 }, text);
    x += needed;
  };
  const stroke = (at: number, weight: number, dash: string | null): void => {
    put("line", { x1: at, x2: at + 28, y1: y, y2: y, stroke: weight > 2 ? ink : quiet, "stroke-width": weight, ...(dash ? { "stroke-dasharray": dash } : {}) });
  };
  entry(28, messages.say("causal_graph.literature"), (at) => stroke(at, 1.3, null));
  entry(28, messages.say("causal_graph.proposed"), (at) => stroke(at, 1.3, "5 3"));
  entry(28, messages.say("causal_graph.shortest"), (at) => stroke(at, 2.6, null));
  entry(14, messages.say("causal_graph.exposure"), (at) => putMark(put, { role: "exposure" }, at + 7, y, ink));
  entry(16, messages.say("causal_graph.outcome"), (at) => putMark(put, { role: "outcome" }, at + 8, y, ink));
  return y + 14;
}

function graphEvents(drawing: Drawing, rows: readonly Row[]): GraphEvent[] {
  return rows.map((row) => ({ ...row, title: drawing.messages.state(row.title), lane: laneOf(row, drawing), strong: row.role !== "between" }));
}

function linesOf(rows: readonly Row[], placed: readonly PlacedEvent[], path: (from: PlacedEvent, to: PlacedEvent) => string): Line[] {
  const at = new Map(placed.map((one) => [one.event.id, one]));
  return rows.flatMap((row) => row.causes.flatMap((cause, i): Line[] => {
    const from = at.get(cause);
    const to = at.get(row.id);
    if (!from || !to) return [];
    return [{ from: cause, to: row.id, literature: row.bases[i] === "literature", shortest: row.shortest[i] === "yes", path: path(from, to), x: to.x, y: to.y }];
  }));
}

/** Time from left to right; narrow pages have it from top to bottom. Marks carry `data-event`, lines `data-from` and `data-to`. */
function causalGraphPicture(drawing: Drawing, figure: FigureOf<"causal_graph">): SVGSVGElement {
  const rows = records(figure);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const width = drawing.width;
  const svg = drawn(drawing, "svg", { width, "font-family": fontFamily }) as SVGSVGElement;
  const putInto = (parent: SVGElement): Put => (name, attributes, content) => {
    const element = drawn(drawing, name, attributes, content);
    parent.append(element);
    return element;
  };
  const put = putInto(svg);
  const wide = width >= 620;
  const events = graphEvents(drawing, rows);
  const eventGroup = (one: PlacedEvent): Put => {
    const group = put("g", { "data-event": one.event.id });
    group.append(drawn(drawing, "title", {}, `${one.lines[0]}: ${one.event.title}`));
    return putInto(group);
  };
  let height: number;
  if (wide) {
    const layout = wideLayout(events, width);
    layout.lanes.forEach((ground, i) => {
      if (i % 2 === 0) put("rect", { x: 0, y: ground.top, width, height: ground.bottom - ground.top, fill: quiet, "fill-opacity": 0.07 });
      put("text", { x: 6, y: ground.top + 15, fill: laneLook(drawing, ground.lane).text, "font-size": 13, "font-weight": 600 }, laneName(drawing, ground.lane));
    });
    for (const tick of layout.ticks) {
      put("line", { x1: tick.x, x2: tick.x, y1: 0, y2: layout.height, stroke: hairline, "stroke-dasharray": "1 3" });
      put("text", { x: tick.x, y: layout.height + 14, fill: quiet, "font-size": 11.5, "text-anchor": "middle" }, String(tick.year));
    }
    putLines(put, linesOf(rows, layout.placed, (from, to) => wideLine(from, to, layout.placed)));
    for (const one of layout.placed) {
      const inGroup = eventGroup(one);
      const row = byId.get(one.event.id)!;
      putTexts(inGroup, one, row, one.x - 5, one.y + 18, lineHeight, 11.5);
      putMark(inGroup, row, one.x, one.y, laneLook(drawing, one.event.lane).line);
    }
    height = putLegend(put, drawing, layout.height + 20, width);
  } else {
    const layout = narrowLayout(events, width);
    putLines(put, linesOf(rows, layout.placed, (from, to) => narrowLine(from, to, layout.gutter)));
    for (const one of layout.placed) {
      const inGroup = eventGroup(one);
      const row = byId.get(one.event.id)!;
      const shown = { ...one, lines: [`${one.lines[0]} · ${laneName(drawing, one.event.lane)}`, ...one.lines.slice(1)] };
      putTexts(inGroup, shown, row, one.x + 13, one.y + 4, lineHeight + 2, 12.5);
      putMark(inGroup, row, one.x, one.y, laneLook(drawing, one.event.lane).line);
    }
    height = putLegend(put, drawing, layout.height, width);
  }
  svg.setAttribute("height", String(height));
  svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
  return described(svg, drawing, drawing.messages.of(figure.title), drawing.messages.of(figure.description));
}

/** How many of the links of the shortest ways a source states; the others the compiler proposes. */
function causalGraphFinding(figure: FigureOf<"causal_graph">, _: FigureData, messages: Messages): string {
  const links = records(figure).flatMap((row) => row.bases.filter((_, i) => row.shortest[i] === "yes"));
  if (links.length === 0) return "";
  return messages.say("link.finding", { n: links.length, stated: links.filter((basis) => basis === "literature").length });
}

export const causal_graph: FigureKind<"causal_graph"> = {
  picture: causalGraphPicture,
  finding: causalGraphFinding,
  page: (place, _data, messages) => new CausalGraphPage(place, messages),
};
