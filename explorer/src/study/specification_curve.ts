import { fontFamily, hairline, ink, paper, quiet } from "../figure/appearance.ts";
import { described, drawn, type Drawing } from "../figure/drawing.ts";
import { records, type FigureData, type FigureOf, type Rows } from "../figure/figure_data.ts";
import type { Choice, FigureKind } from "../figure/figure_kind.ts";
import type { Messages } from "../figure/messages.ts";
import { wrapped } from "../figure/text_fitting.ts";

type Row = Rows["specification_curve"];
type Put = (name: string, attributes: Record<string, string | number>, content?: string) => SVGElement;

const letter = 6.4; // mean width of a letter of 12 px
const boldLetter = 8.3; // of 12 and 13 px, bold
const curveHeight = 220;
const rowHeight = 17;

function testsOf(figure: Pick<FigureOf<"specification_curve">, "columns" | "rows">): string[] {
  const at = figure.columns.indexOf("test");
  return [...new Set(figure.rows.map((row) => String(row[at])))];
}

/** The choices that a test has and their alternatives, in the order in which they appear. */
export function choicesOf(rows: readonly Row[]): { choice: string; alternatives: string[] }[] {
  const found = new Map<string, string[]>();
  for (const picked of rows.flatMap((row) => row.picked)) {
    const choice = picked.slice(0, picked.indexOf("="));
    const alternatives = found.get(choice) ?? [];
    if (!alternatives.includes(picked)) alternatives.push(picked);
    found.set(choice, alternatives);
  }
  return [...found].map(([choice, alternatives]) => ({ choice, alternatives: alternatives.sort() }));
}

/** Round numbers that divide a range into two to seven parts. */
export function roundTicks(low: number, high: number): number[] {
  const rough = (high - low) / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((each) => each * power).find((each) => each >= rough)!;
  const ticks: number[] = [];
  for (let i = Math.ceil(low / step - 1e-9); i * step <= high + step * 1e-9; ++i) ticks.push(Number((i * step).toPrecision(12)));
  return ticks;
}

/** The ends of what is drawn: the intervals, with some room; values that are all one are given room too. */
function range(rows: readonly Row[]): [number, number] {
  const values = rows.flatMap((row) => [row.value, row.lower, row.upper]).filter((value): value is number => value !== null);
  if (values.length === 0) return [0, 1];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const room = high > low ? (high - low) * 0.06 : Math.max(Math.abs(high) * 0.1, 0.1);
  return [low - room, high + room];
}

/** Full circle: as expected; cross: contrary; empty circle: undecided. The shapes tell without colour. */
function mark(put: Put, row: Row, x: number, y: number, r: number): SVGElement {
  if (row.result === "failed") return put("path", { d: `M${x - r} ${y - r}L${x + r} ${y + r}M${x + r} ${y - r}L${x - r} ${y + r}`, stroke: ink, "stroke-width": Math.max(1, r / 2.2) });
  return put("circle", { cx: x, cy: y, r, fill: row.result === "passed" ? ink : paper, stroke: ink, "stroke-width": 1.1 });
}

function shown(value: number): string {
  return String(Number(value.toPrecision(4)));
}

function told(messages: Messages, row: Row): string {
  const interval = row.lower !== null && row.upper !== null ? ` [${shown(row.lower)}; ${shown(row.upper)}]` : "";
  return `${row.value === null ? "–" : shown(row.value)}${interval}: ${messages.say("result." + row.result)}`;
}

function curve(drawing: Drawing, put: Put, rows: readonly Row[], left: number, step: number): void {
  const [low, high] = range(rows);
  const y = (value: number): number => 8 + (curveHeight - 16) * (1 - (value - low) / (high - low));
  const right = left + step * rows.length;
  for (const tick of roundTicks(low, high)) {
    put("line", { x1: left, x2: right, y1: y(tick), y2: y(tick), stroke: hairline });
    put("text", { x: left - 6, y: y(tick) + 4, "text-anchor": "end", "font-size": 11.5, fill: quiet }, String(tick));
  }
  const r = Math.min(4.5, Math.max(1.7, step * 0.4));
  rows.forEach((row, i) => {
    if (row.value === null) return;
    const x = left + step * (i + 0.5);
    if (row.lower !== null && row.upper !== null) put("line", { x1: x, x2: x, y1: y(row.lower), y2: y(row.upper), stroke: quiet, "stroke-width": Math.min(2, Math.max(0.8, step * 0.25)), "stroke-opacity": 0.7 });
    if (row.own) put("circle", { cx: x, cy: y(row.value), r: r + 4.5, fill: "none", stroke: ink, "stroke-width": 1.6 });
    mark(put, row, x, y(row.value), r).append(drawn(drawing, "title", {}, told(drawing.messages, row)));
  });
}

/** Which alternatives each column has: a tick a column. @returns the height used */
function alternatives(drawing: Drawing, put: Put, rows: readonly Row[], left: number, step: number, top: number): number {
  const { messages } = drawing;
  const right = left + step * rows.length;
  let y = top;
  for (const { choice, alternatives: all } of choicesOf(rows)) {
    y += 5;
    for (const line of wrapped(messages.state("choice:" + choice), drawing.width / boldLetter)) {
      y += rowHeight;
      put("text", { x: 0, y, "font-size": 12, "font-weight": 600, fill: ink }, line);
    }
    for (const alternative of all) {
      // The ticks stand beside the last line of the name.
      for (const line of wrapped(messages.state("choice:" + alternative), (left - 16) / letter)) {
        y += rowHeight;
        put("text", { x: 8, y, "font-size": 12, fill: quiet }, line);
      }
      put("line", { x1: left, x2: right, y1: y + 4, y2: y + 4, stroke: hairline });
      rows.forEach((row, i) => {
        if (!row.picked.includes(alternative)) return;
        const wide = Math.max(0.8, step * 0.7);
        put("rect", { x: left + step * (i + 0.5) - wide / 2, y: y - 8, width: wide, height: 11, fill: row.own ? ink : quiet });
      });
    }
  }
  return y + 6;
}

/** What the marks mean, in one line or several. @returns the height used */
function legend(drawing: Drawing, put: Put, top: number): number {
  const { messages } = drawing;
  let [x, y] = [4, top + 18];
  const place = (text: string, draw: () => void): void => {
    const wide = text.length * letter + 40;
    if (x > 4 && x + wide > drawing.width) [x, y] = [4, y + 19];
    draw();
    put("text", { x: x + 16, y: y + 4, "font-size": 12, fill: quiet }, text);
    x += wide;
  };
  for (const result of ["passed", "failed", "undecided"] as const) {
    place(messages.say("result." + result), () => mark(put, { result } as Row, x + 4, y, 4.5));
  }
  place(messages.say("multiverse.own"), () => put("circle", { cx: x + 4, cy: y, r: 6, fill: "none", stroke: ink, "stroke-width": 1.6 }));
  return y + 14;
}

/** The values of a tested number in ascending order, and below which alternatives each has (Simonsohn, Simmons & Nelson 2020). */
function specificationCurve(drawing: Drawing, figure: FigureOf<"specification_curve">, chosen: string | null): SVGSVGElement {
  const test = chosen ?? testsOf(figure)[0]!;
  const rows = records(figure).filter((row) => row.test === test);
  const svg = drawn(drawing, "svg", { width: drawing.width, "font-family": fontFamily });
  const put: Put = (name, attributes, content) => {
    const element = drawn(drawing, name, attributes, content);
    svg.append(element);
    return element;
  };
  const longest = Math.max(...rows.flatMap((row) => row.picked).map((each) => drawing.messages.state("choice:" + each).length), 0);
  const left = Math.max(58, Math.min(drawing.width * 0.42, longest * letter + 18));
  const step = Math.min(26, (drawing.width - left - 6) / rows.length);
  const heading = wrapped(drawing.messages.state("test:" + test), drawing.width / boldLetter);
  heading.forEach((line, i) => put("text", { x: 0, y: 14 + i * rowHeight, "font-size": 13, "font-weight": 600, fill: ink }, line));
  const top = heading.length * rowHeight + 5;
  const moved = drawn(drawing, "g", { transform: `translate(0 ${top})` });
  svg.append(moved);
  const inside: Put = (name, attributes, content) => {
    const element = drawn(drawing, name, attributes, content);
    moved.append(element);
    return element;
  };
  curve(drawing, inside, rows, left, step);
  const height = top + legend(drawing, inside, alternatives(drawing, inside, rows, left, step, curveHeight));
  svg.setAttribute("height", String(height));
  svg.setAttribute("viewBox", `0 0 ${drawing.width} ${height}`);
  return described(svg as SVGSVGElement, drawing, drawing.messages.of(figure.title), drawing.messages.of(figure.description));
}

function testChoice(figure: FigureOf<"specification_curve">, _data: FigureData): Choice {
  const tests = testsOf(figure);
  return { label: "multiverse.test", values: tests, first: tests[0]!, name: (messages, value) => messages.state("test:" + value) };
}

/** How many tests come out the same in all universes that touch them. */
function curveFinding(figure: FigureOf<"specification_curve">, _: FigureData, messages: Messages): string {
  const results = new Map<string, Set<string>>();
  for (const row of records(figure)) results.set(row.test, (results.get(row.test) ?? new Set()).add(row.result));
  const alike = [...results.values()].filter((each) => each.size === 1).length;
  return results.size === 0 ? "" : messages.say("multiverse.alike", { alike, n: results.size });
}

export const specification_curve: FigureKind<"specification_curve"> = { picture: specificationCurve, finding: curveFinding, choice: testChoice };
