import { fontFamily, hairline, ink, paper, poleLook, quiet } from "../figure/appearance.ts";
import { described, drawn, type Drawing } from "../figure/drawing.ts";
import { records, type FigureData, type FigureOf, type Rows } from "../figure/figure_data.ts";
import type { FigureKind } from "../figure/figure_kind.ts";
import type { Messages } from "../figure/messages.ts";
import { stateChoice } from "../figure/state_choice.ts";
import { yearTicks } from "../figure/year_ticks.ts";

type Row = Rows["regime_ladder"];
interface Scale { x: (year: number) => number; first: number; last: number }

const beside = poleLook(0);
const radius = 3;
const step = 2 * radius + 0.6;

/** Rows of an institution, and how many dots stand above one another in its fullest year. */
interface Lane { name: string; rows: readonly Row[]; median: number | null; tallest: number }

function lanesOf(rows: readonly Row[]): Lane[] {
  const names = [...new Set(rows.map((row) => row.institution))];
  const lanes = names.map((name) => {
    const own = rows.filter((row) => row.institution === name);
    const by_year = new Map<number, number>();
    for (const row of own) if (row.joined !== null) by_year.set(row.joined, (by_year.get(row.joined) ?? 0) + 1);
    return { name, rows: own, median: own[0]!.median, tallest: Math.max(1, ...by_year.values()) };
  });
  const never = Number.POSITIVE_INFINITY;
  return lanes.sort((a, b) => (a.median ?? never) - (b.median ?? never) || (a.name < b.name ? -1 : 1));
}

/** Where the state in focus is drawn: a diamond with the year beside it. */
function ownMark(drawing: Drawing, row: Row, x: number, y: number, turned: boolean): SVGElement[] {
  const size = 6;
  const open = row.upper_bound;
  const shape = drawn(drawing, "path", { d: `M${x - size} ${y}L${x} ${y - size}L${x + size} ${y}L${x} ${y + size}Z`, fill: open ? paper : ink, stroke: open ? ink : paper, "stroke-width": open ? 1.6 : 1 });
  const label = drawn(drawing, "text", { x: x + (turned ? -9 : 9), y: y + 4, "text-anchor": turned ? "end" : "start", "font-size": 11.5, "font-weight": 600, fill: ink, stroke: paper, "stroke-width": 3, "paint-order": "stroke" }, (open ? "≤ " : "") + String(row.joined));
  return [shape, label];
}

function laneMarks(drawing: Drawing, lane: Lane, other: string | null, scale: Scale, top: number, tall: number): SVGElement[] {
  const { messages, data } = drawing;
  const base = top + tall - 12;
  const pitch = Math.min(step, (tall - 22) / Math.max(1, lane.tallest));
  const marks: SVGElement[] = [];
  if (lane.median !== null) marks.push(drawn(drawing, "line", { x1: scale.x(lane.median), x2: scale.x(lane.median), y1: top + 4, y2: base + 7, stroke: quiet, "stroke-width": 1.6, "stroke-dasharray": "3 2" }));
  const stacked = new Map<number, number>();
  const joined = lane.rows.filter((row) => row.joined !== null && row.state !== data.study.focus).sort((a, b) => Number(a.state === other) - Number(b.state === other));
  for (const row of joined) {
    const at = stacked.get(row.joined!) ?? 0;
    stacked.set(row.joined!, at + 1);
    const chosen = row.state === other;
    const dot = drawn(drawing, "circle", { cx: scale.x(row.joined!).toFixed(1), cy: (base - at * pitch).toFixed(1), r: chosen ? radius + 1.6 : radius, fill: row.upper_bound ? paper : chosen ? beside.line : quiet, stroke: chosen ? beside.text : quiet, "stroke-width": chosen ? 1.8 : 1 });
    dot.append(drawn(drawing, "title", {}, `${messages.state(row.state)}: ${row.upper_bound ? "≤ " : ""}${row.joined}`));
    marks.push(dot);
  }
  const own = lane.rows.find((row) => row.state === data.study.focus && row.joined !== null);
  if (own) {
    const x = scale.x(own.joined!);
    const y = base - Math.min(tall - 24, (stacked.get(own.joined!) ?? 0) * pitch + (stacked.has(own.joined!) ? 4 : 0));
    marks.push(...ownMark(drawing, own, x, y, x > scale.x(scale.last) - 44));
  }
  return marks;
}

function counts(drawing: Drawing, lane: Lane): string {
  const of = (status: string) => lane.rows.filter((row) => row.status === status).length;
  return drawing.messages.say("regime_ladder.counts", { in: of("in"), out: of("out"), unknown: of("unknown") });
}

function legend(drawing: Drawing, y: number, wide: boolean): SVGElement[] {
  const { messages, data } = drawing;
  const items: readonly [SVGElement, string][] = [
    [drawn(drawing, "path", { d: "M2 -4L8 -10L14 -4L8 2Z", fill: ink }), messages.state(data.study.focus)],
    [drawn(drawing, "circle", { cx: 8, cy: -4, r: radius, fill: quiet }), messages.say("regime_ladder.joined")],
    [drawn(drawing, "circle", { cx: 8, cy: -4, r: radius, fill: paper, stroke: quiet }), messages.say("regime_ladder.bound")],
    [drawn(drawing, "line", { x1: 8, x2: 8, y1: -11, y2: 3, stroke: quiet, "stroke-width": 1.6, "stroke-dasharray": "3 2" }), messages.say("regime_ladder.median")],
  ];
  const columns = wide ? 2 : 1;
  return items.map(([mark, words], index) => {
    const group = drawn(drawing, "g", { transform: `translate(${(index % columns) * (drawing.width / columns)} ${y + Math.floor(index / columns) * 19})` });
    group.append(mark, drawn(drawing, "text", { x: 20, y: 0, "font-size": 12, fill: ink }, words));
    return group;
  });
}

/** A lane an institution: every state in the year it joined, the state in focus apart, the median, and what is not known. */
function regimeLadderPicture(drawing: Drawing, figure: FigureOf<"regime_ladder">, other: string | null): SVGSVGElement {
  const { messages } = drawing;
  const lanes = lanesOf(records(figure));
  const years = lanes.flatMap((lane) => lane.rows.flatMap((row) => (row.joined === null ? [] : [row.joined])));
  const [first, last] = years.length > 0 ? [Math.min(...years), Math.max(...years)] : [1990, 2000];
  const wide = drawing.width >= 560;
  const [left, right] = [14, 14];
  const room = drawing.width - left - right;
  const scale: Scale = { x: (year) => left + (room * (year - first + 1)) / (last - first + 2), first, last };
  const heights = lanes.map((lane) => 36 + Math.min(46, lane.tallest * step));
  const headed = 18;
  const tops: number[] = [];
  let y = 4;
  for (const tall of heights) {
    tops.push(y);
    y += headed + tall;
  }
  const axis = y + 4;
  const height = axis + 34 + (wide ? 2 : 4) * 19;
  const svg = drawn(drawing, "svg", { viewBox: `0 0 ${drawing.width} ${height}`, width: drawing.width, height, "font-family": fontFamily }) as SVGSVGElement;
  for (const year of yearTicks(first, last, room)) {
    svg.append(drawn(drawing, "line", { x1: scale.x(year), x2: scale.x(year), y1: 4, y2: axis, stroke: hairline }));
    svg.append(drawn(drawing, "text", { x: scale.x(year), y: axis + 14, "text-anchor": "middle", "font-size": 11.5, fill: quiet }, String(year)));
  }
  lanes.forEach((lane, index) => {
    const top = tops[index]!;
    svg.append(drawn(drawing, "text", { x: 2, y: top + 13, "font-size": 13, "font-weight": 600, fill: ink, stroke: paper, "stroke-width": 3, "paint-order": "stroke" }, lane.name));
    svg.append(drawn(drawing, "text", { x: drawing.width - 2, y: top + 13, "text-anchor": "end", "font-size": 11.5, fill: quiet, stroke: paper, "stroke-width": 3, "paint-order": "stroke" }, counts(drawing, lane)));
    svg.append(drawn(drawing, "line", { x1: 0, x2: drawing.width, y1: top + headed + heights[index]! - 4, y2: top + headed + heights[index]! - 4, stroke: hairline }));
    svg.append(...laneMarks(drawing, lane, other, scale, top + headed, heights[index]!));
  });
  svg.append(...legend(drawing, axis + 38, wide));
  return described(svg, drawing, messages.of(figure.title), messages.of(figure.description));
}

/** How many institutions the state joined before half of the states did and how many after, whichever reading of its year is true. */
function regimeFinding(figure: FigureOf<"regime_ladder">, data: FigureData, messages: Messages): string {
  const own = records(figure).filter((row) => row.state === data.study.focus && (row.joined !== null || row.status === "in"));
  if (own.length === 0 || own.some((row) => row.joined === null)) return "";
  const before = own.filter((row) => row.median !== null && (row.latest ?? row.joined!) < row.median).length;
  const after = own.filter((row) => row.median !== null && !row.upper_bound && (row.earliest ?? row.joined!) > row.median).length;
  return messages.say("regime_ladder.finding", { state: messages.state(data.study.focus), n: own.length, before, after });
}

export const regime_ladder: FigureKind<"regime_ladder"> = { picture: regimeLadderPicture, finding: regimeFinding, choice: (figure, data) => stateChoice(figure, data, "state") };
