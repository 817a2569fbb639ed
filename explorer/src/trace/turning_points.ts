import { fontFamily, hairline, ink, paper, poleLook, quiet } from "../figure/appearance.ts";
import { described, drawn, type Drawing } from "../figure/drawing.ts";
import { records, type FigureData, type FigureOf, type Rows } from "../figure/figure_data.ts";
import type { FigureKind } from "../figure/figure_kind.ts";
import type { Messages } from "../figure/messages.ts";
import { fitting, wrapped } from "../figure/text_fitting.ts";
import { yearTicks } from "../figure/year_ticks.ts";

type Row = Rows["turning_points"];
type Put = (name: string, attributes: Record<string, string | number>, content?: string) => SVGElement;

const left = 44;
const right = 12;
const lineHeight = 112;
const barHeight = 44;
const gap = 6;
const band = "#8a857a"; // a grey that stays apart from every line

/** Maps a range of numbers on a range of pixels. */
export function linear(domain: readonly [number, number], range: readonly [number, number]): (value: number) => number {
  const width = domain[1] - domain[0] || 1;
  return (value) => range[0] + ((value - domain[0]) / width) * (range[1] - range[0]);
}

/** The time up to which a change "after" each time may have come: that of the next value. */
export function nextTimes(times: readonly number[]): Map<number, number> {
  const sorted = [...times].sort((a, b) => a - b);
  const step = Math.min(...sorted.slice(1).map((time, i) => time - sorted[i]!), Infinity);
  return new Map(sorted.map((time, i) => [time, sorted[i + 1] ?? time + (Number.isFinite(step) ? step : 1)]));
}

/** Round numbers within a range, three or four of them. */
export function roundTicks(low: number, high: number): number[] {
  const rough = (high - low) / 3;
  if (!(rough > 0)) return [low];
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((each) => each >= rough * 0.7)!;
  const ticks: number[] = [];
  for (let tick = Math.ceil(low / step - 1e-9); tick * step <= high + step * 1e-9; tick += 1) ticks.push(tick * step + 0); // no minus zero
  return ticks;
}

const shownTick = (tick: number): string => String(Number(tick.toPrecision(6))).replace("-", "−");

/** What the marks mean, in lines as wide as there is room. */
function key(put: Put, drawing: Drawing, has: (mark: Row["mark"]) => boolean): number {
  const items: [string, (x: number, y: number) => void][] = [
    ["turning.value", (x, y) => { put("line", { x1: x, x2: x + 18, y1: y, y2: y, stroke: ink, "stroke-width": 1 }); put("circle", { cx: x + 9, cy: y, r: 1.8, fill: ink }); }],
    ["turning.level", (x, y) => put("path", { d: `M${x} ${y + 4}h9v-8h9`, fill: "none", stroke: ink, "stroke-width": 2.4 })],
    ["turning.chance", (x, y) => { for (const [i, height] of [4, 11, 6].entries()) put("rect", { x: x + 2 + i * 5, y: y + 6 - height, width: 4, height, fill: ink }); }],
  ];
  if (has("change")) items.push(["turning.dates", (x, y) => { put("line", { x1: x, x2: x + 18, y1: y, y2: y, stroke: ink, "stroke-width": 4 }); put("circle", { cx: x + 9, cy: y, r: 3.6, fill: paper, stroke: ink, "stroke-width": 1.5 }); }]);
  if (has("guaranteed")) items.push(["turning.guaranteed", (x, y) => put("rect", { x, y: y - 6, width: 18, height: 12, fill: band, "fill-opacity": 0.25, stroke: quiet, "stroke-dasharray": "2 2" })]);
  if (has("event")) items.push(["turning.events", (x, y) => { for (const each of [3, 8, 15]) put("line", { x1: x + each, x2: x + each, y1: y - 4, y2: y + 4, stroke: quiet, "stroke-width": 1.2 }); }]);
  let [x, y] = [0, 10];
  for (const [message, glyph] of items) {
    const text = drawing.messages.say(message);
    const width = 24 + text.length * 6.4 + 16;
    if (x > 0 && x + width > drawing.width) [x, y] = [0, y + 18];
    glyph(x, y);
    put("text", { x: x + 24, y: y + 4, fill: quiet, "font-size": 11.5 }, fitting(text, (drawing.width - 30) / 6));
    x += width;
  }
  return y + 16;
}

interface Axis {
  x(time: number): number;
  first: number;
  last: number;
}

/** Values, level and guaranteed intervals of one series. */
function linePanel(put: Put, rows: readonly Row[], axis: Axis, top: number, color: string): void {
  const values = rows.filter((row) => row.mark === "value" && row.time !== null && row.value !== null).sort((a, b) => a.time! - b.time!);
  const bounds = values.flatMap((row) => [row.value!, row.mean! - 1.645 * row.sd!, row.mean! + 1.645 * row.sd!]).filter(Number.isFinite);
  const [low, high] = [Math.min(...bounds), Math.max(...bounds)];
  const y = linear([low, high], [top + lineHeight - 4, top + 16]);
  for (const tick of roundTicks(low, high)) {
    put("line", { x1: left, x2: axis.x(axis.last), y1: y(tick), y2: y(tick), stroke: hairline });
    put("text", { x: left - 6, y: y(tick) + 4, "text-anchor": "end", fill: quiet, "font-size": 10.5 }, shownTick(tick));
  }
  for (const row of rows.filter((each) => each.mark === "guaranteed")) {
    put("rect", { x: axis.x(row.from!), y: top + 4, width: axis.x(row.to!) - axis.x(row.from!), height: lineHeight - 4, fill: band, "fill-opacity": 0.16, stroke: quiet, "stroke-dasharray": "2 2", "stroke-width": 0.8 });
  }
  const half = (i: number): number => (i + 1 < values.length ? (axis.x(values[i]!.time!) + axis.x(values[i + 1]!.time!)) / 2 : axis.x(values[i]!.time!));
  const steps = (height: (row: Row) => number): [number, number][] =>
    values.flatMap((row, i): [number, number][] => [[i === 0 ? axis.x(row.time!) : half(i - 1), y(height(row))], [half(i), y(height(row))]]);
  const path = (points: readonly (readonly [number, number])[]): string => `M${points.map(([px, py]) => `${px.toFixed(1)} ${py.toFixed(1)}`).join("L")}`;
  if (values.every((row) => row.mean !== null && row.sd !== null && Number.isFinite(row.sd))) {
    const upper = steps((row) => row.mean! + 1.645 * row.sd!);
    const lower = steps((row) => row.mean! - 1.645 * row.sd!).reverse();
    put("path", { d: `${path([...upper, ...lower])}Z`, fill: color, "fill-opacity": 0.14 });
  }
  put("path", { d: path(values.map((row) => [axis.x(row.time!), y(row.value!)] as const)), fill: "none", stroke: color, "stroke-width": 1, "stroke-opacity": 0.75 });
  for (const row of values) put("circle", { cx: axis.x(row.time!), cy: y(row.value!), r: 1.9, fill: color });
  put("path", { d: path(steps((row) => row.mean!)), fill: "none", stroke: color, "stroke-width": 2.4 });
}

/** Probabilities of a change, dates of changes and events. */
function barPanel(put: Put, drawing: Drawing, rows: readonly Row[], events: readonly Row[], axis: Axis, top: number, color: string): void {
  const values = rows.filter((row) => row.mark === "value" && row.time !== null);
  const next = nextTimes(values.map((row) => row.time!));
  const y = linear([0, 1], [top + barHeight, top]);
  for (const tick of [0, 0.5, 1]) {
    put("line", { x1: left, x2: axis.x(axis.last), y1: y(tick), y2: y(tick), stroke: hairline });
    if (tick !== 0.5) put("text", { x: left - 6, y: y(tick) + 4, "text-anchor": "end", fill: quiet, "font-size": 10.5 }, String(tick));
  }
  for (const row of values) {
    const p = row.probability ?? 0;
    if (p < 0.002) continue;
    const [from, to] = [axis.x(row.time!), axis.x(next.get(row.time!)!)];
    const inset = Math.min(1.2, (to - from) * 0.15);
    const bar = put("rect", { x: from + inset, y: y(p), width: Math.max(0.8, to - from - 2 * inset), height: y(0) - y(p), fill: color });
    bar.append(drawn(drawing, "title", {}, `${row.time}: ${p.toFixed(3)}`));
  }
  const under = top + barHeight + 8;
  for (const row of rows.filter((each) => each.mark === "change")) {
    const [from, to] = [axis.x(row.from ?? row.time!), axis.x(next.get(row.to ?? row.time!) ?? row.to ?? row.time!)];
    const at = (axis.x(row.time!) + axis.x(next.get(row.time!) ?? row.time!)) / 2;
    put("line", { x1: from, x2: to, y1: under, y2: under, stroke: ink, "stroke-width": 4 });
    put("circle", { cx: at, cy: under, r: 3.6, fill: paper, stroke: ink, "stroke-width": 1.5 });
  }
  if (events.length === 0) return;
  for (const row of events) {
    if (row.from === null || row.to === null || row.to < axis.first || row.from > axis.last) continue;
    const [from, to] = [axis.x(Math.max(row.from, axis.first)), axis.x(Math.min(row.to, axis.last))];
    const mark = put("line", { x1: (from + to) / 2, x2: (from + to) / 2, y1: under + 8, y2: under + 15, stroke: quiet, "stroke-width": 1.1 });
    if (to > from) put("line", { x1: from, x2: to, y1: under + 11.5, y2: under + 11.5, stroke: quiet, "stroke-width": 1 });
    mark.append(drawn(drawing, "title", {}, drawing.messages.state(row.label)));
  }
}

/** The time of the most probable change and the event nearest to it, written at the top of its panel. */
function breakLabel(put: Put, drawing: Drawing, rows: readonly Row[], axis: Axis, top: number): void {
  const [first] = rows.filter((row) => row.mark === "change").sort((a, b) => (b.probability ?? 0) - (a.probability ?? 0));
  if (!first) return;
  const next = nextTimes(rows.filter((row) => row.mark === "value" && row.time !== null).map((row) => row.time!));
  const x = (axis.x(first.time!) + axis.x(next.get(first.time!) ?? first.time!)) / 2;
  const end = x > (left + drawing.width) / 2;
  const room = (end ? x - left : drawing.width - right - x) / 6.8;
  put("line", { x1: x, x2: x, y1: top, y2: top + lineHeight, stroke: ink, "stroke-dasharray": "1 3" });
  const said = drawing.messages.say("turning.after", { year: String(Math.floor(first.time!)) });
  const lines = first.label === "" ? [said] : [said, ...wrapped(drawing.messages.state(first.label), Math.max(14, room)).slice(0, 2)];
  lines.forEach((line, i) => {
    put("text", { x: end ? x - 5 : x + 5, y: top + 9 + i * 12.5, "text-anchor": end ? "end" : "start", fill: i === 0 ? ink : quiet, "font-size": 10.5, "font-weight": i === 0 ? 600 : 400, stroke: paper, "stroke-width": 3, "paint-order": "stroke" }, fitting(line, Math.max(14, room)));
  });
}

/** One panel a series, all on one axis of time: the line with its level above, the probability of a change below. */
function turningPointsPicture(drawing: Drawing, figure: FigureOf<"turning_points">): SVGSVGElement {
  const { data, messages, width } = drawing;
  const rows = records(figure);
  const events = rows.filter((row) => row.mark === "event");
  const times = rows.filter((row) => row.mark === "value").map((row) => row.time).filter((time): time is number => time !== null);
  const [first, last] = times.length > 0 ? [Math.min(...times), Math.max(...times)] : [0, 1];
  const axis: Axis = { first, last, x: linear([first, last], [left, width - right]) };
  const svg = drawn(drawing, "svg", { "font-family": fontFamily, width });
  const put: Put = (name, attributes, content) => {
    const element = drawn(drawing, name, attributes, content);
    svg.append(element);
    return element;
  };
  let top = key(put, drawing, (mark) => rows.some((row) => row.mark === mark)) + 6;
  for (const [index, series] of figure.series.entries()) {
    const own = rows.filter((row) => row.series === series);
    const pole = data.poles.findIndex((each) => each.id === series);
    const look = poleLook(pole >= 0 ? pole : index);
    const name = pole >= 0 ? messages.of(data.poles[pole]!.name) : messages.state(series);
    put("text", { x: 0, y: top + 13, fill: look.text, "font-size": 13.5, "font-weight": 600 }, fitting(name, width / 8.8));
    top += 20;
    linePanel(put, own, axis, top, look.line);
    breakLabel(put, drawing, own, axis, top);
    top += lineHeight + gap;
    barPanel(put, drawing, own, events, axis, top, look.line);
    top += barHeight + (events.length > 0 ? 30 : 18);
  }
  for (const year of yearTicks(first, last, width - left - right)) {
    put("line", { x1: axis.x(year), x2: axis.x(year), y1: top, y2: top + 4, stroke: quiet });
    put("text", { x: Math.min(axis.x(year), width - 14), y: top + 16, "text-anchor": "middle", fill: quiet, "font-size": 11 }, String(year));
  }
  const height = top + 22;
  svg.setAttribute("height", String(height));
  svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
  return described(svg as SVGSVGElement, drawing, messages.of(figure.title), messages.of(figure.description));
}

/** After which years the level of each series changed, where a change lies among the dates with 0.9: as years, or the first and last of its dates. */
function turningFinding(figure: FigureOf<"turning_points">, data: FigureData, messages: Messages): string {
  const rows = records(figure);
  const year = (time: number): string => String(Math.floor(time));
  const list = figure.series.flatMap((series) => {
    const sure = rows.filter((row) => row.series === series && row.mark === "change" && row.probability !== null && row.probability >= 0.9).sort((a, b) => a.time! - b.time!);
    const dates = sure.map((row) => [...new Set([year(row.from ?? row.time!), year(row.to ?? row.time!)])].join("–"));
    const pole = data.poles.find((each) => each.id === series);
    return dates.length > 0 ? [`${pole ? messages.of(pole.name) : messages.state(series)} (${dates.join(", ")})`] : [];
  });
  if (list.length > 2) return messages.say("turning.changed_of", { n: list.length, all: figure.series.length }); // a title, not a table
  if (list.length > 0) return messages.say("turning.changed", { list: list.join("; ") });
  // A guaranteed interval is sure too, of another kind.
  return rows.some((row) => row.mark === "guaranteed") || !rows.some((row) => row.mark === "value") ? "" : messages.say("turning.unsure");
}

export const turning_points: FigureKind<"turning_points"> = { picture: turningPointsPicture, finding: turningFinding };
