import { fontFamily, hairline, ink, paper, quiet } from "../figure/appearance.ts";
import { described, drawn, type Drawing } from "../figure/drawing.ts";
import { records, type FigureData, type FigureOf, type Rows } from "../figure/figure_data.ts";
import type { FigureKind } from "../figure/figure_kind.ts";
import type { Messages } from "../figure/messages.ts";

type Row = Rows["function_table"];
type Provision = Row["provision"];
type Put = (name: string, attributes: Record<string, string | number>, content?: string) => SVGElement;

const rowHeight = 24;
const letter = 6.7; // mean width of a letter of 12 px
const capital = 8.4; // of codes in capitals

/** Institutions of the picture: those that stand alone first, then those that carry most, then by name. */
export function institutionsInOrder(rows: readonly Row[]): string[] {
  const carried = new Map<string, { sole: number; all: number }>();
  for (const row of rows) {
    if (row.institution === "") continue;
    const one = carried.get(row.institution) ?? { sole: 0, all: 0 };
    one.all += row.provision === "possible" ? 0 : 1;
    one.sole += row.provision === "sole" ? 1 : 0;
    carried.set(row.institution, one);
  }
  return [...carried].sort(([a, x], [b, y]) => y.sole - x.sole || y.all - x.all || (a < b ? -1 : 1)).map(([name]) => name);
}

/** Full square: sole provider; full dot: one of several; hollow dot: not known. */
function mark(put: Put, provision: Provision, x: number, y: number): SVGElement {
  if (provision === "sole") return put("rect", { x: x - 6.5, y: y - 6.5, width: 13, height: 13, fill: ink });
  if (provision === "possible") return put("circle", { cx: x, cy: y, r: 4.5, fill: paper, stroke: quiet, "stroke-width": 1.2, "stroke-dasharray": "2 1.6" });
  return put("circle", { cx: x, cy: y, r: 4.5, fill: "var(--pole-1, #0072b2)" });
}

function told(drawing: Drawing, row: Row): string {
  return `${drawing.messages.state(row.function)}, ${row.institution}: ${drawing.messages.say("function_table." + row.provision)}`;
}

/** Functions in rows, institutions in columns. @returns the height used */
function grid(drawing: Drawing, put: Put, figure: FigureOf<"function_table">, rows: readonly Row[], columns: readonly string[]): number {
  const { functions } = figure;
  const left = Math.max(...functions.map((code) => drawing.messages.state(code).length)) * letter + 14;
  const top = Math.max(...columns.map((code) => code.length)) * 7.4 + 14;
  const leaning = Math.max(46, Math.max(...columns.map((code) => code.length)) * 4.2);
  const step = Math.min(26, (drawing.width - left - leaning) / columns.length);
  const right = left + step * columns.length;
  columns.forEach((code, i) => {
    const x = left + step * (i + 0.5);
    put("line", { x1: x, x2: x, y1: top, y2: top + rowHeight * functions.length, stroke: hairline });
    put("text", { x: x + 3, y: top - 7, fill: ink, "font-size": 11, transform: `rotate(-60 ${x + 3} ${top - 7})` }, code);
  });
  functions.forEach((code, i) => {
    const y = top + rowHeight * (i + 0.5);
    put("line", { x1: 0, x2: right, y1: y + rowHeight / 2, y2: y + rowHeight / 2, stroke: hairline });
    put("text", { x: 0, y: y + 4, fill: ink, "font-size": 12 }, drawing.messages.state(code));
    if (rows.some((row) => row.function === code && row.provision === "none")) put("text", { x: left + 2, y: y + 4, fill: quiet, "font-size": 12, "font-style": "italic" }, drawing.messages.say("function_table.none"));
  });
  for (const row of rows) {
    if (row.institution === "") continue;
    const one = mark(put, row.provision, left + step * (columns.indexOf(row.institution) + 0.5), top + rowHeight * (functions.indexOf(row.function) + 0.5));
    one.append(drawn(drawing, "title", {}, told(drawing, row)));
  }
  return top + rowHeight * functions.length;
}

/** Each function with its institutions below it, for narrow screens. @returns the height used */
function lists(drawing: Drawing, put: Put, figure: FigureOf<"function_table">, rows: readonly Row[]): number {
  let y = 0;
  for (const code of figure.functions) {
    y += 20;
    put("text", { x: 0, y, fill: ink, "font-size": 12.5, "font-weight": 600 }, drawing.messages.state(code));
    let x = 0;
    y += 19;
    for (const row of rows.filter((each) => each.function === code)) {
      const text = row.provision === "none" ? drawing.messages.say("function_table.none") : row.institution;
      const wide = text.length * capital + 26;
      if (x > 0 && x + wide > drawing.width) {
        x = 0;
        y += 19;
      }
      if (row.institution !== "") mark(put, row.provision, x + 7, y - 4).append(drawn(drawing, "title", {}, told(drawing, row)));
      put("text", { x: row.institution === "" ? x : x + 17, y, fill: row.provision === "possible" || row.institution === "" ? quiet : ink, "font-size": 12, "font-weight": row.provision === "sole" ? 600 : 400 }, text);
      x += wide;
    }
    y += 8;
    put("line", { x1: 0, x2: drawing.width, y1: y, y2: y, stroke: hairline });
  }
  return y;
}

/** Which institution carries which function: a grid, and on a narrow screen a list a function. */
function functionTablePicture(drawing: Drawing, figure: FigureOf<"function_table">): SVGSVGElement {
  const rows = records(figure);
  const columns = institutionsInOrder(rows);
  const svg = drawn(drawing, "svg", { width: drawing.width, "font-family": fontFamily });
  const put: Put = (name, attributes, content) => {
    const element = drawn(drawing, name, attributes, content);
    svg.append(element);
    return element;
  };
  const across = drawing.width >= 640 && columns.length > 0;
  let y = (across ? grid(drawing, put, figure, rows, columns) : lists(drawing, put, figure, rows)) + 28;
  let x = 0;
  for (const provision of ["sole", "provider", "possible"] as const) {
    const text = drawing.messages.say("function_table." + provision);
    const wide = text.length * letter + 40;
    if (x > 0 && x + wide > drawing.width) {
      x = 0;
      y += 20;
    }
    mark(put, provision, x + 7, y - 4);
    put("text", { x: x + 19, y, fill: quiet, "font-size": 12 }, text);
    x += wide;
  }
  svg.setAttribute("height", String(y + 12));
  svg.setAttribute("viewBox", `0 0 ${drawing.width} ${y + 12}`);
  return described(svg as SVGSVGElement, drawing, drawing.messages.of(figure.title), drawing.messages.of(figure.description));
}

/** How many functions rest on a single institution; nothing where a membership that is not known would change the count. */
function functionTableFinding(figure: FigureOf<"function_table">, _: FigureData, messages: Messages): string {
  const rows = records(figure);
  const carried = (provision: Provision): Set<string> => new Set(rows.filter((row) => row.provision === provision).map((row) => row.function));
  const [sole, none, possible] = [carried("sole"), carried("none"), carried("possible")];
  if (rows.length === 0 || [...sole, ...none].some((code) => possible.has(code))) return "";
  const carriers = (code: string): number => rows.filter((row) => row.function === code && row.provision === "provider").length;
  if ([...possible].some((code) => carriers(code) === 0)) return "";
  return messages.say("function_table.finding", { all: figure.functions.length, sole: sole.size, none: none.size });
}

export const function_table: FigureKind<"function_table"> = { picture: functionTablePicture, finding: functionTableFinding };
